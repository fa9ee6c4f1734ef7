import { celsius, milliseconds, watts } from '#core/units/quantities.ts'
import { encodeDeviceMessage } from '#main/stove/link/device-codec.ts'
import { FrameDecoder } from '#main/stove/link/frame.ts'

interface Figure {
  readonly name: string
  readonly goal: string
  readonly figure: string
  readonly met: boolean
}

/** Bytes in one read of a busy serial port. */
const CHUNK = 4096
const MEGABYTES = 64
const GOAL = 20

/** How fast the frame decoder takes a stream of reports and pictures, in pieces that cut frames anywhere. */
export async function benchLinkDecoder(): Promise<Figure[]> {
  const zone = {
    surface: celsius(183.4),
    probe: null,
    power: watts(1180),
    commanded: watts(1200),
    pan: 'present',
    flags: [],
  } as const
  const report = encodeDeviceMessage({
    type: 'report',
    sequence: 4711,
    uptime: milliseconds(360_000),
    zones: Array.from({ length: 6 }, () => zone),
  })
  const rows = encodeDeviceMessage({
    type: 'thermal',
    picture: 3,
    firstRow: 0,
    columns: 32,
    rows: 24,
    tenths: Int16Array.from({ length: 128 }, (_, pixel) => 200 + pixel * 7),
  })
  // Ten reports for twelve parts of pictures, as in one second on the line.
  const second = Buffer.concat([
    ...Array.from({ length: 10 }, () => report),
    ...Array.from({ length: 12 }, () => rows),
  ])
  const stream = Buffer.concat(Array.from({ length: Math.ceil(1_000_000 / second.length) }, () => second))
  const run = (): { rate: number; whole: boolean } => {
    const decoder = new FrameDecoder(() => undefined)
    const began = performance.now()
    for (let round = 0; round < MEGABYTES; round++) {
      for (let at = 0; at < stream.length; at += CHUNK) decoder.push(stream.subarray(at, at + CHUNK))
    }
    const taken = (performance.now() - began) / 1000
    const frames = (stream.length / second.length) * 22 * MEGABYTES
    return { rate: (stream.length * MEGABYTES) / 1e6 / taken, whole: decoder.counters.frames === frames }
  }
  run() // for the compiler to warm up
  await Promise.resolve()
  const { rate, whole } = run()
  return [
    {
      name: 'Link decoder, reports and pictures in 4 kB pieces',
      goal: `over ${GOAL} MB/s, every frame found`,
      figure: `${rate.toFixed(0)} MB/s${whole ? '' : ', frames lost'}`,
      met: whole && rate > GOAL,
    },
  ]
}
