import type { Cell } from './bank.ts'

/** A word that never changes. */
export function fixed(value: number): Cell {
  return { read: () => value }
}

/** A word that keeps what is written. */
export function held(value: number): Cell {
  let kept = value
  return {
    read: () => kept,
    write: (word) => {
      kept = word
      return null
    },
  }
}

/** A word as a signed number, two's complement. */
export function signed(word: number): number {
  return word >= 0x8000 ? word - 0x1_0000 : word
}
