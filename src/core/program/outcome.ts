import type { RecordData } from '../cook/event.ts'
import type { ProgramEffect, ProgramOutcome, ProgramRecordKind } from './event.ts'
import type { ProgramState } from './state.ts'

export const outcome = (state: ProgramState, effects: readonly ProgramEffect[] = []): ProgramOutcome => ({
  state,
  effects,
})

/** Goes on from an outcome, keeping the effects in their order. */
export function onward(before: ProgramOutcome, go: (state: ProgramState) => ProgramOutcome): ProgramOutcome {
  const after = go(before.state)
  return before.effects.length === 0
    ? after
    : { state: after.state, effects: [...before.effects, ...after.effects] }
}

export const record = (kind: ProgramRecordKind, data: RecordData): ProgramEffect => ({
  type: 'record',
  kind,
  data,
})
