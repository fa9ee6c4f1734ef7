import type { CookEffect, CookOutcome, RecordData, RecordKind, RingReason } from './event.ts'
import type { CookState } from './state.ts'

export const outcome = (state: CookState, effects: readonly CookEffect[] = []): CookOutcome => ({
  state,
  effects,
})

/** Goes on from an outcome, keeping the effects in their order. */
export function onward(before: CookOutcome, go: (state: CookState) => CookOutcome): CookOutcome {
  const after = go(before.state)
  return before.effects.length === 0
    ? after
    : { state: after.state, effects: [...before.effects, ...after.effects] }
}

export const record = (kind: RecordKind, data: RecordData): CookEffect => ({
  type: 'record',
  record: { kind, data },
})

export const ring = (why: RingReason, stepIndex: number): CookEffect => ({ type: 'ring', why, stepIndex })
