import type { Snapshot } from '#contract/snapshot.ts'

/**
 * What STOP may claim. Never optimistic: `off` only when the kitchen took the command after the press and its own
 * snapshot shows every zone without target and without power, on a stove that answers.
 */
export type StopPhase = 'ready' | 'sending' | 'off' | 'unconfirmed' | 'unreachable'

export interface StopFacts {
  /** Page time of the last press; null when there was none lately. */
  readonly pressedAt: number | null
  /** The kitchen answered `done` to a press. */
  readonly taken: boolean
  /** Page time since which everything has been known to be off after this press; null when it never was. */
  readonly offSince: number | null
  readonly now: number
  readonly linked: boolean
  readonly snapshot: Snapshot | null
}

/** How long a press may go unconfirmed before that is said. */
export const PATIENCE_MS = 1200
/** How long everything must have been off for the press to be done with: heat after that is a hand's new wish. */
export const SETTLED_MS = 1000
/** How long the last word stands. */
export const LINGER_MS = 8000

export function everythingIsOff(snapshot: Snapshot): boolean {
  return snapshot.safety.zones.every((zone) => zone.target.kind === 'off' && zone.demand === 0)
}

export function stopPhase(facts: StopFacts): StopPhase {
  const { pressedAt, snapshot } = facts
  if (pressedAt === null) return 'ready'
  if (facts.linked && facts.taken && snapshot?.connection.kind === 'connected' && everythingIsOff(snapshot)) {
    return 'off'
  }
  if (!facts.linked) return 'unreachable'
  if (facts.offSince !== null && facts.now - facts.offSince >= SETTLED_MS) return 'ready'
  return facts.now - pressedAt < PATIENCE_MS ? 'sending' : 'unconfirmed'
}
