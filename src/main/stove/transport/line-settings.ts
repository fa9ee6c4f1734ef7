/** How a serial line is set. */
export interface LineSettings {
  readonly baudRate: number
  readonly dataBits: 7 | 8
  readonly parity: 'none' | 'even' | 'odd'
  readonly stopBits: 1 | 2
  /** Levels of the handshake lines once the port is open; null = as the system leaves them. */
  readonly rts: boolean | null
  readonly dtr: boolean | null
  /**
   * Bytes that say nothing to the device, written when the line was quiet, since only a write finds out that a port has
   * vanished; null where no such bytes exist: then the driver speaks often enough by itself.
   */
  readonly quiet: Uint8Array | null
}

/** 115200 8N1, as most boards with a USB port have it. */
export const USUAL_LINE: LineSettings = {
  baudRate: 115_200,
  dataBits: 8,
  parity: 'none',
  stopBits: 1,
  rts: null,
  dtr: null,
  quiet: null,
}

export type LineOverride = Partial<Omit<LineSettings, 'quiet'>>

export type LineReading =
  | { readonly kind: 'ok'; readonly line: LineOverride; readonly rest: Readonly<Record<string, string>> }
  | { readonly kind: 'bad'; readonly detail: string }

const BAUD = { least: 1200, most: 4_000_000 } as const

/** Takes `baud`, `bits`, `parity`, `stop`, `rts` and `dtr` out of an address's parameters. */
export function readLine(parameters: Readonly<Record<string, string>>): LineReading {
  const { baud, bits, parity, stop, rts, dtr, ...rest } = parameters
  const rate = baud === undefined || /^\d{1,9}$/.test(baud) ? Number(baud ?? BAUD.least) : Number.NaN
  if (!(rate >= BAUD.least && rate <= BAUD.most)) {
    return bad(`baud must be a whole number from ${BAUD.least} to ${BAUD.most}, got "${baud ?? ''}"`)
  }
  const dataBits = choose('bits', bits, { 7: 7, 8: 8 } as const)
  const even = choose('parity', parity, { none: 'none', even: 'even', odd: 'odd' } as const)
  const stopBits = choose('stop', stop, { 1: 1, 2: 2 } as const)
  const ready = choose('rts', rts, { 0: false, 1: true } as const)
  const terminal = choose('dtr', dtr, { 0: false, 1: true } as const)
  for (const choice of [dataBits, even, stopBits, ready, terminal]) if (choice.kind === 'bad') return choice
  return {
    kind: 'ok',
    rest,
    line: {
      ...(baud !== undefined && { baudRate: rate }),
      ...('value' in dataBits && { dataBits: dataBits.value }),
      ...('value' in even && { parity: even.value }),
      ...('value' in stopBits && { stopBits: stopBits.value }),
      ...('value' in ready && { rts: ready.value }),
      ...('value' in terminal && { dtr: terminal.value }),
    },
  }
}

type Choice<Value> =
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'bad'; readonly detail: string }

function choose<Value>(
  name: string,
  text: string | undefined,
  values: Readonly<Record<string, Value>>,
): Choice<Value> {
  if (text === undefined) return { kind: 'unsaid' }
  const found = Object.hasOwn(values, text) ? values[text] : undefined
  if (found !== undefined) return { kind: 'ok', value: found }
  return bad(`${name} must be one of ${Object.keys(values).join(', ')}, got "${text}"`)
}

function bad(detail: string): { readonly kind: 'bad'; readonly detail: string } {
  return { kind: 'bad', detail }
}
