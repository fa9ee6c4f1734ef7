import { randomUUID } from 'node:crypto'
import type { CommandResult } from '#contract/commands.ts'
import type { CookSnapshot, Snapshot } from '#contract/snapshot.ts'
import type { CookEffect, CookEvent, ProgramNews } from '#core/cook/event.ts'
import { progressOf } from '#core/cook/progress.ts'
import { recover } from '#core/cook/recover.ts'
import { cookStep, planCook } from '#core/cook/session.ts'
import type { CookState } from '#core/cook/state.ts'
import { eventsBetween } from '#core/cook/watch.ts'
import { checkZones } from '#core/recipe/assign.ts'
import { envelope, type ZonesByRole } from '#core/recipe/heat.ts'
import { envelopeIn, planOfStep, type Techniques } from '#core/program/of-step.ts'
import { withSenses } from '#core/program/senses.ts'
import type { Recipe, TechniqueHeat } from '#core/recipe/recipe.ts'
import { scaleRecipe } from '#core/recipe/scale.ts'
import type { HeatAnswer, HeatRequest } from '#core/safety/request.ts'
import type { SafetyView } from '#core/safety/view.ts'
import type { StoveDescription, ZoneId } from '#core/stove/stove.ts'
import type { Store, UnfinishedCook } from '#main/store/store.ts'
import type { Envelopes } from './envelopes.ts'

export interface CookingDependencies {
  readonly store: Store
  readonly techniques: Techniques
  readonly envelopes: Envelopes
  /** A technique begins on a zone for a step; null = it lets go. */
  readonly drive: (zone: ZoneId, heat: TechniqueHeat | null) => void
  /** Temperature in the middle of the food on a zone, °C. */
  readonly coreOf: (zone: ZoneId) => number | null
  readonly request: (request: HeatRequest) => Promise<HeatAnswer>
  /** Wall time, and the cook's clock. */
  readonly wallNow: () => number
  readonly cookNow: () => number
  readonly speed: () => number
  readonly stove: () => StoveDescription | null
  /** Something changed that the screens should see. */
  readonly changed: () => void
  /** A step ended, a touch is needed, the dish is ready. */
  readonly ring: () => void
}

interface Running {
  readonly session: string
  readonly stove: string
  readonly servings: number
  readonly zones: ZonesByRole
  readonly state: CookState
}

const DONE: CommandResult = { kind: 'done' }
const refused = (code: string): CommandResult => ({ kind: 'refused', code })

/** Drives the cook's state machine: turns its wishes into requests, its records into rows, its rings into sound. */
export class Cooking {
  readonly #deps: CookingDependencies
  #running: Running | null = null
  #left: UnfinishedCook | null = null
  #view: SafetyView | null = null

  constructor(deps: CookingDependencies) {
    this.#deps = deps
  }

  get active(): boolean {
    return this.#running !== null && this.#running.state.status !== 'finished'
  }

  /** Law 7: what a crash left behind is offered, never taken up by itself. */
  offer(left: UnfinishedCook | null): void {
    this.#left = left
  }

  snapshot(): CookSnapshot | null {
    const running = this.#running
    if (running === null) return null
    return {
      session: running.session,
      recipe: running.state.plan.recipe,
      servings: running.servings,
      zones: running.zones,
      ...progressOf(running.state),
    }
  }

