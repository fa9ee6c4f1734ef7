import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recipe } from '#core/recipe/recipe.ts'
import { scaleRecipe } from '#core/recipe/scale.ts'
import { timesOf } from '#core/recipe/times.ts'
import { showSpan } from '#core/units/duration.ts'
import { amountText, displayOf } from '../../format/amount.ts'
import { spoken } from '../../format/text.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { go } from '../../state/screen.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { Button } from '../../ui/button.tsx'
import { WaitingLine } from '../../ui/waiting-line.tsx'
import { RemoveOwn } from './remove-own.tsx'
import { StartCard } from './start-card.tsx'

/** One recipe: what it is, what it needs, and how to begin. */
export function RecipePage({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { answer, again } = useAnswer((client) => client.recipe.get({ id }), id)
  if (answer.kind !== 'ready') {
    return (
      <section className="page">
        <WaitingLine failed={answer.kind === 'failed'} onRetry={again} />
      </section>
    )
  }
  if (answer.value === null) {
    return (
      <section className="page page-empty">
        <h1>{t('command.recipe-unknown')}</h1>
        <Button icon="back" onClick={() => go('recipes')}>
          {t('recipes.all')}
        </Button>
      </section>
    )
  }
  return <Opened recipe={answer.value} />
}

function Opened({ recipe }: { readonly recipe: Recipe }) {
  const { t, i18n } = useTranslation()
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const [servings, setServings] = useState(recipe.servings)
  const language = i18n.language
  const scaled = scaleRecipe(recipe, servings)
  const times = timesOf(recipe)
  return (
    <section className="page recipe-page">
      <div className="recipe-text scroll" tabIndex={0}>
        <Button tone="quiet" icon="back" className="recipe-back" onClick={() => go('recipes')}>
          {t('recipes.all')}
        </Button>
        <h1>{spoken(recipe.title, language)}</h1>
        <p className="recipe-story">{spoken(recipe.story, language)}</p>
        <p className="mute small">
          {recipe.author} · {showSpan(times.total)} · {t('recipes.handsOn', { time: showSpan(times.active) })}
        </p>
        <RemoveOwn id={recipe.id} />
        <div className="recipe-lists">
          <div>
            <h2 className="eyebrow">{t('recipes.ingredients')}</h2>
            <ul className="ingredients">
              {scaled.ingredients.map((ingredient) => (
                <li key={ingredient.id}>
                  <span className="ingredient-amount num">
                    {amountText(ingredient.amount, displayOf(settings), t)}
                  </span>
                  <span>
                    {spoken(ingredient.name, language)}
                    {ingredient.preparation !== undefined && (
                      <span className="mute">, {spoken(ingredient.preparation, language)}</span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </div>
          <div>
            <h2 className="eyebrow">{t('recipes.steps')}</h2>
            <ol className="recipe-steps">
              {recipe.steps.map((step) => (
                <li key={step.id}>
                  {spoken(step.title, language)}
                  {step.until.kind === 'time' && (
                    <span className="num mute">{showSpan(step.until.duration)}</span>
                  )}
                </li>
              ))}
            </ol>
            <h2 className="eyebrow">{t('recipes.equipment')}</h2>
            <ul className="equipment">
              {recipe.equipment.map((thing) => (
                <li key={spoken(thing, 'en')}>{spoken(thing, language)}</li>
              ))}
            </ul>
          </div>
        </div>
      </div>
      <StartCard recipe={recipe} servings={servings} onServings={setServings} />
    </section>
  )
}
