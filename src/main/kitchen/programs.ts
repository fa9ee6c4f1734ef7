import type { CommandResult } from '#contract/commands.ts'
import type { ProgramSnapshot } from '#contract/program.ts'
import type { ProgramNews } from '#core/cook/event.ts'
import { eventsBetween } from '#core/cook/watch.ts'
import type { Choices } from '#core/program/choices.ts'
import { NOTHING } from '#core/program/envelope.ts'
import type { ProgramEffect, ProgramEvent } from '#core/program/event.ts'
import { planOfStep, type Techniques } from '#core/program/of-step.ts'
import { planReadyBy, type ReadyBy } from '#core/program/outlook.ts'
import type { KeptProgram } from '#core/program/kept.ts'
import { coreOfFood, enterPhase, passTime, startPanFood, type PanFood } from '#core/program/pan-food.ts'
import { planProgram, type Planning, type ProgramPlan } from '#core/program/plan.ts'
import { refuse, type ProgramRefusal } from '#core/program/refusal.ts'
import { newProgram, type ProgramState } from '#core/program/state.ts'
import { programStep } from '#core/program/step.ts'
import type { TechniqueHeat } from '#core/recipe/recipe.ts'
import type { LogEntry } from '#core/safety/log-entry.ts'
import { type RefusalCode, REFUSAL_CODES } from '#core/safety/refusal.ts'
import type { HeatAnswer, HeatRequest } from '#core/safety/request.ts'
import { targetInRange } from '#core/safety/touch.ts'
import type { SafetyView } from '#core/safety/view.ts'
import type { StoveDescription, ZoneId, ZoneTarget } from '#core/stove/stove.ts'
import { milliseconds } from '#core/units/quantities.ts'
import type { Screen } from '#main/bridge/screen.ts'
import type { ProgramWord } from './actions.ts'
import type { Envelopes } from './envelopes.ts'
import { mediumAround, RateKeeper } from './pan-medium.ts'
import {
  draw,
  NO_OUTLOOK,
  NOTHING_NOW,
  programSnapshot,
  type RunningProgram,
  type Foresee,
} from './running-program.ts'
import type { Declared } from './estimates.ts'
import { beliefOf, evaporatedOf, nowOf, type ZoneKnowledge } from './zone-knowledge.ts'

export interface ProgramsDependencies {
  readonly techniques: Techniques
  readonly envelopes: Envelopes
  readonly request: (request: HeatRequest) => Promise<HeatAnswer>
  readonly wallNow: () => number
  readonly cookNow: () => number
  readonly speed: () => number
  readonly stove: () => StoveDescription | null
  /** Where water boils in this kitchen, °C. */
  readonly boilsAt: () => number
  readonly foresee: Foresee
  readonly changed: () => void
  readonly ring: () => void
  readonly log: (entry: LogEntry) => void
  /** The places of the programs have changed: they outlive the process. */
  readonly keep: () => void
  /** What became of a technique that a step of the cook has begun. */
  readonly tellCook: (zone: ZoneId, news: ProgramNews) => void
}

/** A finger, or a question from elsewhere. */
interface Asker {
  readonly screen: Screen
  /** Wall time of the touch. */
  readonly at: number
}

const DONE: CommandResult = { kind: 'done' }
/** Where refined frying oils begin to smoke, °C: rapeseed, 204, the lowest of them (docs/techniques.md). */
const FRYING_OIL_SMOKES = 204
/** How often what is to come is drawn anew, ms on the wall. */
const DRAW_PERIOD = 2000
/** How long the end of a program is shown, ms on the cook's clock. */
const SHOWN_AFTER = 600_000

/** Runs techniques on zones: turns their wishes into requests, their records into the log, their rings into sound. */
export class Programs {
  readonly #deps: ProgramsDependencies
  readonly #running = new Map<ZoneId, RunningProgram>()
  /** What lies on a zone; it outlives one program for the next step of a recipe. */
  readonly #foods = new Map<ZoneId, PanFood>()
  readonly #rates = new RateKeeper()
  #view: SafetyView | null = null
  #drawnAtWall = Number.NEGATIVE_INFINITY

  constructor(deps: ProgramsDependencies) {
    this.#deps = deps
  }

  /** Something runs, or waits to. */
  get active(): boolean {
    return [...this.#running.values()].some(
      ({ state }) => state.status === 'running' || state.status === 'waiting',
    )
  }

