import { useTranslation } from 'react-i18next'
import type { Fault } from '#core/safety/fault.ts'
import { faultFigures } from '../format/fault-figures.ts'
import { clockTime } from '../format/wall-time.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { send } from '../state/send.ts'
import { Button } from '../ui/button.tsx'
import { Alert } from './alert.tsx'

/** A latched fault: it goes only when its cause is gone and a hand at the display has acknowledged it. */
export function FaultAlert({ fault }: { readonly fault: Fault }) {
  const { t, i18n } = useTranslation()
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  const zone = useSnapshot((snapshot) => snapshot.zones.find((each) => each.id === fault.zone)?.name)
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const stands = !fault.cleared
  const text = t(`fault.${fault.code}.measured`, { defaultValue: '', skipInterpolation: true })
  const figures = text === '' ? null : faultFigures(text, fault.figures, unit, i18n.language)
  return (
    <Alert
      tone="danger"
      icon="warning"
      calls
      title={`${zone ?? t('shell.wholeStove')}: ${t(`fault.${fault.code}.title`)}`}
      actions={
        stands || remote ? (
          <span className="alert-state">{t(stands ? 'fault.stands' : 'fault.atTheStove')}</span>
        ) : (
          <Button onClick={() => void send((client) => client.acknowledge({ fault: fault.id }))}>
            {t('fault.acknowledge')}
          </Button>
        )
      }
    >
      <p>
        {t(`fault.${fault.code}.what`)}{' '}
        {figures !== null && (
          <span className="num-in-text">{t(`fault.${fault.code}.measured`, figures)} </span>
        )}
        <strong>{t(`fault.${fault.code}.do`)}</strong>{' '}
        <span className="mute">{t('fault.since', { time: clockTime(fault.at, i18n.language) })}</span>
      </p>
    </Alert>
  )
}
