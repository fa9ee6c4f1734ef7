import type { StoveListener, StoveOpening } from './stove.ts'
import type { LineSettings } from './transport/line-settings.ts'
import type { ByteStream } from './transport/stream.ts'

/** A driver that knows what to expect at the other end, before any port is touched. */
export interface PreparedDriver {
  readonly kind: 'ok'
  /** How a serial line to the device is set, where the address says nothing else. */
  readonly line: LineSettings
  /** Greets the device on a line that has just been opened. Off goes out before anything else (law 2). */
  open(stream: ByteStream, listener: StoveListener): Promise<StoveOpening>
}

export type DriverOutcome = PreparedDriver | { readonly kind: 'bad'; readonly detail: string }

/** Reads a driver's own parameters of an address (`model`, `watts`, ...). Refuses what it does not know. */
export type Driver = (parameters: Readonly<Record<string, string>>) => DriverOutcome

/** The complaint about the first parameter that a driver does not know; null when it knows all. */
export function unknownParameter(
  driver: string,
  parameters: Readonly<Record<string, string>>,
  known: readonly string[],
): { readonly kind: 'bad'; readonly detail: string } | null {
  const unknown = Object.keys(parameters).find((name) => !known.includes(name))
  if (unknown === undefined) return null
  const all = ['driver', ...known].join(', ')
  return { kind: 'bad', detail: `the driver ${driver} knows no "${unknown}"; it knows: ${all}` }
}
