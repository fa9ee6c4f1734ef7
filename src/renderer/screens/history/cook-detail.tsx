import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { CookGraph, CookSummary } from '#contract/commands.ts'
import { temperatureText } from '../../format/temperature.ts'
import { spoken } from '../../format/text.ts'
import { dayAndTime } from '../../format/wall-time.ts'
import { mendLanguage } from '../../i18n/mend-language.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { WaitingLine } from '../../ui/waiting-line.tsx'
import { zonesCookedOn } from './graph-data.ts'

const Graph = lazy(async () => {
  mendLanguage()
  return { default: (await import('./graph.tsx')).Graph }
})

/** As many points as a wide screen has pixels for. */
const POINTS = 1200

export function CookDetail({ cook }: { readonly cook: CookSummary }) {
  const { t, i18n } = useTranslation()
  const { answer, again } = useAnswer(
    (client) => client.history.graph({ session: cook.session, points: POINTS }),
    cook.session,
  )
  return (
    <article className="cook-detail card">
      <header className="cook-detail-head">
        <h1>{spoken(cook.title, i18n.language)}</h1>
        <p className="mute small">
          {dayAndTime(cook.startedAtWall, i18n.language)}
          {cook.virtual && ` · ${t('history.virtual')}`}
          {cook.speed !== 1 && ` · ${cook.speed}×`}
        </p>
      </header>
      {answer.kind !== 'ready' && <WaitingLine failed={answer.kind === 'failed'} onRetry={again} />}
      {answer.kind === 'ready' && answer.value === null && <p className="mute">{t('history.noGraph')}</p>}
      {answer.kind === 'ready' && answer.value !== null && (
        <>
          <Suspense fallback={null}>
            <Graph graph={answer.value} />
          </Suspense>
          <Legend graph={answer.value} />
        </>
      )}
    </article>
  )
}

/** Names the lines, and says their highest point for whoever does not see them. */
function Legend({ graph }: { readonly graph: CookGraph }) {
  const { t } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  return (
    <ul className="graph-legend small">
      {zonesCookedOn(graph).map((zone, index) => {
        const most = Math.max(...zone.max.filter((value) => value !== null))
        return (
          <li key={zone.zone} data-line={index}>
            {zone.name}
            <span className="mute">{t('history.most', { most: temperatureText(most, unit) })}</span>
          </li>
        )
      })}
      <li data-mark="step">{t('history.steps')}</li>
      {graph.events.some((event) => event.kind === 'fault' || event.kind === 'lost') && (
        <li data-mark="fault">{t('history.faultMark')}</li>
      )}
    </ul>
  )
}
