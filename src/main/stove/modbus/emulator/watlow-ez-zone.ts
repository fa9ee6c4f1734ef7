import { ILLEGAL_VALUE, type Cell } from './bank.ts'
import { fixed, held } from './cells.ts'
import type { Model } from './firmware.ts'

/** Enumerations of the EZ-ZONE family. */
const OFF = 62
const AUTO = 10
const NONE = 61
const OPEN = 65
const FAHRENHEIT = 30
const SAVES = 106

/** Both words of a float, the low one at the lower address. */
function float(address: number, read: () => number, write?: (value: number) => void): [number, Cell][] {
  const view = new DataView(new ArrayBuffer(4))
  const half = (offset: number): Cell => ({
    read: () => {
      view.setFloat32(0, read())
      return view.getUint16(offset)
    },
    ...(write !== undefined && {
      write: (word: number) => {
        view.setFloat32(0, read())
        pending[offset / 2] = word
        view.setUint16(0, pending[0] ?? view.getUint16(0))
        view.setUint16(2, pending[1] ?? view.getUint16(2))
        // The low word comes first: the value counts once the high one is there.
        if (offset === 2) return null
        pending.length = 0
        const value = view.getFloat32(0)
        if (!(value >= -1999 && value <= 9999)) return ILLEGAL_VALUE
        write(value)
        return null
      },
    }),
  })
  const pending: number[] = []
  return [
    [address, half(2)],
    [address + 1, half(0)],
  ]
}

/** Watlow EZ-ZONE PM: floats with the low word first, degrees Fahrenheit, as from the factory. */
export const watlowEzZone: Model = (loop) => {
  const mode: Cell = {
    read: () => (loop.running ? AUTO : OFF),
    write: (word) => {
      if (word !== AUTO && word !== OFF) return ILLEGAL_VALUE
      loop.run(word === AUTO)
      return null
    },
  }
  const fahrenheit = (celsius: number): number => (celsius * 9) / 5 + 32
  loop.hold((75 - 32) / 1.8)
  loop.run(true)
  return {
    functions: [3, 4, 6, 16],
    longest: 64,
    bits: new Map(),
    words: new Map<number, Cell>([
      ...float(360, () => fahrenheit(loop.surface ?? 0)),
      [362, { read: () => (loop.surface === null ? OPEN : NONE) }],
      [1880, mode],
      [1882, { read: mode.read }],
      ...float(1904, () => loop.output * 100),
      ...float(
        2160,
        () => fahrenheit(loop.setpoint),
        (value) => {
          loop.hold(((value - 32) * 5) / 9)
        },
      ),
      [2490, fixed(FAHRENHEIT)],
      [2494, held(SAVES)],
    ]),
  }
}
