import type { CookEffect, CookEvent } from '#core/cook/event.ts'
import { cookStep, planCook } from '#core/cook/session.ts'
import type { CookPlan, CookState } from '#core/cook/state.ts'
import type { HeatAnswer } from '#core/safety/request.ts'
import type { ZoneId, ZoneTarget } from '#core/stove/stove.ts'

export interface Moment {
  readonly before: CookState
  readonly event: CookEvent
  readonly after: CookState
  readonly effects: readonly CookEffect[]
}

type WithoutAt<E> = E extends CookEvent ? Omit<E, 'at'> : never

/** A cook in a test's hand: events go in, everything that came of them is kept. */
export class Cook {
  readonly moments: Moment[] = []
  state: CookState
  at = 0

  constructor(plan: CookPlan) {
    this.state = planCook(plan, 0)
  }

  /** Lets something happen now; returns its effects. */
  do(event: WithoutAt<CookEvent>): readonly CookEffect[] {
    const full = { ...event, at: this.at } as CookEvent
    const { state, effects } = cookStep(this.state, full)
    this.moments.push({ before: this.state, event: full, after: state, effects })
    this.state = state
    return effects
  }

  /** Lets milliseconds pass and ticks. */
  wait(ms: number): readonly CookEffect[] {
    this.at += ms
    return this.do({ type: 'tick' })
  }

  answer(zone: ZoneId, target: ZoneTarget, answer: HeatAnswer): readonly CookEffect[] {
    return this.do({ type: 'heat-answer', zone, target, answer })
  }

  /** Answers the newest wish that still waits for one. */
  answerLast(answer: HeatAnswer): readonly CookEffect[] {
    const open = this.state.driven.findLast(({ standing }) => standing === 'sent')
    return open === undefined || open.wish.kind === 'technique'
      ? []
      : this.answer(open.zone, open.wish, answer)
  }

  /** The whole way of a start: asked, touched at the display, heat on. */
  touchAll(): void {
    for (const { zone, wish } of this.state.driven) {
      if (wish.kind === 'technique') {
        this.do({ type: 'program', zone, news: { kind: 'set' } })
        continue
      }
      this.answer(zone, wish, { kind: 'asked', question: 1 })
      this.do({ type: 'zone-set', zone, target: wish })
    }
  }

  get effects(): readonly CookEffect[] {
    return this.moments.flatMap((moment) => moment.effects)
  }

  get records(): readonly Extract<CookEffect, { type: 'record' }>['record'][] {
    return this.effects.flatMap((effect) => (effect.type === 'record' ? [effect.record] : []))
  }
}

export const wishesOf = (effects: readonly CookEffect[]) =>
  effects.flatMap((effect) => (effect.type === 'wish' ? [{ zone: effect.zone, target: effect.target }] : []))

export const ringsOf = (effects: readonly CookEffect[]) =>
  effects.flatMap((effect) => (effect.type === 'ring' ? [effect.why] : []))
