/** What can be said with a source, or why nothing can be. */
export type Claim<Value> = Known<Value> | Unknown

interface Known<Value> {
  readonly kind: 'known'
  readonly value: Value
  /** Author, year and place of what this rests on. */
  readonly source: string
}

export interface Unknown {
  readonly kind: 'unknown'
  /** under, over: outside the temperatures of the source. no-source: nobody said, as far as the kitchen knows. */
  readonly why: 'under-range' | 'over-range' | 'no-source'
}

export const known = <Value>(value: Value, source: string): Claim<Value> => ({ kind: 'known', value, source })
export const unknown = (why: Unknown['why']): Unknown => ({ kind: 'unknown', why })
export const NO_SOURCE = unknown('no-source')
