import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecipeSummary } from '#contract/commands.ts'
import { showSpan } from '#core/units/duration.ts'
import { spoken } from '../../format/text.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { go } from '../../state/screen.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { WaitingLine } from '../../ui/waiting-line.tsx'
import { HeatPath } from './heat-path.tsx'
import { ImportRecipe } from './import-recipe.tsx'

/** The recipes of the house: what ships with it, and the household's own. */
export function Library() {
  const { t, i18n } = useTranslation()
  const { answer, again } = useAnswer((client) => client.recipe.list(), 'recipes')
  const [wanted, setWanted] = useState('')
  const language = i18n.language
  const found = useMemo(() => {
    const words = wanted
      .toLocaleLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
    const all = answer.kind === 'ready' ? answer.value : []
    const text = (recipe: RecipeSummary): string =>
      `${spoken(recipe.title, language)} ${spoken(recipe.story, language)} ${recipe.author}`.toLocaleLowerCase()
    return all.filter((recipe) => words.every((word) => text(recipe).includes(word)))
  }, [answer, wanted, language])
  return (
    <section className="page library scroll" aria-label={t('nav.recipes')}>
      <header className="page-head">
        <h1>{t('recipes.title')}</h1>
        <input
          type="search"
          className="search"
          value={wanted}
          placeholder={t('recipes.search')}
          aria-label={t('recipes.search')}
          onChange={(event) => setWanted(event.target.value)}
        />
        <ImportRecipe onAdded={again} />
      </header>
      {answer.kind !== 'ready' && <WaitingLine failed={answer.kind === 'failed'} onRetry={again} />}
      {answer.kind === 'ready' && answer.value.length === 0 && (
        <div className="page-empty">
          <h2>{t('recipes.emptyTitle')}</h2>
          <p className="mute">{t('recipes.emptyText')}</p>
        </div>
      )}
      {answer.kind === 'ready' && answer.value.length > 0 && found.length === 0 && (
        <p className="mute">{t('recipes.noneFound', { wanted })}</p>
      )}
      <ul className="recipe-cards">
        {found.map((recipe) => (
          <li key={recipe.id}>
            <RecipeCard recipe={recipe} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RecipeCard({ recipe }: { readonly recipe: RecipeSummary }) {
  const { t, i18n } = useTranslation()
  const zones = useSnapshot((snapshot) => snapshot.zones.length)
  const tooMany = zones > 0 && recipe.zones > zones
  return (
    <button type="button" className="recipe-card card" onClick={() => go('recipes', recipe.id)}>
      <HeatPath id={recipe.id} />
      <span className="recipe-card-title">{spoken(recipe.title, i18n.language)}</span>
      <span className="recipe-card-story">{spoken(recipe.story, i18n.language)}</span>
      <span className="recipe-card-facts">
        <strong>{showSpan(recipe.total)}</strong>
        <span data-short={tooMany || undefined}>{t('recipes.zones', { count: recipe.zones })}</span>
        <span>{t('cook.serves', { count: recipe.servings })}</span>
        {recipe.origin === 'own' && <span className="recipe-card-own">{t('recipes.own')}</span>}
      </span>
    </button>
  )
}
