import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PlannedEnd, ProgramPlan } from '#core/program/plan.ts'
import type { Span } from '#core/program/span.ts'
import { showSpan } from '#core/units/duration.ts'
import { degreesText, type TemperatureUnit } from '../format/temperature.ts'
import { spoken } from '../format/text.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { heatText } from './technique-heat.ts'

interface PhaseListProps {
  readonly plan: ProgramPlan
  readonly spans?: readonly (Span | null)[]
  /** Index of the phase that runs. */
  readonly now?: number
}

/** What happens, one line a phase: what it is called, how hot, until when. */
export function PhaseList({ plan, spans, now }: PhaseListProps) {
  const { t, i18n } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  return (
    <ol className="phases">
      {plan.phases.map((phase, index) => {
        const span = spans?.[index] ?? null
        const told = span !== null && phase.until.kind !== 'time' && span.seconds > 0
        return (
          <li
            key={plan.technique.phases[index]?.id ?? index}
            data-place={
              now === undefined ? undefined : index < now ? 'done' : index === now ? 'now' : 'ahead'
            }
            aria-current={index === now ? 'step' : undefined}
          >
            <span className="phase-title">{spoken(plan.technique.phases[index]?.title, i18n.language)}</span>
            <span className="phase-heat">{heatText(phase.target, unit, t)}</span>
            <span className="phase-until">
              {[
                untilText(phase.until, unit, t),
                told ? t('technique.about', { time: showSpan(span.seconds) }) : '',
                phase.waits && phase.until.kind !== 'cook' ? t('technique.waits') : '',
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function untilText(until: PlannedEnd, unit: TemperatureUnit, t: TFunction): string {
  switch (until.kind) {
    case 'cook':
    case 'boil':
      return t(`technique.until.${until.kind}`)
    case 'time':
      return showSpan(until.seconds)
    case 'temperature':
      return t(`technique.until.${until.direction}`, { celsius: degreesText(until.celsius, unit) })
    case 'core':
      return t('technique.until.core', { celsius: degreesText(until.celsius, unit) })
    case 'weight':
      return t('technique.until.weight', { share: Math.round(until.share * 100) })
    default:
      return until satisfies never
  }
}
