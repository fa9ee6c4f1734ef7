import { ILLEGAL_VALUE, type Cell } from './bank.ts'
import { fixed, held, signed } from './cells.ts'
import type { Model } from './firmware.ts'

const ATR141 = 102
/** Tenths of a degree, from the lower to the upper limit of its setpoint. */
const RANGE = { least: -1999, most: 9999 }

/** Pixsys ATR141 (User Manual, section 19): plain words from 1000 on; it stands still until it is started. */
export const pixsysAtr141: Model = (loop) => {
  const setpoint: Cell = {
    read: () => Math.round(loop.setpoint * 10),
    write: (word) => {
      const tenths = signed(word)
      if (tenths < RANGE.least || tenths > RANGE.most) return ILLEGAL_VALUE
      loop.hold(tenths / 10)
      return null
    },
  }
  const run: Cell = {
    read: () => Number(loop.running),
    write: (word) => {
      if (word > 1) return ILLEGAL_VALUE
      loop.run(word === 1)
      return null
    },
  }
  return {
    functions: [3, 4, 6, 16],
    longest: 20,
    bits: new Map(),
    words: new Map<number, Cell>([
      [0, fixed(ATR141)],
      [1, fixed(100)],
      [5, fixed(1)],
      [1000, { read: () => Math.round((loop.surface ?? 0) * 10) }],
      [1001, fixed(225)],
      [1002, setpoint],
      [1003, held(0)],
      [1004, { read: () => Math.round(loop.output * 10_000) }],
      [1005, fixed(0)],
      [1006, { read: () => Number(loop.output > 0) }],
      [1007, held(0)],
      [1008, { read: () => (loop.surface === null ? 1 << 3 : 0) }],
      [1009, run],
    ]),
  }
}
