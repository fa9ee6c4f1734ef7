import { useTranslation } from 'react-i18next'
import { showCountdown } from '#core/units/duration.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { useWallSeconds } from '../state/clock.ts'
import { Button } from '../ui/button.tsx'
import { Alert } from './alert.tsx'

/** Law 8: nobody is forgotten. Any touch on the display answers; the button only makes that plain. */
export function Attendance() {
  const { t } = useTranslation()
  const due = useSnapshot((snapshot) => snapshot.safety.attendanceDueAt)
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  const offAt = useSnapshot((snapshot) =>
    Math.min(...snapshot.safety.zones.map((zone) => zone.offAt ?? Number.POSITIVE_INFINITY)),
  )
  const wall = useWallSeconds()
  if (due === null || wall * 1000 < due) return null
  const left = Number.isFinite(offAt) ? showCountdown(offAt - wall * 1000) : null
  return (
    <Alert
      tone="ask"
      icon="hand"
      calls
      title={t('attendance.title')}
      actions={
        !remote && (
          // The touch itself is the answer: the next proof that STOP is shown carries it.
          <Button tone="primary" big>
            {t('attendance.here')}
          </Button>
        )
      }
    >
      <p>{left === null ? t('attendance.soon') : t('attendance.offIn', { time: left })}</p>
    </Alert>
  )
}
