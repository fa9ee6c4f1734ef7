import { useTranslation } from 'react-i18next'
import { showCountdown } from '#core/units/duration.ts'
import { degrees } from '../../format/temperature.ts'
import { useCookSeconds } from '../../state/clock.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { Degrees } from '../../ui/degrees.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useZoneFace } from '../../zones/use-zone-face.ts'
import { currentStep } from './step-zones.ts'

/** What the step waits for: time that runs down, or a temperature on its way. */
export function StepProgress() {
  const cook = useSnapshot((snapshot) => snapshot.cook)
  const step = cook === null ? null : currentStep(cook)
  if (cook === null || step === null) return null
  switch (step.until.kind) {
    case 'cook':
    case 'technique':
    case 'core':
    case 'doneness':
      return null
    case 'time':
      return <TimeLeft total={step.until.duration * 1000} />
    case 'temperature': {
      const zone = cook.zones[step.until.role]
      return zone === undefined ? null : (
        <Approach zone={zone} goal={step.until.celsius} falling={step.until.direction === 'below'} />
      )
    }
    default:
      return step.until satisfies never
  }
}

function TimeLeft({ total }: { readonly total: number }) {
  const { t } = useTranslation()
  const ends = useSnapshot((snapshot) => snapshot.cook?.stepEndsAtCook ?? null)
  const kept = useSnapshot((snapshot) => snapshot.cook?.stepRemaining ?? null)
  const done = useSnapshot((snapshot) => snapshot.cook?.stepDone === true)
  const now = useCookSeconds()
  const left = done ? 0 : ends === null ? (kept ?? total) : Math.max(0, ends - now * 1000)
  return (
    <div className="progress" data-done={done || undefined}>
      <span className="progress-figure num">{showCountdown(left)}</span>
      <span className="progress-word">
        {t(done ? 'cook.timeOver' : ends === null ? 'cook.timeStands' : 'cook.timeLeft')}
      </span>
      <Bar share={1 - left / total} />
    </div>
  )
}

function Approach({
  zone,
  goal,
  falling,
}: {
  readonly zone: number
  readonly goal: number
  readonly falling: boolean
}) {
  const { t } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const done = useSnapshot((snapshot) => snapshot.cook?.stepDone === true)
  const face = useZoneFace(zone, unit)
  const now = face?.celsius ?? null
  const from = falling ? Math.max(goal + 60, now ?? 0) : 20
  const share = now === null ? 0 : (now - from) / (goal - from)
  return (
    <div className="progress" data-done={done || undefined}>
      <span className="progress-figure">
        {now === null ? <span className="num">––</span> : <Degrees value={degrees(now, unit)} />}
        <Icon name="arrow" />
        <Degrees value={degrees(goal, unit)} />
      </span>
      <span className="progress-word">
        {done ? t('cook.reached') : t(falling ? 'cook.cooling' : 'cook.heating', { zone: face?.name ?? '' })}
      </span>
      <Bar share={done ? 1 : share} />
    </div>
  )
}

function Bar({ share }: { readonly share: number }) {
  const shown = Math.min(1, Math.max(0, share))
  return <span className="progress-bar" ref={(bar) => bar?.style.setProperty('--share', String(shown))} />
}