  /** Zones whose probe is in the food and not in the liquid around it. */
  get probedFood(): ReadonlySet<ZoneId> {
    return new Set([...this.#foods].filter(([, { choice }]) => choice.probed === true).map(([zone]) => zone))
  }

  snapshot(): readonly ProgramSnapshot[] {
    return [...this.#running.values()]
      .toSorted((a, b) => a.zone - b.zone)
      .map((program) => programSnapshot(program, this.#foodOf(program)))
  }

  /** The programs' places, to be kept. A cook keeps his own. */
  get kept(): readonly KeptProgram[] {
    return [...this.#running.values()]
      .filter(({ ofCook, state }) => !ofCook && state.status !== 'ended')
      .map((program): KeptProgram => {
        const { zone, state } = program
        const { readyAt: _, ...choices } = programSnapshot(program, null).choices
        const technique = state.plan.technique.id
        return { zone, technique, choices, phaseIndex: state.phaseIndex, elapsed: state.elapsed }
      })
  }

  /** What is said to be in a pan by what runs on it. */
  declared(zone: ZoneId): Declared {
    const program = this.#running.get(zone)
    const phase = program?.state.plan.technique.phases[program.state.phaseIndex]
    return {
      smokePoint: phase?.contact === 'oil' ? FRYING_OIL_SMOKES : null,
      core: this.#foods.get(zone)?.estimate?.core ?? null,
    }
  }

  coreOf(zone: ZoneId): number | null {
    return coreOfFood(this.#foods.get(zone) ?? null)?.value ?? null
  }

  /** Law 6: a hand at the display is the touch itself; any other screen asks. */
  async start(
    zone: ZoneId,
    id: string,
    choices: Choices,
    touchedAt: number | null,
    screen: Screen,
  ): Promise<CommandResult> {
    const technique = this.#deps.techniques.get(id)
    if (technique === undefined) return answerOf(refuse('technique-unknown', { technique: id }))
    const before = this.#running.get(zone)
    const inUse = before !== undefined && before.state.status !== 'ended'
    if (inUse && (before.ofCook || screen.role !== 'display')) return answerOf(refuse('zone-busy', { zone }))
    const planning = this.#fitting(zone, planProgram(technique, choices))
    if (planning.kind === 'refused') return answerOf(planning)
    const readyBy = this.#readyBy(planning.plan, choices.readyAt ?? null)
    if (readyBy?.kind === 'refused') return answerOf(readyBy)
    this.#foods.delete(zone)
    this.#lay(zone, planning.plan, { ofCook: false, readyAt: choices.readyAt ?? null, readyBy })
    const hand = screen.role === 'display'
    const answer = await this.#dispatch(zone, { type: 'start', hand }, this.#asker(screen, touchedAt))
    return this.#begun(zone, answer)
  }

  /** Another mind: what is not chosen anew stays as it was. */
  async change(
    zone: ZoneId,
    choices: Choices,
    touchedAt: number | null,
    screen: Screen,
  ): Promise<CommandResult> {
    const program = this.#running.get(zone)
    if (program === undefined || program.state.status === 'ended')
      return answerOf(refuse('no-program', { zone }))
    const { plan } = program.state
    const whole = this.#deps.techniques.get(plan.technique.id)
    const kept = programSnapshot(program, null).choices
    const wanted = { ...kept, ...(choices.doneness === undefined ? {} : { core: undefined }), ...choices }
    const single = plan.phases.length === 1 && (whole?.phases.length ?? 1) > 1
    const phase = single ? plan.technique.phases[0]?.id : undefined
    const heat: TechniqueHeat = {
      kind: 'technique',
      technique: plan.technique.id,
      ...(phase === undefined ? {} : { phase }),
      choices: wanted,
    }
    const planning = this.#fitting(zone, this.#replan(heat, choices.celsius !== undefined))
    if (planning.kind === 'refused') return answerOf(planning)
    const readyBy = this.#readyBy(planning.plan, wanted.readyAt ?? null)
    if (readyBy?.kind === 'refused') return answerOf(readyBy)
    this.#put({ ...program, readyAt: wanted.readyAt ?? null, readyBy })
    const startsAt = readyBy?.kind === 'late' ? readyBy.startsAtCook : null
    const hand = screen.role === 'display'
    const event = { type: 'change', plan: planning.plan, startsAt, hand } as const
    await this.#dispatch(zone, event, this.#asker(screen, touchedAt))
    this.#drawNow()
    return DONE
  }

  async say(
    zone: ZoneId,
    word: ProgramWord,
    touchedAt: number | null,
    screen: Screen,
  ): Promise<CommandResult> {
    const program = this.#running.get(zone)
    if (program === undefined) return answerOf(refuse('no-program', { zone }))
    if (program.state.status === 'ended') {
      if (!program.ofCook) this.#forget(zone)
      return DONE
    }
    if (word !== 'next' && program.ofCook) return answerOf(refuse('zone-busy', { zone }))
    const asker = this.#asker(screen, touchedAt)
    if (word === 'resume') {
      await this.#dispatch(zone, { type: 'resume', hand: screen.role === 'display' }, asker)
    } else await this.#dispatch(zone, { type: word }, asker)
    if (word === 'stop') this.#forget(zone)
    return DONE
  }

  /** A step of the cook begins a technique on a zone; null = it lets go, and the zone keeps its heat. */
  drive(zone: ZoneId, heat: TechniqueHeat | null): void {
    const before = this.#running.get(zone)
    if (before !== undefined) this.#forget(zone)
    if (heat === null) return
    const planning = planOfStep(heat, this.#deps.techniques)
    if (planning.kind === 'refused') {
      // The cook could not have begun with it: checked at its start.
      this.#news(zone, { kind: 'ended' })
      return
    }
    const { food } = planning.plan.choices
    const lying = this.#foods.get(zone)
    if (food !== null && JSON.stringify(lying?.choice) !== JSON.stringify(food)) this.#foods.delete(zone)
    this.#lay(zone, planning.plan, { ofCook: true, readyAt: null, readyBy: null })
    void this.#dispatch(zone, { type: 'start', hand: true }, null)
  }

  /** Law 7: what a restart has interrupted is offered at its place, and heats nothing. */
  offer(kept: readonly KeptProgram[]): void {
    for (const { zone, technique: id, choices, phaseIndex, elapsed } of kept) {
      const technique = this.#deps.techniques.get(id)
      if (technique === undefined || this.#running.has(zone)) continue
      const planning = planProgram(technique, choices)
      if (planning.kind === 'refused' || phaseIndex >= planning.plan.phases.length) continue
      this.#lay(zone, planning.plan, { ofCook: false, readyAt: null, readyBy: null })
      const laid = this.#running.get(zone)
      if (laid === undefined) continue
      const state: ProgramState = {
        ...laid.state,
        status: 'paused',
        pausedBy: { kind: 'recovered' },
        phaseIndex,
        elapsed,
      }
      this.#put({ ...laid, state })
    }
  }

  /** With each report and at least four times a second: time passes, zones change, temperatures arrive. */
  observe(view: SafetyView, knowledge: (zone: ZoneId) => ZoneKnowledge | null): void {
    const before = this.#view
    this.#view = view
    if (this.#running.size === 0) return
    const at = this.#deps.cookNow()
    for (const event of eventsBetween(before, view, at)) {
      if (event.type === 'zone-off') this.#zoneOff(event.zone, event.cause)
      if (event.type === 'zone-set')
        void this.#dispatch(event.zone, { type: 'zone-set', target: event.target })
    }
    for (const zone of this.#running.keys()) {
      const known = knowledge(zone)
      if (known !== null) this.#learn(zone, known, at)
      void this.#dispatch(zone, { type: 'tick' })
      this.#letGo(zone, at)
    }
    if (this.#deps.wallNow() - this.#drawnAtWall >= DRAW_PERIOD) this.#drawNow()
  }

  #zoneOff(zone: ZoneId, cause: string): void {
    const program = this.#running.get(zone)
    if (program?.ofCook === true && program.state.status === 'ended') this.#news(zone, { kind: 'off', cause })
    else void this.#dispatch(zone, { type: 'zone-off', cause })
  }

  #learn(zone: ZoneId, known: ZoneKnowledge, at: number): void {
    const program = this.#running.get(zone)
    if (program === undefined) return
    const boilsAt = this.#deps.boilsAt()
    const liquid = known.estimate?.contents.temperature?.value ?? null
    const now = nowOf(known, this.#rates.of(zone, at / 1000, liquid), boilsAt)
    const food = this.#foodOf(program)
    const followed =
      food === null
        ? null
        : passTime(food, at / 1000, mediumAround(food, now), food.choice.probed === true ? known.probe : null)
    if (followed !== null) this.#foods.set(zone, followed)
    const belief = beliefOf(known, now, coreOfFood(followed)?.value ?? null, program.evaporatedBefore)
    this.#put({
      ...program,
      now,
      probe: known.probe,
      evaporatedBefore: program.evaporatedBefore ?? evaporatedOf(known),
      readsShare: belief.share !== null,
    })
    void this.#dispatch(zone, { type: 'belief', belief })
  }

  #foodOf({ zone, state }: RunningProgram): PanFood | null {
    return state.plan.choices.food === null ? null : (this.#foods.get(zone) ?? null)
  }

  #lay(
    zone: ZoneId,
    plan: ProgramPlan,
    { ofCook, readyAt, readyBy }: Pick<RunningProgram, 'ofCook' | 'readyAt' | 'readyBy'>,
  ): void {
    const at = this.#deps.cookNow()
    const startsAt = readyBy?.kind === 'late' ? readyBy.startsAtCook : null
    const { food } = plan.choices
    if (food !== null && !this.#foods.has(zone)) {
      this.#foods.set(zone, startPanFood(food, this.#deps.boilsAt(), at / 1000))
    }
    this.#put({
      zone,
      state: newProgram(plan, at, { startsAt, atEnd: ofCook ? 'keep' : 'off' }),
      ofCook,
      readyAt,
      readyBy,
      now: { ...NOTHING_NOW, boilsAt: this.#deps.boilsAt() },
      probe: null,
      evaporatedBefore: null,
      readsShare: false,
      outlook: NO_OUTLOOK,
      forecast: null,
      drawnAt: at,
    })
  }

  #put(program: RunningProgram): void {
    this.#running.set(program.zone, program)
  }

  #forget(zone: ZoneId): void {
    const program = this.#running.get(zone)
    if (program === undefined) return
    this.#running.delete(zone)
    this.#deps.envelopes.setProgram(zone, NOTHING, program.state.plan.technique.id)
    this.#deps.keep()
    this.#deps.changed()
  }

  /** An end that nobody has looked at goes away by itself. */
  #letGo(zone: ZoneId, at: number): void {
    const program = this.#running.get(zone)
    if (program === undefined || program.ofCook || program.state.status !== 'ended') return
    if (at - program.state.countedAt >= SHOWN_AFTER) this.#forget(zone)
  }

  #asker(screen: Screen, touchedAt: number | null): Asker {
    const now = this.#deps.wallNow()
    return { screen, at: Math.min(now, touchedAt ?? now) }
  }

  /** Lets something happen to a program; the answer to the heat that it asked for, null when it asked for none. */
  async #dispatch(
    zone: ZoneId,
    happening: Happening,
    asker: Asker | null = null,
  ): Promise<HeatAnswer | null> {
    const program = this.#running.get(zone)
    if (program === undefined) return null
    const { state, effects } = programStep(program.state, {
      ...happening,
      at: this.#deps.cookNow(),
    } as ProgramEvent)
    if (state === program.state && effects.length === 0) return null
    const moved = state.phaseIndex !== program.state.phaseIndex || state.status !== program.state.status
    this.#put({ ...program, state, ...(moved ? { evaporatedBefore: null } : {}) })
    if (moved) {
      this.#enter(zone, state)
      // What was drawn is past: the next look draws anew.
      this.#drawnAtWall = Number.NEGATIVE_INFINITY
    }
    this.#tell(program, state)
    let answer: Promise<HeatAnswer | null> = Promise.resolve(null)
    for (const effect of effects) answer = this.#perform(program, effect, asker) ?? answer
    if (effects.length > 0) {
      this.#deps.keep()
      this.#deps.changed()
    }
    return answer
  }

  #enter(zone: ZoneId, { plan, phaseIndex, status }: ProgramState): void {
    const food = this.#foods.get(zone)
    const phase = plan.technique.phases[phaseIndex]
    if (food === undefined || phase === undefined || status !== 'running') return
    this.#foods.set(zone, enterPhase(food, plan.technique.id, phase))
  }

