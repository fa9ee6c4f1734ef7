import { DEVICE_FAILURE, ILLEGAL_VALUE, type Cell } from './bank.ts'
import type { Model } from './firmware.ts'
import { fixed, held, signed } from './cells.ts'

/** Until then it has no temperature yet, ms after power-on. */
const WARMS_UP = 1000
/** "Updated one time in 0.4 second". */
const UPDATES = 400
const NOT_READY = 0x8002
const SENSOR_OPEN = 0x8003
const INPUT_ERROR = 0x8004
/** The range of its Pt100, tenths of a degree. */
const RANGE = { least: -2000, most: 6000 }

/** Delta DTB (User Manual, section 13): bits by functions 02 and 05, words by 03 (at most 8) and 06. */
export const deltaDtb: Model = (loop, now) => {
  let writable = false
  let value = { at: -Infinity, word: NOT_READY }
  const measured = (): number => {
    if (now() < WARMS_UP) return NOT_READY
    if (loop.surface === null) return SENSOR_OPEN
    const tenths = Math.round(loop.surface * 10)
    return tenths < RANGE.least || tenths > RANGE.most ? INPUT_ERROR : tenths
  }
  const guarded =
    (write: (word: number) => number | null) =>
    (word: number): number | null =>
      writable ? write(word) : DEVICE_FAILURE
  const present: Cell = {
    read: () => {
      if (now() - value.at >= UPDATES) value = { at: now(), word: measured() }
      return value.word
    },
  }
  const setpoint: Cell = {
    read: () => Math.round(loop.setpoint * 10),
    write: guarded((word) => {
      const tenths = signed(word)
      if (tenths < RANGE.least || tenths > RANGE.most) return ILLEGAL_VALUE
      loop.hold(tenths / 10)
      return null
    }),
  }
  const run: Cell = {
    read: () => Number(loop.running),
    write: guarded((bit) => {
      loop.run(bit === 1)
      return null
    }),
  }
  const enable: Cell = {
    read: () => Number(writable),
    write: (bit) => {
      writable = bit === 1
      return null
    },
  }
  // From the factory it runs as soon as it has power.
  loop.run(true)
  return {
    functions: [2, 3, 5, 6],
    longest: 8,
    words: new Map<number, Cell>([
      [0x1000, present],
      [0x1001, setpoint],
      [0x1002, fixed(RANGE.most)],
      [0x1003, fixed(RANGE.least)],
      [0x1004, fixed(12)],
      [0x1005, fixed(0)],
      [0x1006, fixed(0)],
      [0x1009, held(476)],
      [0x100a, held(260)],
      [0x100b, held(41)],
      [0x1012, { read: () => Math.round(loop.output * 1000) }],
    ]),
    bits: new Map<number, Cell>([
      [0x0801, { read: () => Number(loop.output > 0) }],
      [0x0810, enable],
      [0x0811, fixed(1)],
      [0x0812, fixed(1)],
      [0x0814, run],
    ]),
  }
}
