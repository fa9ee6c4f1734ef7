import { celsius, type Celsius } from '#core/units/quantities.ts'
import type { Profile, Register } from './profile.ts'

/** What was read of a device, by function and address. */
export type Words = ReadonlyMap<string, number>

export function wordKey(read: number, address: number): string {
  return `${read}:${address}`
}

type Order = Profile['wordOrder']

/** How many words a register takes. */
export function widthOf({ type }: Pick<Register, 'type'>): number {
  return type === 'float32' ? 2 : 1
}

/** The number in a register, scaled; null when it was not read or is no number. */
export function decode(register: Register, words: Words, order: Order): number | null {
  const raw = rawOf(register, words, order)
  if (raw === null || !Number.isFinite(raw)) return null
  if (register.bit !== undefined) return (raw >> register.bit) & 1
  // 257 tenths are 25.7, not 25.700000000000003.
  return Math.round(raw * register.scale * 1e6) / 1e6
}

function rawOf({ function: read, address, type }: Register, words: Words, order: Order): number | null {
  const first = words.get(wordKey(read, address))
  if (first === undefined) return null
  if (type === 'int16') return (first << 16) >> 16
  if (type !== 'float32') return first
  const second = words.get(wordKey(read, address + 1))
  if (second === undefined) return null
  const view = new DataView(new ArrayBuffer(4))
  view.setUint16(0, order === 'low-first' ? second : first)
  view.setUint16(2, order === 'low-first' ? first : second)
  return view.getFloat32(0)
}

/** The words that a register must hold to mean `value`. A 16-bit register rounds to the nearest step it has. */
export function encode(register: Register, value: number, order: Order): readonly number[] {
  if (register.type !== 'float32') return [Math.round(value / register.scale) & 0xffff]
  const view = new DataView(new ArrayBuffer(4))
  view.setFloat32(0, value / register.scale)
  const high = view.getUint16(0)
  const low = view.getUint16(2)
  return order === 'low-first' ? [low, high] : [high, low]
}

type Unit = Profile['temperatures']

export function toCelsius(value: number, unit: Unit): Celsius {
  return celsius(unit === 'celsius' ? value : (value - 32) / 1.8)
}

export function fromCelsius(value: number, unit: Unit): number {
  return unit === 'celsius' ? value : value * 1.8 + 32
}
