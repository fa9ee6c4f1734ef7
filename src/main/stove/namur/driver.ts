import { unknownParameter, type Driver } from '../driver.ts'
import { Conversation } from '../hotplate/conversation.ts'
import { HotplateRunner } from '../hotplate/runner.ts'
import { readVirtualName } from '../hotplate/virtual-name.ts'
import { WORLD, type World } from '../hotplate/world.ts'
import type { StoveListener, StoveOpening } from '../stove.ts'
import { USUAL_LINE, type LineSettings } from '../transport/line-settings.ts'
import type { ByteStream } from '../transport/stream.ts'
import { numberFor } from './answers.ts'
import { describe } from './describe.ts'
import { dialectOf, echoedStatus, type Dialect } from './dialect.ts'
import {
  isNamurModel,
  NAMUR_MODELS,
  unknownModel,
  USUAL_MODEL,
  type NamurModel,
  type NamurModelName,
} from './models.ts'
import { NamurPlate } from './plate.ts'

/** 9600 7E1, no handshake, as all of these devices have it. */
export const NAMUR_LINE: LineSettings = { ...USUAL_LINE, baudRate: 9600, dataBits: 7, parity: 'even' }

/** Lines are at most this long, by the recommendation. */
export const LONGEST_LINE = 80
/** An answer of 80 characters takes 83 ms at 9600 baud, and a device some time to think. */
const PATIENCE = 300
/** How long a device may be silent or talk nonsense before it counts as absent, ms. */
const GREETING = 4000

/** The driver for hotplates with the NAMUR command set over RS-232; parameter `model`, see models.ts. */
export const namurDriver: Driver = (parameters) => {
  const unknown = unknownParameter('namur', parameters, ['model'])
  if (unknown !== null) return unknown
  const model = parameters['model'] ?? USUAL_MODEL
  if (!isNamurModel(model)) return unknownModel(model)
  return { kind: 'ok', line: NAMUR_LINE, open: (stream, listener) => openNamur(stream, listener, model) }
}

export async function openNamur(
  stream: ByteStream,
  listener: StoveListener,
  modelName: NamurModelName,
  world: World = WORLD,
): Promise<StoveOpening> {
  const model: NamurModel = NAMUR_MODELS[modelName]
  const heard: string[] = []
  const manners = { ending: '\r\n', spacing: model.spacing, patience: PATIENCE, longest: LONGEST_LINE }
  const talk = new Conversation(stream, manners, world, (line) => {
    heard.unshift(line)
    heard.length = Math.min(heard.length, 1)
  })
  let runner: HotplateRunner | null = null
  let broken: Extract<StoveOpening, { kind: 'failed' }> | null = null
  stream.listen({
    onData: (bytes) => {
      talk.push(bytes)
    },
    onDrain: () => {},
    onEnd: ({ reason, detail }) => {
      broken = { kind: 'failed', reason, detail }
      talk.end()
      runner?.lose(reason, detail)
    },
  })
  const greeting = await greet(talk, model, world, () => broken !== null)
  if (broken === null && greeting !== null && greeting.kind === 'hotplate') {
    const { name, safety } = greeting
    const plate = new NamurPlate(describe(modelName, model, name, safety), talk, model, world)
    runner = new HotplateRunner(plate, stream, world, listener)
    return { kind: 'open', stove: runner }
  }
  await stream.close()
  if (broken !== null) return broken
  const other = greeting === null ? (heard[0] ?? null) : greeting.name
  const detail =
    other === null
      ? `nothing answered within ${GREETING} ms: is it a ${model.maker} hotplate, switched on, on this port?`
      : `"${other}" is there, which is no ${modelName} hotplate`
  return { kind: 'failed', reason: 'no-answer', detail }
}

type Greeting =
  | { readonly kind: 'hotplate'; readonly name: string; readonly safety: number | null }
  | { readonly kind: 'other'; readonly name: string }

/** Off first (law 2), then who it is. Null when nobody answered in the form of this command set. */
async function greet(
  talk: Conversation,
  model: NamurModel,
  world: World,
  gone: () => boolean,
): Promise<Greeting | null> {
  const dialect = dialectOf(talk, model)
  const until = world.clock() + GREETING
  while (!gone() && world.clock() < until) {
    const off = await dialect.off()
    const name = await nameOf(talk, model, dialect)
    if (name === null) continue
    if (model.names !== null && !model.names.test(name)) return { kind: 'other', name }
    if (!off) continue
    if (model.safety === null) {
      const byProbe = (await talk.ask('IN_MODE_1', numberFor(model, 'IN_MODE_1'))) === 1
      if (byProbe)
        return { kind: 'other', name: `${name}, which holds its external sensor and not its plate,` }
      return { kind: 'hotplate', name, safety: null }
    }
    const command = `IN_SP_${model.safety}`
    const safety = await talk.ask(command, numberFor(model, command))
    if (safety !== null) return { kind: 'hotplate', name, safety }
  }
  return null
}

/** Any line may be a name, so only one that answers twice alike counts. */
async function nameOf(talk: Conversation, model: NamurModel, dialect: Dialect): Promise<string | null> {
  if (model.names === null) {
    // The enhanced protocol, in which commands are repeated; then what only this maker answers.
    await talk.ask('PA_NEW', (line) => (line === 'PA_NEW' ? true : null))
    const status = await talk.ask('STATUS', echoedStatus)
    if (status === null || (await dialect.flags()) === null) return null
    const version = await talk.ask('SW_VERS', softwareVersion)
    return version !== null && readVirtualName(version) !== null ? version : 'MR Hei'
  }
  const first = await talk.ask('IN_NAME', (line) => line)
  const second = first === null ? null : await talk.ask('IN_NAME', (line) => line)
  return first === second ? first : null
}

function softwareVersion(line: string): string | null {
  return /^SW_VERS\s+(\S.*)$/.exec(line)?.[1] ?? null
}
