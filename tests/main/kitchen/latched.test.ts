import { EventEmitter } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Fault } from '#core/safety/fault.ts'
import { initialState } from '#core/safety/state.ts'
import { view } from '#core/safety/to-view.ts'
import { milliseconds } from '#core/units/quantities.ts'
import { openKitchen, type Kitchen } from '#main/host.ts'
import { serve } from '#main/http/serve.ts'
import type { SupervisorProcess } from '#main/supervisor/client.ts'
import type { FromSupervisor, SupervisorData, ToSupervisor } from '#main/supervisor/protocol.ts'
import { describeStove } from '../../core/safety/support/toy-stove.ts'
import { HeadlessDisplay } from '../../support/headless-display.ts'

/** Says what the test says; leaves when it is told to. */
class ScriptedSupervisor extends EventEmitter implements SupervisorProcess {
  readonly data: SupervisorData

  constructor(data: SupervisorData) {
    super()
    this.data = data
  }

  postMessage(message: ToSupervisor): void {
    if (message.type === 'close') setImmediate(() => this.emit('exit', 0))
    if (message.type === 'ping') this.tell({ type: 'pong' })
  }

  terminate(): void {
    this.emit('exit', 1)
  }

  tell(message: FromSupervisor): void {
    this.emit('message', message)
  }
}

const STOVE = describeStove({}, 3)
const FAULT: Fault = {
  id: 4,
  code: 'heats-while-off',
  zone: 1,
  at: milliseconds(1),
  figures: {},
  cleared: false,
}

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function open(
  data: string,
  connected = true,
): Promise<{
  kitchen: Kitchen
  supervisors: ScriptedSupervisor[]
  display: HeadlessDisplay
}> {
  const supervisors: ScriptedSupervisor[] = []
  const kitchen = await openKitchen({
    data,
    stove: 'serial:/dev/stove',
    headless: false,
    sound: () => {},
    startSupervisor: (given) => {
      const started = new ScriptedSupervisor(given)
      supervisors.push(started)
      return started
    },
  })
  const served = await serve({
    door: kitchen.door,
    pairing: kitchen.pairing,
    glass: data,
    port: 0,
    lan: false,
  })
  const [begun] = supervisors
  begun!.tell({ type: 'view', view: view(initialState(0, begun!.data.faults)) })
  if (connected) {
    begun!.tell({
      type: 'connection',
      state: { kind: 'connected', address: 'serial:/dev/stove', stove: STOVE },
    })
  }
  const display = await HeadlessDisplay.enter(served.url)
  ends.push(
    () => kitchen.close(),
    () => served.close(),
    () => display.leave(),
  )
  return { kitchen, supervisors, display }
}
const folder = (): string => mkdtempSync(join(tmpdir(), 'smarttop-latched-'))

test('law 9: a fault of the real stove ends the rehearsal that hides it', async () => {
  const { supervisors, display } = await open(folder())
  const [recipe] = await display.client.recipe.list()
  expect(await display.client.rehearsal.start({ recipe: recipe!.id })).toEqual({ kind: 'done' })
  await display.until((snapshot) => snapshot.rehearsal)
  supervisors[0]!.tell({ type: 'view', view: view(initialState(0, [FAULT])) })
  const told = await display.until((snapshot) => snapshot.safety.faults.length > 0)
  expect(told.rehearsal).toBe(false)
  expect(told.safety.faults).toEqual([FAULT])
})

test('a fault stays latched over a backup that knows nothing of it, and over a restart', async () => {
  const data = folder()
  const { kitchen, supervisors, display } = await open(data)
  const { client } = display
  const [place] = await client.backup.places()
  await client.backup.write({ place: place!.path })
  supervisors[0]!.tell({ type: 'view', view: view(initialState(0, [FAULT])) })
  await display.until((snapshot) => snapshot.safety.faults.length > 0)
  const [backup] = await client.backup.files({ place: place!.path })
  expect(await client.backup.restore({ file: backup!.path })).toEqual({ kind: 'done' })
  await kitchen.close()
  const again = await open(data)
  expect(again.supervisors[0]!.data.faults).toEqual([FAULT])
})

test('a stove that is swapped for another keeps its faults to itself, and finds them again', async () => {
  const data = folder()
  const { kitchen, supervisors, display } = await open(data)
  const tell = (message: FromSupervisor): void => supervisors.at(-1)!.tell(message)
  const meet = (id: string): void =>
    tell({
      type: 'connection',
      state: { kind: 'connected', address: 'serial:/dev/stove', stove: { ...STOVE, id } },
    })
  const see = (faults: readonly Fault[]): void => tell({ type: 'view', view: view(initialState(0, faults)) })
  const begun = (count: number) => expect.poll(() => supervisors.length, { timeout: 5000 }).toBe(count)
  const mine = { ...FAULT, id: 1 }
  const others = { ...FAULT, id: 1, zone: 0 }

  see([mine])
  await display.until((snapshot) => snapshot.safety.faults.length === 1)
  meet('another')
  await begun(2)
  expect(supervisors[1]!.data.faults).toEqual([])
  see([])
  meet('another')
  see([others])
  await display.until((snapshot) => snapshot.safety.faults.some((fault) => fault.zone === 0))

  meet(STOVE.id)
  await begun(3)
  expect(supervisors[2]!.data.faults).toEqual([mine])
  see([mine])
  meet('another')
  await begun(4)
  expect(supervisors[3]!.data.faults).toEqual([others])
  await kitchen.close()
})

test('what is latched before any stove was met belongs to the first that answers', async () => {
  const data = folder()
  const { kitchen, supervisors } = await open(data, false)
  supervisors[0]!.tell({ type: 'view', view: view(initialState(0, [FAULT])) })
  await kitchen.close()
  const again = await open(data)
  expect(again.supervisors[0]!.data.faults).toEqual([FAULT])
  await again.kitchen.close()
  const known = await open(data)
  expect(known.supervisors).toHaveLength(1)
  expect(known.supervisors[0]!.data.faults).toMatchObject([{ code: FAULT.code, zone: FAULT.zone }])
})
