import { useTranslation } from 'react-i18next'
import type { HeatQuestion } from '#core/safety/view.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { useWallSeconds } from '../state/clock.ts'
import { send } from '../state/send.ts'
import { Button } from '../ui/button.tsx'
import { targetText } from '../zones/target-text.ts'
import { Alert } from './alert.tsx'

/** Law 6: another screen or a program asks for heat. The hand that answers is here. */
export function QuestionAlert({ question }: { readonly question: HeatQuestion }) {
  const { t } = useTranslation()
  const { request } = question
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const zone = useSnapshot((snapshot) => snapshot.zones.find((each) => each.id === request.zone)?.name ?? '')
  const wall = useWallSeconds()
  const left = Math.max(0, Math.ceil(question.expiresAt / 1000 - wall))
  const target = targetText(request.target, unit, t)
  const answer = (accept: boolean): void =>
    void send((client) => client.answer({ question: question.id, accept }))
  return (
    <Alert
      tone="ask"
      icon="hand"
      calls
      title={t(`ask.title.${request.origin}`, { by: request.by, zone, target })}
      actions={
        !remote && (
          <>
            <Button onClick={() => answer(false)}>{t('ask.decline')}</Button>
            <Button tone="heat" icon="flame" onClick={() => answer(true)}>
              {t('ask.accept', { zone, target })}
            </Button>
          </>
        )
      }
    >
      <p className="mute">{t(remote ? 'ask.waiting' : 'ask.expires', { count: left })}</p>
    </Alert>
  )
}
