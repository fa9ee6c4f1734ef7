import { useTranslation } from 'react-i18next'
import { showSpan } from '#core/units/duration.ts'
import { spoken } from '../../format/text.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { QuickTimers } from '../../timers/quick-timers.tsx'

/** The way through the dish, where there is room for it: what is done, what runs, what comes. */
export function StepList() {
  const { t, i18n } = useTranslation()
  const cook = useSnapshot((snapshot) => snapshot.cook)
  if (cook === null) return null
  return (
    <div className="way card">
      <h2 className="way-title">{spoken(cook.recipe.title, i18n.language)}</h2>
      <p className="mute small">{t('cook.serves', { count: cook.servings })}</p>
      <ol className="way-steps scroll">
        {cook.recipe.steps.map((step, index) => (
          <li
            key={step.id}
            data-place={index < cook.stepIndex ? 'done' : index === cook.stepIndex ? 'now' : 'ahead'}
            aria-current={index === cook.stepIndex ? 'step' : undefined}
          >
            <span>{spoken(step.title, i18n.language)}</span>
            {step.until.kind === 'time' && <span className="num mute">{showSpan(step.until.duration)}</span>}
          </li>
        ))}
      </ol>
      <QuickTimers />
    </div>
  )
}
