import type { StoveDescription } from '#core/stove/stove.ts'
import type { Watts } from '#core/units/quantities.ts'
import type { StoveEvent, StoveProblemCode } from '../stove.ts'
import type { DeviceMessage, Heat, HostMessage, Off, Thermal } from './message.ts'
import type { ReportOrder } from './report-order.ts'

/** Times of the host's side, all in wall milliseconds. */
export interface LinkTimes {
  /** From the opening of the line to WELCOME. Boards that restart when the port opens need 2 s. */
  readonly greeting: number
  /** HELLO and CONFIGURE are said again after this. */
  readonly again: number
  /** OFF and HEAT are said again after this. */
  readonly commandAgain: number
  /** A demand is sent, or sent again, at most this long after it was made. */
  readonly demandLife: number
  /** Without any sound frame for this long the line is given up. */
  readonly silence: number
  /** How long closing waits for the acknowledgement of its OFF. */
  readonly farewell: number
}

export const LINK_TIMES: LinkTimes = {
  greeting: 4000,
  again: 250,
  commandAgain: 80,
  demandLife: 250,
  silence: 3000,
  farewell: 250,
}

/** A command that waits for its acknowledgement. */
interface Sent<Message> {
  readonly message: Message
  readonly firstAt: number
  readonly lastAt: number
}

interface Greeting {
  readonly kind: 'greeting'
  readonly since: number
  readonly helloAt: number
}

export interface Live {
  readonly kind: 'live'
  readonly description: StoveDescription
  readonly order: ReportOrder
  /** Uptime in the newest report, as it came (wraps). */
  readonly seen: number
  /** The newest demand, while it cannot be sent. */
  readonly waiting: { readonly powers: readonly Watts[]; readonly seen: number; readonly at: number } | null
  readonly heat: Sent<Heat> | null
  /** Since when reports have come too late to be taken for now. */
  readonly lateSince: number | null
  /** When CONFIGURE was said last; null once it is settled. */
  readonly configureAt: number | null
}

type Phase =
  | Greeting
  | Live
  | { readonly kind: 'closing'; readonly since: number }
  | { readonly kind: 'dead' }

export interface LinkState {
  readonly times: LinkTimes
  readonly session: number
  /** Sequence of the next command. */
  readonly next: number
  readonly phase: Phase
  readonly off: Sent<Off> | null
  /** When the last sound frame came. */
  readonly heardAt: number
  readonly refused: number
  readonly lateReports: number
  readonly droppedReports: number
}

export type LinkInput =
  | { readonly type: 'message'; readonly message: DeviceMessage }
  /** A sound frame that says nothing to this version: a sign of life only. */
  | { readonly type: 'other-frame' }
  | { readonly type: 'tick' }
  | { readonly type: 'heat'; readonly demand: readonly Watts[] }
  | { readonly type: 'off' }
  | { readonly type: 'close' }
  | { readonly type: 'ended'; readonly reason: StoveProblemCode; readonly detail: string }

/** The circumstances of an input. */
export interface LinkMoment {
  readonly at: number
  /** Whether earlier bytes still wait to go out: then everything but OFF waits. */
  readonly congested: boolean
}

export type LinkAction =
  | { readonly type: 'send'; readonly message: HostMessage }
  | { readonly type: 'opened'; readonly description: StoveDescription }
  | { readonly type: 'failed'; readonly reason: StoveProblemCode; readonly detail: string }
  | { readonly type: 'emit'; readonly event: StoveEvent }
  | { readonly type: 'picture-rows'; readonly rows: Thermal }
  | { readonly type: 'hang-up' }

export interface LinkStep {
  readonly state: LinkState
  readonly actions: readonly LinkAction[]
}
