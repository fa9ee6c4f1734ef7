/** Exceptions of the protocol (MODBUS Application Protocol V1.1b3, section 7). */
export const ILLEGAL_FUNCTION = 1
export const ILLEGAL_ADDRESS = 2
export const ILLEGAL_VALUE = 3
export const DEVICE_FAILURE = 4

/** One register or one bit. */
export interface Cell {
  readonly read: () => number
  /** Takes a word; an exception when it does not. Left out where it can only be read. */
  readonly write?: (value: number) => number | null
}

/** What one make of controller has on its line, as its manual lists it. */
export interface Bank {
  readonly functions: readonly number[]
  readonly words: ReadonlyMap<number, Cell>
  readonly bits: ReadonlyMap<number, Cell>
  /** The most words that it reads at a time. */
  readonly longest: number
}

export type Reply =
  | { readonly kind: 'ok'; readonly body: readonly number[] }
  | { readonly kind: 'exception'; readonly code: number }

const no = (code: number): Reply => ({ kind: 'exception', code })

/** Answers what follows the unit number in a sound request. */
export function answerFrom(bank: Bank, pdu: Uint8Array): Reply {
  const view = new DataView(pdu.buffer, pdu.byteOffset, pdu.byteLength)
  const code = pdu[0] ?? 0
  if (!bank.functions.includes(code)) return no(ILLEGAL_FUNCTION)
  if (pdu.length < 5) return no(ILLEGAL_VALUE)
  const address = view.getUint16(1)
  const second = view.getUint16(3)
  if (code <= 2) return readBits(bank, address, second)
  if (code <= 4) return readWords(bank, address, second)
  if (code === 5) return write(bank.bits, address, [second === 0xff00 ? 1 : 0], pdu)
  if (code === 6) return write(bank.words, address, [second], pdu)
  if (pdu.length !== 6 + 2 * second || pdu[5] !== 2 * second) return no(ILLEGAL_VALUE)
  const values = Array.from({ length: second }, (_, at) => view.getUint16(6 + 2 * at))
  return write(bank.words, address, values, pdu)
}

function readWords({ words, longest }: Bank, address: number, count: number): Reply {
  if (count < 1 || count > longest) return no(ILLEGAL_VALUE)
  const cells = Array.from({ length: count }, (_, at) => words.get(address + at))
  if (cells.includes(undefined)) return no(ILLEGAL_ADDRESS)
  const values = cells.map((cell) => (cell?.read() ?? 0) & 0xffff)
  return { kind: 'ok', body: [2 * count, ...values.flatMap((value) => [value >> 8, value & 0xff])] }
}

function readBits({ bits }: Bank, address: number, count: number): Reply {
  if (count < 1 || count > 16) return no(ILLEGAL_VALUE)
  const cells = Array.from({ length: count }, (_, at) => bits.get(address + at))
  if (cells.includes(undefined)) return no(ILLEGAL_ADDRESS)
  const bytes = new Uint8Array(Math.ceil(count / 8))
  cells.forEach((cell, at) => {
    const byte = Math.floor(at / 8)
    bytes[byte] = (bytes[byte] ?? 0) | ((cell?.read() ?? 0) << (at % 8))
  })
  return { kind: 'ok', body: [bytes.length, ...bytes] }
}

/** All or nothing up to the first that is refused; what was taken is repeated. */
function write(
  cells: ReadonlyMap<number, Cell>,
  address: number,
  values: readonly number[],
  pdu: Uint8Array,
): Reply {
  const takers = values.map((_, at) => cells.get(address + at)?.write)
  if (takers.includes(undefined)) return no(ILLEGAL_ADDRESS)
  for (const [at, value] of values.entries()) {
    const refused = takers[at]?.(value) ?? null
    if (refused !== null) return no(refused)
  }
  return { kind: 'ok', body: [...pdu.subarray(1, 5)] }
}
