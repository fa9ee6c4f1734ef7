import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CookSnapshot } from '#contract/snapshot.ts'
import { stepAmounts } from '#core/recipe/scale.ts'
import type { Step } from '#core/recipe/recipe.ts'
import { amountText, displayOf } from '../../format/amount.ts'
import { Instruction, senseParts } from '../../format/instruction.tsx'
import { spoken } from '../../format/text.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { PausedNote } from './paused-note.tsx'
import { StepControls } from './step-controls.tsx'
import { StepFood } from './step-food.tsx'
import { StepProgress } from './step-progress.tsx'
import { currentStep } from './step-zones.ts'
import { TouchToHeat } from './touch-to-heat.tsx'

export function StepCard() {
  const { t, i18n } = useTranslation()
  const cook = useSnapshot((snapshot) => snapshot.cook)
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const body = useRef<HTMLDivElement>(null)
  const index = cook?.stepIndex
  useEffect(() => {
    if (index !== undefined) body.current?.scrollTo({ top: 0 })
  }, [index])
  const step = cook === null ? null : currentStep(cook)
  if (cook === null || step === null) return null
  const language = i18n.language
  return (
    <article className="step card" data-paused={cook.status === 'paused' || undefined}>
      <header className="step-head">
        <p className="step-place">
          {t('cook.place', { step: cook.stepIndex + 1, of: cook.recipe.steps.length })} ·{' '}
          {t(`cook.mode.${step.mode}`)}
        </p>
        <h1 className="step-title">{spoken(step.title, language)}</h1>
        <StepProgress />
      </header>
      <div className="step-body scroll" ref={body} tabIndex={0}>
        {cook.status === 'paused' && <PausedNote by={cook.pausedBy} />}
        <p className="step-text">
          <Instruction text={spoken(step.text, language)} unit={unit} />
        </p>
        <StepFood />
        <Amounts cook={cook} step={step} />
        <Senses text={spoken(step.senses, language)} />
      </div>
      <TouchToHeat />
      <StepControls />
    </article>
  )
}

function Amounts({ cook, step }: { readonly cook: CookSnapshot; readonly step: Step }) {
  const { t, i18n } = useTranslation()
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const amounts = stepAmounts(cook.recipe, step)
  if (amounts.length === 0) return null
  return (
    <ul className="chips" aria-label={t('cook.goesIn')}>
      {amounts.map(({ ingredient, amount }) => (
        <li key={ingredient.id} className="chip">
          {amount !== null && (
            <span className="chip-amount num">{amountText(amount, displayOf(settings), t)}</span>
          )}
          {spoken(ingredient.name, i18n.language)}
        </li>
      ))}
    </ul>
  )
}

function Senses({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  if (text === '') return null
  return (
    <section className="senses" aria-label={t('cook.senses')}>
      {senseParts(text).map((part) => (
        <p key={part.text}>
          {part.sense !== '' && <em>{part.sense} </em>}
          {part.text}
        </p>
      ))}
    </section>
  )
}
