import type { StoveDescription } from '#core/stove/stove.ts'
import { celsius, milliseconds, watts } from '#core/units/quantities.ts'
import { unknownParameter, type Driver } from '../driver.ts'
import { HotplateRunner } from '../hotplate/runner.ts'
import { readVirtualName } from '../hotplate/virtual-name.ts'
import { WORLD, type World } from '../hotplate/world.ts'
import type { StoveListener, StoveOpening } from '../stove.ts'
import { USUAL_LINE } from '../transport/line-settings.ts'
import type { ByteStream } from '../transport/stream.ts'
import { MarlinBed, type Heard } from './bed.ts'
import { GcodeChannel, TEMPERATURES } from './channel.ts'
import { complaint } from './complaints.ts'
import { BEDS, isBed, type BedModel } from './models.ts'
import { bedReport } from './temperatures.ts'

const PERIOD = 1000
/** Many boards start anew when their port is opened: boot loader and start take some seconds. */
const GREETING = 10_000
const MOST_WATTS = 5000

export interface Bed extends BedModel {
  /** W, as the owner says; null when he does not. */
  readonly rated: number | null
}

/** The driver for a heated bed under Marlin; parameters `model` and `watts` (rated power of the bed). */
export const gcodeDriver: Driver = (parameters) => {
  const unknown = unknownParameter('gcode', parameters, ['model', 'watts'])
  if (unknown !== null) return unknown
  const { model = 'bed', watts: told } = parameters
  if (!isBed(model)) {
    const all = Object.keys(BEDS).join(', ')
    return { kind: 'bad', detail: `gcode knows no model "${model}"; it knows: ${all}` }
  }
  const rated = told === undefined ? null : Number(told)
  if (rated !== null && !(rated >= 1 && rated <= MOST_WATTS)) {
    return { kind: 'bad', detail: `watts must be a number from 1 to ${MOST_WATTS}, got "${told ?? ''}"` }
  }
  const bed: Bed = { ...BEDS[model], rated }
  return { kind: 'ok', line: USUAL_LINE, open: (stream, listener) => openGcode(stream, listener, bed) }
}

export async function openGcode(
  stream: ByteStream,
  listener: StoveListener,
  bed: Bed,
  world: World = WORLD,
): Promise<StoveOpening> {
  const heard: Heard = { bed: null, flags: [] }
  let firmware: string | null = null
  let spoke: string | null = null
  let runner: HotplateRunner | null = null
  let broken: Extract<StoveOpening, { kind: 'failed' }> | null = null
  const channel = new GcodeChannel(stream, world, (line) => {
    spoke = line
    heard.bed = bedReport(line) ?? heard.bed
    heard.flags = complaint(line) ?? heard.flags
    if (line.startsWith('FIRMWARE_NAME:')) firmware = line
    if (line === 'start') runner?.lose('silent', 'the machine has started anew')
  })
  stream.listen({
    onData: (bytes) => {
      channel.push(bytes)
    },
    onDrain: () => {},
    onEnd: ({ reason, detail }) => {
      broken = { kind: 'failed', reason, detail }
      channel.end()
      runner?.lose(reason, detail)
    },
  })
  const until = world.clock() + GREETING
  while (broken === null && firmware === null && world.clock() < until) {
    // Off before anything else (law 2).
    if ((await channel.first('M140 S0')) && (await channel.restart())) await channel.send('M115')
  }
  const refusal = firmware === null ? silence(spoke) : refuse(firmware)
  if (broken === null && refusal === null && firmware !== null) {
    await channel.send('M105', TEMPERATURES)
    if (heard.bed !== null && broken === null) {
      const plate = new MarlinBed(describe(firmware, bed), bed.hottest, bed.rated, channel, heard)
      runner = new HotplateRunner(plate, stream, world, listener)
      return { kind: 'open', stove: runner }
    }
  }
  await stream.close()
  return (
    broken ?? { kind: 'failed', reason: 'no-answer', detail: refusal ?? 'this machine has no heated bed' }
  )
}

function silence(spoke: string | null): string {
  return spoke === null
    ? `nothing answered M115 within ${GREETING} ms: is it a machine with Marlin, switched on, at this baud rate?`
    : `"${spoke.slice(0, 60)}" is what is said there, which is no Marlin`
}

/** Others speak G-code too, and mean other things by it. */
function refuse(firmware: string): string | null {
  return /^FIRMWARE_NAME:\s*Marlin\b/i.test(firmware)
    ? null
    : `this machine runs ${field(firmware, 'FIRMWARE_NAME') ?? 'something else'}, the driver knows Marlin only`
}

/** One field of M115's answer, whose fields are words in capitals with a colon. */
function field(firmware: string, name: string): string | null {
  const found = new RegExp(String.raw`${name}:(.*?)(?=\s[A-Z_]+:|$)`).exec(firmware)
  const text = found?.[1]?.trim() ?? ''
  return text === '' ? null : text
}

function describe(firmware: string, bed: Bed): StoveDescription {
  const machine = field(firmware, 'MACHINE_TYPE') ?? 'heated bed'
  const uuid = field(firmware, 'UUID')
  const virtual = readVirtualName(machine)
  const name = virtual?.name ?? machine
  const id = uuid ?? name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return {
    id: virtual === null ? `marlin-${id}` : `virtual-marlin-${virtual.seed}`,
    name,
    firmware: field(firmware, 'FIRMWARE_NAME') ?? 'Marlin',
    virtual: virtual !== null,
    speed: virtual?.speed ?? 1,
    // Marlin holds a bed's temperature for ever without its host: nobody drops the heat.
    leaseClass: 'C',
    lease: milliseconds(0),
    reportPeriod: milliseconds(PERIOD),
    widthMm: bed.size,
    depthMm: bed.size,
    zones: [
      {
        id: 0,
        maxPower: watts(bed.rated ?? bed.watts),
        maxSurface: celsius(bed.maxSurface),
        sets: 'setpoint',
        diameterMm: bed.size,
        xMm: 0,
        yMm: 0,
      },
    ],
    thermalCamera: false,
    panDetection: false,
    physicalOff: false,
  }
}
