import type { Random } from './random.ts'

/** Share of bytes that a disturbed line damages: about one report in eight. */
const DAMAGED = 0.002

/** The bytes as a disturbed line passes them: now and then one bit of one is flipped. */
export function disturb(bytes: Uint8Array, random: Random): Uint8Array {
  const damaged = Uint8Array.from(bytes)
  for (let index = 0; index < damaged.length; index++) {
    if (random.next() < DAMAGED) damaged[index] = (damaged[index] ?? 0) ^ (1 << Math.floor(8 * random.next()))
  }
  return damaged
}
