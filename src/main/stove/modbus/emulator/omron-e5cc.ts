import { DEVICE_FAILURE, ILLEGAL_VALUE, type Cell } from './bank.ts'
import { fixed, signed } from './cells.ts'
import type { Model } from './firmware.ts'

/** The range of input type 1 (Pt100), tenths of a degree, and what stands there while the input is in error. */
const RANGE = { least: -1999, most: 5000 }
const BEYOND = RANGE.most + 200

/**
 * Omron E5CC (Communications Manual H175, two-byte mode): operation commands are written to 0000H, code in the high
 * byte, what to do in the low one. Nothing else can be written before "communications writing" is on.
 */
export const omronE5cc: Model = (loop) => {
  const state = { writing: false, ram: false, manual: false }
  const faulty = (): boolean => loop.surface === null || loop.surface * 10 > RANGE.most
  const setpoint: Cell = {
    read: () => Math.round(loop.setpoint * 10),
    write: (word) => {
      if (!state.writing) return DEVICE_FAILURE
      const tenths = signed(word)
      if (tenths < RANGE.least || tenths > RANGE.most) return ILLEGAL_VALUE
      loop.hold(tenths / 10)
      return null
    },
  }
  const command = (word: number): number | null => {
    const code = word >> 8
    const what = word & 0xff
    if (what > 1) return ILLEGAL_VALUE
    if (code === 0) {
      state.writing = what === 1
      return null
    }
    if (!state.writing) return DEVICE_FAILURE
    if (code === 1) loop.run(what === 0)
    else if (code === 4) state.ram = what === 1
    else if (code === 9) state.manual = what === 1
    else return ILLEGAL_VALUE
    return null
  }
  const commands: Cell = { read: () => 0, write: command }
  const low = (): number => (faulty() ? 1 << 6 : 0) | (loop.output > 0 ? 1 << 8 : 0)
  const high = (): number =>
    (state.ram ? 1 << 4 : 0) |
    (loop.running ? 0 : 1 << 8) |
    (state.writing ? 1 << 9 : 0) |
    (state.manual ? 1 << 10 : 0)
  loop.run(true)
  return {
    functions: [3, 6, 8, 16],
    longest: 105,
    bits: new Map(),
    words: new Map<number, Cell>([
      [0x0000, commands],
      [0xffff, commands],
      [0x2000, { read: () => (faulty() ? BEYOND : Math.round((loop.surface ?? 0) * 10)) }],
      [0x2001, { read: low }],
      [0x2002, { read: () => Math.round(loop.setpoint * 10) }],
      [0x2003, fixed(0)],
      [0x2004, { read: () => Math.round(loop.output * 1000) }],
      [0x2005, fixed(0)],
      [0x2103, setpoint],
      [0x2406, { read: low }],
      [0x2407, { read: high }],
      [0x2410, fixed(1)],
      [0x2c00, fixed(1)],
    ]),
  }
}
