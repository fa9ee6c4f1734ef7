import type { ZoneId } from '../stove/stove.ts'
import type { Choices } from './choices.ts'

/** Where a program stood, as it outlives the process. */
export interface KeptProgram {
  readonly zone: ZoneId
  readonly technique: string
  readonly choices: Choices
  readonly phaseIndex: number
  readonly elapsed: number
}