  #perform(program: RunningProgram, effect: ProgramEffect, asker: Asker | null): Promise<HeatAnswer> | null {
    const { zone, ofCook } = program
    const id = program.state.plan.technique.id
    switch (effect.type) {
      case 'wish':
        return this.#wish(zone, id, effect.target, asker)
      case 'accepted':
        this.#deps.envelopes.setProgram(zone, effect.envelope, id)
        return null
      case 'ring':
        // A cook rings for himself where his step's technique waits, stands still or is done.
        if (!ofCook || effect.why === 'phase-done') this.#deps.ring()
        return null
      case 'record':
        this.#deps.log({
          at: milliseconds(this.#deps.wallNow()),
          kind: 'program',
          zone,
          by: id,
          details: { event: effect.kind, ...effect.data },
        })
        return null
    }
  }

  async #wish(zone: ZoneId, id: string, target: ZoneTarget, asker: Asker | null): Promise<HeatAnswer> {
    const answer = await this.#deps.request({ zone, target, ...askedBy(zone, id, target, asker) })
    void this.#dispatch(zone, { type: 'heat-answer', target, answer })
    return answer
  }

  /** What a step of the cook should know of its technique. */
  #tell({ zone, ofCook, state: before }: RunningProgram, after: ProgramState): void {
    if (!ofCook) return
    if (after.status === 'ended' && before.status !== 'ended') this.#news(zone, { kind: 'ended' })
    else if (after.status === 'paused' && before.status !== 'paused') this.#paused(zone, after)
    else if (after.standing === 'awaiting' && before.standing !== 'awaiting') {
      this.#news(zone, { kind: 'awaiting', target: after.target })
    } else if (after.standing === 'set' && before.standing !== 'set') this.#news(zone, { kind: 'set' })
  }

  #paused(zone: ZoneId, { pausedBy }: ProgramState): void {
    const code = pausedBy?.kind === 'refused' ? refusalCode(pausedBy.code) : null
    if (code !== null) this.#news(zone, { kind: 'refused', code })
    else this.#news(zone, { kind: 'off', cause: pausedBy?.kind === 'fault' ? pausedBy.code : 'stop' })
  }

  /** Told after what happens now is done with: the cook may begin the next technique in answer. */
  #news(zone: ZoneId, news: ProgramNews): void {
    queueMicrotask(() => this.#deps.tellCook(zone, news))
  }

  /** A start that the supervisor refuses for good has not happened. */
  #begun(zone: ZoneId, answer: HeatAnswer | null): CommandResult {
    if (answer?.kind !== 'refused') return DONE
    if (answer.code === 'needs-touch' || answer.code === 'touch-expired') return DONE
    this.#forget(zone)
    if (answer.code === 'not-set-up') return answerOf(refuse('no-circuit'))
    return answerOf(refuse('heat-refused', { code: answer.code }))
  }

  /** A bath that is too cold for another goal gets what is usual for that goal, unless it was chosen just now. */
  #replan(heat: TechniqueHeat, chosen: boolean): Planning {
    const planning = planOfStep(heat, this.#deps.techniques)
    if (planning.kind === 'plan' || planning.code !== 'bath-too-cold' || chosen) return planning
    return planOfStep({ ...heat, choices: { ...heat.choices, celsius: undefined } }, this.#deps.techniques)
  }

  /** Whether the zone is there and can be set so hot. */
  #fitting(zone: ZoneId, planning: Planning): Planning {
    if (planning.kind === 'refused') return planning
    const description = this.#deps.stove()?.zones.find(({ id }) => id === zone)
    if (description === undefined) return refuse('zone-unknown', { zone })
    const { technique, phases } = planning.plan
    const beyond = phases.find(({ target }) => !targetInRange(target, description))?.target
    if (beyond === undefined) return planning
    const celsius = 'celsius' in beyond ? beyond.celsius : 0
    return refuse('too-hot-for-zone', { technique: technique.id, celsius, most: description.maxSurface })
  }

  #readyBy(plan: ProgramPlan, readyAt: number | null): ReadyBy | ProgramRefusal | null {
    if (readyAt === null) return null
    const wallNow = this.#deps.wallNow()
    if (readyAt <= wallNow) return refuse('ready-in-past')
    const at = this.#deps.cookNow()
    const wanted = at + (readyAt - wallNow) * this.#deps.speed()
    const boilsAt = this.#deps.boilsAt()
    const { food } = plan.choices
    const lying = food === null ? null : startPanFood(food, boilsAt, at / 1000)
    return planReadyBy(plan, wanted, at, { ...NOTHING_NOW, boilsAt }, lying)
  }

  #drawNow(): void {
    this.#drawnAtWall = this.#deps.wallNow()
    for (const program of this.#running.values()) {
      this.#put(draw(program, this.#foodOf(program), this.#deps.foresee))
    }
  }
}

type Happening = ProgramEvent extends infer Event
  ? Event extends ProgramEvent
    ? Omit<Event, 'at'>
    : never
  : never

const answerOf = ({ code, figures }: ProgramRefusal): CommandResult => ({
  kind: 'refused',
  code,
  detail: JSON.stringify(figures),
})

const refusalCode = (code: string): RefusalCode | null =>
  REFUSAL_CODES.find((known) => known === code) ?? null

function askedBy(
  zone: ZoneId,
  id: string,
  target: ZoneTarget,
  asker: Asker | null,
): Pick<HeatRequest, 'origin' | 'by' | 'touch'> {
  if (asker === null) return { origin: 'program', by: id, touch: null }
  const { screen, at } = asker
  return screen.role === 'display'
    ? { origin: 'display', by: screen.id, touch: { zone, target, at: milliseconds(at) } }
    : { origin: 'remote', by: screen.id, touch: null }
}
