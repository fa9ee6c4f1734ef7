import { useTranslation } from 'react-i18next'
import { showCountdown } from '#core/units/duration.ts'
import { degreesText } from '../../format/temperature.ts'
import { spoken } from '../../format/text.ts'
import { StepBubble } from '../../hologram/overlay/zone-reading.tsx'
import { useCookSeconds } from '../../state/clock.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { Icon } from '../../ui/icon.tsx'
import { useZoneFace } from '../../zones/use-zone-face.ts'
import { currentStep } from './step-zones.ts'

/** The running step, laid over its zone: its name, and what it waits for. */
export function StepOnZone({ zone }: { readonly zone: number }) {
  const { t, i18n } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const cook = useSnapshot((snapshot) => snapshot.cook)
  const face = useZoneFace(zone, unit)
  const now = useCookSeconds()
  const step = cook === null ? null : currentStep(cook)
  if (cook === null || step === null || face === null) return null
  const { until } = step
  const left = cook.stepEndsAtCook === null ? cook.stepRemaining : cook.stepEndsAtCook - now * 1000
  return (
    <StepBubble>
      <span className="bubble-title">{spoken(step.title, i18n.language)}</span>
      <strong className="bubble-figure">
        {cook.stepDone && t('cook.ready')}
        {!cook.stepDone && until.kind === 'time' && left !== null && (
          <span className="num">{showCountdown(left)}</span>
        )}
        {!cook.stepDone && until.kind === 'temperature' && cook.zones[until.role] === zone && (
          <>
            <Icon name="arrow" />
            <span className="num">{degreesText(until.celsius, unit)}</span>
          </>
        )}
      </strong>
    </StepBubble>
  )
}
