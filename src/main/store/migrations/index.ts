import type { Migration } from '../migrate.ts'
import { begin } from './0001-begin.ts'

/** Every migration in order, numbered without gaps. One that has been released never changes. */
export const MIGRATIONS: readonly Migration[] = [begin]
