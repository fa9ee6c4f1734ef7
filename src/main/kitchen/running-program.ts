import type { ProgramSnapshot } from '#contract/program.ts'
import { nextAction, noticesOf } from '#core/program/advice.ts'
import type { Choices } from '#core/program/choices.ts'
import { bandsOf } from '#core/program/goal.ts'
import { outlookOf, type Outlook, type ReadyBy } from '#core/program/outlook.ts'
import { pasteurisedOf, type PanFood } from '#core/program/pan-food.ts'
import type { Settled } from '#core/program/settle.ts'
import type { ZoneNow } from '#core/program/span.ts'
import { askedOf, isCounting, phaseOf, type ProgramState } from '#core/program/state.ts'
import type { Figure } from '#core/heat/twin/contents.ts'
import type { FoodTwin } from '#core/heat/twin/food-twin.ts'
import type { Forecast } from '#core/heat/twin/forecast.ts'
import type { ZoneId, ZoneTarget } from '#core/stove/stove.ts'

/** A program with what the kitchen knows around it. */
export interface RunningProgram {
  readonly zone: ZoneId
  readonly state: ProgramState
  /** A step of the running cook drives it. */
  readonly ofCook: boolean
  /** Kitchen wall time at which the cook wants it; null = whenever. */
  readonly readyAt: number | null
  readonly readyBy: ReadyBy | null
  readonly now: ZoneNow
  readonly probe: number | null
  /** Grams that had boiled away when the phase began; null = unknown. */
  readonly evaporatedBefore: number | null
  /** Whether it is known how far the contents have boiled down. */
  readonly readsShare: boolean
  readonly outlook: Outlook
  readonly forecast: Forecast | null
  /** Cook's clock, ms, at which outlook and forecast were drawn. */
  readonly drawnAt: number
}

export const NO_OUTLOOK: Outlook = { ready: null, assumes: [], path: [] }
export const NOTHING_NOW: ZoneNow = {
  surface: null,
  liquid: null,
  surfaceRate: null,
  liquidRate: null,
  boilsAt: 100,
}

/** What is drawn where nobody can tell how long it takes, s. */
const USUAL_SPAN = 1200
/** And at the most: further ahead a line says nothing, s. */
const MOST_SPAN = 6 * 3600

/** Looks `seconds` ahead on a zone; null while nothing is known of its pan. */
export type Foresee = (
  zone: ZoneId,
  target: ZoneTarget,
  seconds: number,
  food: FoodTwin | null,
) => Forecast | null

/** Draws what is to come anew. */
export function draw(program: RunningProgram, food: PanFood | null, foresee: Foresee): RunningProgram {
  const { zone, state, now } = program
  if (state.status !== 'running') {
    return { ...program, outlook: NO_OUTLOOK, forecast: null, drawnAt: state.countedAt }
  }
  const outlook = outlookOf(state, now, food)
  const wanted =
    outlook.ready === null ? USUAL_SPAN : (1.2 * (outlook.ready.latestCook - state.countedAt)) / 1000
  const span = Math.min(MOST_SPAN, Math.max(60, wanted))
  const forecast = foresee(zone, askedOf(state), span, food?.twin ?? null)
  return { ...program, outlook, forecast, drawnAt: state.countedAt }
}

export function programSnapshot(program: RunningProgram, food: PanFood | null): ProgramSnapshot {
  const { zone, state, ofCook, now, outlook } = program
  const { technique, choices } = state.plan
  const { until } = phaseOf(state)
  const left = until.kind === 'time' && isCounting(state) ? until.seconds * 1000 - state.elapsed : null
  const core = food?.estimate?.core ?? null
  return {
    zone,
    technique: technique.id,
    title: technique.title,
    choices: chosen(choices, program.readyAt),
    ofCook,
    status: statusOf(state),
    pausedBy: state.pausedBy,
    phase: {
      id: technique.phases[state.phaseIndex]?.id ?? '',
      index: state.phaseIndex,
      startedAtCook: state.phaseStartedAt,
      endsAtCook: left === null || state.phaseDone ? null : state.countedAt + Math.max(0, left),
      done: state.phaseDone,
    },
    target: state.standing === 'overridden' ? state.target : askedOf(state),
    goal: choices.core,
    food: choices.food,
    core:
      core === null
        ? null
        : {
            celsius: tenths(core.value),
            deviation: tenths(core.deviation),
            from: food?.twin?.probed ? 'probe' : 'model',
          },
    section: sectionOf(food),
    ready: outlook.ready,
    readyBy:
      program.readyBy === null
        ? null
        : { kind: program.readyBy.kind, startsAtCook: program.readyBy.startsAtCook },
    assumes: [...new Set([...outlook.assumes, ...(program.readyBy?.assumes ?? [])])],
    next: { code: nextAction(state), atCook: nextAt(program) },
    notices: noticesOf(state, now, food, program.readsShare),
    awaitingTouch: state.standing === 'awaiting' ? state.target : null,
    path: outlook.path,
    forecast: program.forecast === null ? null : course(program.forecast, program.drawnAt),
  }
}

/** A line of so many points is as smooth as the eye asks; each travels to every screen. */
const EACH = 3

function course({ seconds, surface, liquid, core }: Forecast, from: number): ProgramSnapshot['forecast'] {
  const thin = <Value>(values: readonly Value[]): readonly Value[] =>
    values.filter((_, index) => index % EACH === 0)
  const line = (
    figures: readonly Figure[] | null,
    of: (figure: Figure) => number,
  ): readonly (number | null)[] =>
    figures === null ? thin(seconds).map(() => null) : thin(figures).map((figure) => tenths(of(figure)))
  return {
    atCook: thin(seconds).map((second) => from + second * 1000),
    surface: line(surface, ({ value }) => value),
    liquid: line(liquid, ({ value }) => value),
    core: line(core, ({ value }) => value),
    spread: line(core, ({ deviation }) => deviation),
  }
}

const tenths = (value: number): number => Math.round(value * 10) / 10

const statusOf = ({ status, pausedBy }: ProgramState): ProgramSnapshot['status'] => {
  if (status === 'new') return 'waiting'
  return status === 'paused' && pausedBy?.kind === 'recovered' ? 'offered' : status
}

function nextAt({ state, outlook }: RunningProgram): number | null {
  if (state.status === 'waiting') return state.startsAt
  return outlook.path[1]?.atCook ?? outlook.ready?.atCook ?? null
}

function sectionOf(food: PanFood | null): ProgramSnapshot['section'] {
  if (food === null || food.estimate === null) return null
  return {
    celsius: food.estimate.profile.map(({ value }) => tenths(value)),
    bands: bandsOf(food.choice.kind),
    pasteurised: pasteurisedOf(food),
  }
}

/** The choices as they stand, the usual filled in. */
const chosen = (settled: Settled, readyAt: number | null): Choices => ({
  ...(settled.celsius === null ? {} : { celsius: settled.celsius }),
  ...(settled.minutes === null ? {} : { minutes: settled.minutes }),
  ...(settled.core === null ? {} : { core: settled.core }),
  ...(settled.share === null ? {} : { share: settled.share }),
  ...(settled.doneness === null ? {} : { doneness: settled.doneness }),
  ...(settled.food === null ? {} : { food: settled.food }),
  ...(readyAt === null ? {} : { readyAt }),
})
