import type { SupervisorData } from '#main/supervisor/protocol.ts'

/** What the shell says to the kitchen process. */
export type ToKitchen =
  /** Brings two ports: rpc, live. */
  | { readonly type: 'attach'; readonly screen: number }
  | { readonly type: 'ping' }
  | { readonly type: 'close' }
  /** The supervisor that was asked for has been started. Brings one port, whose other end that process has. */
  | { readonly type: 'supervisor'; readonly id: number }
  /** Its process is gone, by itself or not. */
  | { readonly type: 'supervisor-exit'; readonly id: number; readonly code: number }

export type SupervisorWord = Extract<ToKitchen, { type: 'supervisor' | 'supervisor-exit' }>

/** What the kitchen process says to the shell. */
export type FromKitchen =
  | { readonly type: 'alive' }
  /** The kitchen is open and takes screens. */
  | { readonly type: 'open' }
  /** It could not be opened; the process ends. */
  | { readonly type: 'failed'; readonly detail: string }
  /** Asks for a supervisor's process, which only the shell can start. `id` is new each time. */
  | { readonly type: 'supervisor'; readonly id: number; readonly data: SupervisorData }
  /** One that was told to leave and did not. */
  | { readonly type: 'supervisor-kill'; readonly id: number }

const TYPES: ReadonlySet<unknown> = new Set<FromKitchen['type']>([
  'alive',
  'open',
  'failed',
  'supervisor',
  'supervisor-kill',
])

export const isFromKitchen = (message: unknown): message is FromKitchen =>
  typeof message === 'object' && message !== null && 'type' in message && TYPES.has(message.type)
