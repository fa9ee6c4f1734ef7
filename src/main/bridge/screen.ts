import type { Role } from '#contract/snapshot.ts'

/** Somebody who looks at the kitchen: the stove's own display, or another screen that was paired. */
export interface Screen {
  readonly id: string
  readonly name: string
  readonly role: Role
}
