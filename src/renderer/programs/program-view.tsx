import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgramSnapshot } from '#contract/program.ts'
import { planProgram } from '#core/program/plan.ts'
import { showCountdown } from '#core/units/duration.ts'
import { degreesText } from '../format/temperature.ts'
import { spoken } from '../format/text.ts'
import { useCookSeconds } from '../state/clock.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { Segmented } from '../ui/segmented.tsx'
import { useZoneFace } from '../zones/use-zone-face.ts'
import { ByHand } from './by-hand.tsx'
import { FoodSection } from './food-section.tsx'
import { PhaseList } from './phase-list.tsx'
import { ProgramChange } from './program-change.tsx'
import { ProgramFoot } from './program-foot.tsx'
import { ProgramNotices } from './program-notices.tsx'
import { Assumptions, ReadyLine } from './ready-line.tsx'
import { heatText } from './technique-heat.ts'
import { useTechnique } from './use-techniques.ts'
import './technique-sheet.css'
import './program-view.css'

// The plotting library comes when somebody wants a graph, not with the first screen.
const CourseGraph = lazy(async () => ({ default: (await import('./course-graph.tsx')).CourseGraph }))

const VIEWS = ['now', 'course', 'change', 'hand'] as const

/** A technique under way on one zone: what it does now, its course, another mind, and how a hand would do it. */
export function ProgramView({ program }: { readonly program: ProgramSnapshot }) {
  const { t } = useTranslation()
  const [view, setView] = useState<(typeof VIEWS)[number]>('now')
  const technique = useTechnique(program.technique)
  const planning = technique === null ? null : planProgram(technique, program.choices)
  return (
    <>
      <Segmented
        label={t('program.views')}
        value={view}
        onChange={setView}
        options={VIEWS.map((each) => ({ value: each, text: t(`program.view.${each}`) }))}
      />
      <div className="program-body scroll" tabIndex={0}>
        {view === 'now' && (
          <>
            <ProgramNotices program={program} which="urgent" />
            <ReadyLine program={program} />
            <FoodSection program={program} />
            <PhaseNow
              program={program}
              text={technique?.phases.find(({ id }) => id === program.phase.id)?.text}
            />
            <ProgramNotices program={program} which="remark" />
            <Assumptions program={program} />
          </>
        )}
        {view === 'course' && (
          <>
            <ReadyLine program={program} />
            <Suspense fallback={<div className="course" />}>
              <CourseGraph program={program} />
            </Suspense>
            {planning?.kind === 'plan' && <PhaseList plan={planning.plan} now={program.phase.index} />}
          </>
        )}
        {view === 'change' && technique !== null && (
          <>
            <ReadyLine program={program} />
            <ProgramChange program={program} technique={technique} />
          </>
        )}
        {view === 'hand' && technique !== null && <ByHand technique={technique} wrong />}
      </div>
      <ProgramFoot program={program} technique={technique} />
    </>
  )
}

/** The running phase: what the cook does in it, how hot it is and shall be, and how long it still takes. */
function PhaseNow(props: {
  readonly program: ProgramSnapshot
  readonly text: ProgramSnapshot['title'] | undefined
}) {
  const { program, text } = props
  const { t, i18n } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const face = useZoneFace(program.zone, unit)
  const now = useCookSeconds()
  const { endsAtCook } = program.phase
  return (
    <div className="phase-now">
      <p className="phase-now-facts">
        <span className="phase-heat">{heatText(program.target, unit, t)}</span>
        <span className="mute">
          {face?.celsius == null
            ? t('zone.quality.unknown')
            : t('technique.heat.temperature', { celsius: degreesText(face.celsius, unit) })}
        </span>
        {endsAtCook !== null && <span className="num">{showCountdown(endsAtCook - now * 1000)}</span>}
      </p>
      {text !== undefined && <p className="phase-now-text">{spoken(text, i18n.language)}</p>}
    </div>
  )
}
