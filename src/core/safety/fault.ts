import type { Milliseconds } from '../units/quantities.ts'
import type { ZoneId } from '../stove/stove.ts'

/**
 * Stable codes of everything that turns heat off by itself. The texts stand in the locales under `fault.<code>`
 * (title, what happened, what to do). A fault latches until somebody acknowledges it at the display.
 */
export const FAULT_CODES = [
  'link-lost', // law 3: reports too old
  'sensor-missing', // law 3: no value
  'sensor-range', // law 3: value outside what a sensor can mean
  'sensor-jump', // law 3: value moved faster than heat can
  'sensor-frozen', // law 3: value does not move though power does, or sequence/uptime stands still
  'heats-while-off', // law 4: shorted switch
  'no-rise', // law 5: power without rise
  'rise-without-power', // law 5: rise although the device reports no power
  'runaway', // law 5: past the setpoint
  'too-hot', // law 5: hotter than the surface may become
  'device-fault', // the device complains by itself
  'lease-missed', // law 2: the device dropped the heat since it was not renewed
  'supervisor-late', // law 2: our own tick came too late
  'unattended', // law 8: nobody has touched anything for too long
  'on-too-long', // law 8: longest time at this power
  'display-lost', // law 13: no live display shows STOP
  'command-ignored', // the device does not do what it acknowledged
] as const

export type FaultCode = (typeof FAULT_CODES)[number]

export interface Fault {
  /** Unique within the life of the supervisor. */
  readonly id: number
  readonly code: FaultCode
  /** The zone it belongs to; null when it is the whole stove's. */
  readonly zone: ZoneId | null
  /** Wall time at which it was found. */
  readonly at: Milliseconds
  /** Figures for the text, for example {celsius: 312}. */
  readonly figures: Readonly<Record<string, number>>
  /** Whether the cause is gone by now; a fault whose cause stands cannot be acknowledged away. */
  readonly cleared: boolean
}
