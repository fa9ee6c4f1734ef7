import { useTranslation } from 'react-i18next'
import type { CookSummary } from '#contract/commands.ts'
import { showSpan } from '#core/units/duration.ts'
import { spoken } from '../../format/text.ts'
import { dayAndTime } from '../../format/wall-time.ts'
import { go, useScreen } from '../../state/screen.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { Button } from '../../ui/button.tsx'
import { WaitingLine } from '../../ui/waiting-line.tsx'
import { CookDetail } from './cook-detail.tsx'
import './history.css'

const PAGE = 60

/** What was cooked here, newest first, and the graph of one of them. */
export function HistoryScreen() {
  const { t } = useTranslation()
  const session = useScreen((state) => state.route.item)
  const { answer, again } = useAnswer(
    (client) => client.history.list({ before: null, limit: PAGE }),
    'history',
  )
  if (answer.kind !== 'ready') {
    return (
      <section className="page">
        <WaitingLine failed={answer.kind === 'failed'} onRetry={again} />
      </section>
    )
  }
  const cooks = answer.value
  if (cooks.length === 0) {
    return (
      <section className="page page-empty">
        <h1>{t('history.emptyTitle')}</h1>
        <p className="mute">{t('history.emptyText')}</p>
        <Button tone="primary" icon="recipes" onClick={() => go('recipes')}>
          {t('hob.chooseRecipe')}
        </Button>
      </section>
    )
  }
  const shown = cooks.find((cook) => cook.session === session) ?? cooks[0]
  return (
    <section className="page history" aria-label={t('nav.history')}>
      <ul className="history-list scroll">
        {cooks.map((cook) => (
          <li key={cook.session}>
            <CookRow cook={cook} current={cook === shown} />
          </li>
        ))}
      </ul>
      {shown !== undefined && <CookDetail key={shown.session} cook={shown} />}
    </section>
  )
}

function CookRow({ cook, current }: { readonly cook: CookSummary; readonly current: boolean }) {
  const { t, i18n } = useTranslation()
  const took =
    cook.endedAtWall === null ? null : ((cook.endedAtWall - cook.startedAtWall) / 1000) * cook.speed
  return (
    <button
      type="button"
      className="history-row"
      aria-current={current || undefined}
      onClick={() => go('history', cook.session)}
    >
      <span className="history-row-title">{spoken(cook.title, i18n.language)}</span>
      <span className="mute small">{dayAndTime(cook.startedAtWall, i18n.language)}</span>
      <span className="history-row-facts small">
        <span data-end={cook.end}>{t(`history.end.${cook.end}`)}</span>
        {took !== null && <span>{showSpan(took)}</span>}
        {cook.faults > 0 && <strong>{t('history.faults', { count: cook.faults })}</strong>}
      </span>
    </button>
  )
}
