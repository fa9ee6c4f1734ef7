import { useTranslation } from 'react-i18next'
import type { TimerSnapshot } from '#contract/snapshot.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { send } from '../state/send.ts'
import { Button } from '../ui/button.tsx'
import { Alert } from './alert.tsx'

export function RingingTimer({ timer }: { readonly timer: TimerSnapshot }) {
  const { t } = useTranslation()
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  return (
    <Alert
      tone="note"
      icon="timer"
      calls
      title={t('timer.rings', { label: timer.label === '' ? t('timer.unnamed') : timer.label })}
      actions={
        !remote && (
          <>
            <Button onClick={() => void send((client) => client.timer.extend({ id: timer.id, seconds: 60 }))}>
              {t('timer.oneMore')}
            </Button>
            <Button
              tone="primary"
              onClick={() => void send((client) => client.timer.dismiss({ id: timer.id }))}
            >
              {t('timer.dismiss')}
            </Button>
          </>
        )
      }
    />
  )
}
