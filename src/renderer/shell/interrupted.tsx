import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../state/kitchen.ts'
import { go } from '../state/screen.ts'
import { send } from '../state/send.ts'
import { Button } from '../ui/button.tsx'
import { Alert } from './alert.tsx'

/** Law 7: the cook's place is kept, the stove is off until it is touched. */
export function Interrupted() {
  const { t } = useTranslation()
  const interrupted = useSnapshot((snapshot) => snapshot.interrupted)
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  if (interrupted === null) return null
  const recover = async (take: boolean): Promise<void> => {
    const done = await send((client) => client.cook.recover({ session: interrupted.session, take }))
    if (done && take) go('cook')
  }
  return (
    <Alert
      tone="ask"
      icon="history"
      title={t('interrupted.title', { title: interrupted.title })}
      actions={
        !remote && (
          <>
            <Button onClick={() => void recover(false)}>{t('interrupted.letGo')}</Button>
            <Button tone="primary" onClick={() => void recover(true)}>
              {t('interrupted.take', { step: interrupted.stepIndex + 1 })}
            </Button>
          </>
        )
      }
    >
      <p>{t('interrupted.what')}</p>
    </Alert>
  )
}
