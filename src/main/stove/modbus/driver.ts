import { celsius, milliseconds, watts } from '#core/units/quantities.ts'
import type { StoveDescription } from '#core/stove/stove.ts'
import type { Driver } from '../driver.ts'
import { HotplateRunner } from '../hotplate/runner.ts'
import { readVirtualName } from '../hotplate/virtual-name.ts'
import { WORLD, type World } from '../hotplate/world.ts'
import type { StoveListener, StoveOpening } from '../stove.ts'
import { USUAL_LINE } from '../transport/line-settings.ts'
import type { ByteStream } from '../transport/stream.ts'
import { greet, type Greeting } from './greeting.ts'
import { readPlate, type PlateParameters } from './parameters.ts'
import { ModbusPlate } from './plate.ts'
import { readProfiles, type Profile } from './profile.ts'
import { RtuLine } from './rtu-line.ts'

/** The driver for temperature controllers that speak Modbus RTU; parameters of parameters.ts. */
export const modbusDriver: Driver = (parameters) => {
  const profiles = readProfiles()
  const read = readPlate(parameters, [...profiles.keys()])
  if (read.kind === 'bad') return read
  const profile = profiles.get(read.plate.model)
  if (profile === undefined) return { kind: 'bad', detail: `there is no profile "${read.plate.model}"` }
  return {
    kind: 'ok',
    line: { ...USUAL_LINE, ...profile.line },
    open: (stream, listener) => openModbus(stream, listener, profile, read.plate),
  }
}

type Failed = Extract<StoveOpening, { kind: 'failed' }>
type Open = Extract<StoveOpening, { kind: 'open' }>

export type ModbusOpening = (Open & { readonly plate: ModbusPlate }) | Failed

export async function openModbus(
  stream: ByteStream,
  listener: StoveListener,
  profile: Profile,
  parameters: PlateParameters,
  world: World = WORLD,
): Promise<ModbusOpening> {
  const { spacing, patience } = profile
  const timing = { baudRate: profile.line.baudRate, spacing, patience }
  const line = new RtuLine(stream, parameters.unit, timing, world)
  let runner: HotplateRunner | null = null
  let broken: Failed | null = null
  stream.listen({
    onData: (bytes) => {
      line.receive(bytes)
    },
    onDrain: () => {
      line.drained()
    },
    onEnd: ({ reason, detail }) => {
      broken = { kind: 'failed', reason, detail }
      line.end()
      runner?.lose(reason, detail)
    },
  })
  const greeting = await greet(line, profile)
  if (greeting.kind === 'known') {
    const plate = new ModbusPlate(describe(profile, parameters, greeting.name), line, profile)
    if (await isStill(plate)) {
      runner = new HotplateRunner(plate, closing(stream, line, plate), world, listener)
      return { kind: 'open', stove: runner, plate }
    }
  }
  line.end()
  await stream.close()
  return broken ?? refusal(greeting, line.noisy, profile, parameters)
}

/** The stream, which is given back once the last word about the setpoint is said. */
function closing(stream: ByteStream, line: RtuLine, plate: ModbusPlate): ByteStream {
  return {
    get congested() {
      return stream.congested
    },
    write: (bytes) => {
      stream.write(bytes)
    },
    listen: (listener) => {
      stream.listen(listener)
    },
    close: async () => {
      await plate.lowered()
      line.end()
      await stream.close()
    },
  }
}

/** It is stopped: by its answer, and by what it says when it is asked. */
async function isStill(plate: ModbusPlate): Promise<boolean> {
  return (await plate.off()) && (await plate.read())?.obeys === true
}

function refusal(greeting: Greeting, noisy: boolean, profile: Profile, { unit }: PlateParameters): Failed {
  if (greeting.kind === 'stranger') return { kind: 'failed', reason: 'wrong-device', detail: greeting.detail }
  if (greeting.kind === 'known') {
    const detail = `the ${profile.name} does not let itself be stopped: is writing allowed at it?`
    return { kind: 'failed', reason: 'wrong-device', detail }
  }
  const { baudRate, parity, stopBits } = profile.line
  const settings = `${baudRate} baud, 8 data bits, parity ${parity}, ${stopBits} stop`
  const detail = noisy
    ? `what comes is no Modbus RTU from unit ${unit}: is it set to ${settings}?`
    : `unit ${unit} does not answer at ${settings}`
  return { kind: 'failed', reason: 'no-answer', detail }
}

function describe(profile: Profile, plate: PlateParameters, name: string): StoveDescription {
  const virtual = readVirtualName(name)
  const id = `modbus-${profile.model}-${plate.unit}`
  return {
    // No map holds a serial number: two of a model with the same unit number are one to the store.
    id: virtual === null ? id : `virtual-${id}-${virtual.seed}`,
    name: profile.name,
    firmware: 'Modbus RTU',
    virtual: virtual !== null,
    speed: virtual?.speed ?? 1,
    // None of them has a watchdog: nobody but the host drops the heat.
    leaseClass: 'C',
    lease: milliseconds(0),
    reportPeriod: milliseconds(profile.period),
    widthMm: plate.diameter + 60,
    depthMm: plate.diameter + 60,
    zones: [
      {
        id: 0,
        maxPower: watts(plate.watts),
        maxSurface: celsius(plate.max),
        sets: 'setpoint',
        diameterMm: plate.diameter,
        xMm: 0,
        yMm: 0,
      },
    ],
    thermalCamera: false,
    panDetection: false,
    physicalOff: false,
  }
}