  interrupted(): Snapshot['interrupted'] {
    if (this.#left === null || this.#running !== null) return null
    const { session, recipe, events } = this.#left
    const place = recover({ recipe, zones: this.#left.zones }, events, this.#deps.cookNow())
    return { session, title: recipe.title.en ?? recipe.title.de ?? recipe.id, stepIndex: place.stepIndex }
  }

  async start(recipe: Recipe, servings: number, zones: ZonesByRole): Promise<CommandResult> {
    const stove = this.#deps.stove()
    if (stove === null) return refused('not-connected')
    if (this.active) return refused('cook-running')
    const assignment = checkZones(recipe, zones, stove.zones)
    if (assignment.kind !== 'ok') return { kind: 'refused', code: assignment.kind, detail: assignment.role }
    const unknown = this.#unknownTechnique(recipe)
    if (unknown !== null) return { kind: 'refused', code: 'technique-unknown', detail: unknown }
    const session = randomUUID()
    const scaled = withSenses(scaleRecipe(recipe, servings), this.#deps.techniques)
    try {
      await this.#deps.store.beginCook({
        session,
        stove: stove.id,
        at: this.#deps.wallNow(),
        speed: this.#deps.speed(),
        recipe: scaled,
        servings,
        zones,
      })
    } catch {
      return refused('log-unwritable')
    }
    if (this.#left !== null) await this.#letGo()
    const state = planCook({ recipe: scaled, zones }, this.#deps.cookNow())
    this.#take({ session, stove: stove.id, servings, zones, state })
    this.#dispatch({ type: 'start', at: this.#deps.cookNow() })
    return DONE
  }

  /** A word of the cook: next, back, pause, resume, finish, abandon. */
  say(word: 'next' | 'back' | 'pause' | 'resume' | 'finish' | 'abandon'): CommandResult {
    if (this.#running === null) return refused('no-cook')
    if (!this.active) {
      // The last screen of a finished cook is left by any of these words.
      this.#running = null
      this.#deps.changed()
      return DONE
    }
    this.#dispatch({ type: word, at: this.#deps.cookNow() })
    return DONE
  }

  async recover(session: string, take: boolean): Promise<CommandResult> {
    const left = this.#left
    if (left === null || left.session !== session) return refused('no-cook')
    if (!take) {
      await this.#letGo()
      this.#deps.changed()
      return DONE
    }
    const stove = this.#deps.stove()
    if (stove === null) return refused('not-connected')
    if (stove.id !== left.stove) return refused('another-stove')
    this.#left = null
    const plan = { recipe: left.recipe, zones: left.zones }
    const state = recover(plan, left.events, this.#deps.cookNow())
    this.#take({ session, stove: left.stove, servings: left.servings, zones: left.zones, state })
    this.#deps.changed()
    return DONE
  }

  /** With each report and at least ten times a second: time passes, zones change, temperatures arrive. */
  observe(view: SafetyView): void {
    const before = this.#view
    this.#view = view
    if (!this.active) return
    const at = this.#deps.cookNow()
    for (const event of eventsBetween(before, view, at)) this.#dispatch(event)
    for (const zone of view.zones) {
      const celsius = zone.quality === 'measured' ? zone.surface : null
      this.#dispatch({ type: 'reading', at, zone: zone.zone, celsius, core: this.#deps.coreOf(zone.zone) })
    }
    this.#dispatch({ type: 'tick', at })
  }

  /** What became of a technique that a step has begun. */
  hear(zone: ZoneId, news: ProgramNews): void {
    if (this.active) this.#dispatch({ type: 'program', at: this.#deps.cookNow(), zone, news })
  }

  /** The first technique of a recipe that this kitchen does not have, or that does not take the recipe's choices. */
  #unknownTechnique(recipe: Recipe): string | null {
    for (const heat of recipe.steps.flatMap((step) => step.heat)) {
      if (heat.kind !== 'technique') continue
      const planning = planOfStep(heat, this.#deps.techniques)
      if (planning.kind === 'refused') return `${heat.technique}: ${planning.code}`
    }
    return null
  }

  #take(running: Running): void {
    this.#running = running
    const { recipe } = running.state.plan
    const accepted = envelope(recipe, running.zones, envelopeIn(this.#deps.techniques))
    this.#deps.envelopes.setCook(accepted, recipe.id)
  }

  #dispatch(event: CookEvent): void {
    const running = this.#running
    if (running === null) return
    const { state, effects } = cookStep(running.state, event)
    if (state === running.state && effects.length === 0) return
    this.#running = { ...running, state }
    for (const effect of effects) this.#perform(running, effect)
    const ended = state.status === 'finished' || state.status === 'abandoned'
    if (ended && running.state.status !== state.status) {
      this.#deps.envelopes.setCook(null, state.plan.recipe.id)
      const end = state.status === 'finished' ? 'finished' : 'abandoned'
      // A full disk has its own voice (the store's health); the cook is over all the same.
      this.#deps.store.endCook(running.session, this.#deps.wallNow(), end).catch(() => {})
      if (end === 'abandoned') this.#running = null
    }
    if (effects.length > 0 || ended) this.#deps.changed()
  }

  #perform(running: Running, effect: CookEffect): void {
    switch (effect.type) {
      case 'wish': {
        const { zone, target } = effect
        const by = running.state.plan.recipe.id
        void this.#deps.request({ zone, target, origin: 'program', by, touch: null }).then((answer) => {
          this.#dispatch({ type: 'heat-answer', at: this.#deps.cookNow(), zone, target, answer })
        })
        return
      }
      case 'program':
        this.#deps.drive(effect.zone, effect.heat)
        return
      case 'ring':
        this.#deps.ring()
        return
      case 'record': {
        const { kind, data } = effect.record
        this.#deps.store.appendCookEvent(running.session, { at: this.#deps.wallNow(), kind, data })
      }
    }
  }

  async #letGo(): Promise<void> {
    const left = this.#left
    this.#left = null
    if (left === null) return
    const last = left.events.at(-1)?.at ?? left.at
    await this.#deps.store.endCook(left.session, last, 'interrupted').catch(() => {})
  }
}
