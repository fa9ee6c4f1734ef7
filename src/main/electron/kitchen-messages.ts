/** What the shell says to the kitchen process. `attach` brings two ports: rpc, live. */
export type ToKitchen =
  | { readonly type: 'attach'; readonly screen: number }
  | { readonly type: 'ping' }
  | { readonly type: 'close' }

/** What the kitchen process says to the shell. */
export type FromKitchen =
  | { readonly type: 'alive' }
  /** The kitchen is open and takes screens. */
  | { readonly type: 'open' }
  /** It could not be opened; the process ends. */
  | { readonly type: 'failed'; readonly detail: string }

const TYPES: ReadonlySet<unknown> = new Set<FromKitchen['type']>(['alive', 'open', 'failed'])

export const isFromKitchen = (message: unknown): message is FromKitchen =>
  typeof message === 'object' && message !== null && 'type' in message && TYPES.has(message.type)
