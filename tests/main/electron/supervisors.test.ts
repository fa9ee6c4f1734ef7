import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CHANNELS } from '#contract/electron-channels.ts'
import { serveShell, type Shell } from '#main/electron/kitchen-side.ts'
import { startShell } from '#main/electron/shell.ts'
import { startSupervisor, type SupervisorClient } from '#main/supervisor/client.ts'
import type { FromSupervisor, SupervisorData, ToSupervisor } from '#main/supervisor/protocol.ts'
import { createFakeElectron, type FakePort, type FakeUtilityProcess, preventable } from './fake-electron.ts'

/** The real shell, the real kitchen side and the real client of the supervisor, over the fake's processes. */
const HOME = resolve('/opt/smarttop/out/main')
const CONNECT: ToSupervisor = { type: 'connect', address: 'serial:/dev/stove' }

/** All that is on its way arrives; no timer falls due. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve()
}

async function start() {
  const fake = createFakeElectron()
  const killed: number[] = []
  const said: string[] = []
  startShell(fake.electron, {
    argv: ['electron', '.'],
    platform: 'linux',
    env: { HOME: '/home/cook', NODE_OPTIONS: '--require evil', ELECTRON_RUN_AS_NODE: '1' },
    home: HOME,
    kill: (pid) => killed.push(pid),
    log: (text) => said.push(text),
  })
  await fake.app.becomeReady()
  return { ...fake, killed, said }
}
type Started = Awaited<ReturnType<typeof start>>

function at<One>(list: readonly One[], index: number): One {
  const one = list[index]
  if (one === undefined) throw new Error(`there is no number ${index}`)
  return one
}

/** What runs in a kitchen process: the client of each of its supervisors, closed in order when the shell says so. */
function runKitchen(shell: Started, index = 0, supervisors = 1) {
  const child = at(shell.kitchens, index)
  child.spawn(100 + index)
  const clients: SupervisorClient[] = []
  serveShell(
    child.parentPort as unknown as Shell,
    (startOne) => {
      for (let one = 0; one < supervisors; one++) clients.push(startSupervisor(startOne))
      return Promise.resolve({
        attach: () => {},
        close: async () => {
          for (const client of clients) await client.close()
        },
      })
    },
    (code) => child.die(code),
  )
  return { child, client: at(clients, 0), clients }
}

/** What runs in a supervisor process: takes its first message, then notes what comes over its port. */
function runSupervisor(child: FakeUtilityProcess) {
  const heard: ToSupervisor[] = []
  const closed = vi.fn<() => void>()
  const begun: { data: SupervisorData | null; port: FakePort | null } = { data: null, port: null }
  child.parentPort.once('message', ({ data, ports }: { data: SupervisorData; ports: FakePort[] }) => {
    const port = at(ports, 0)
    begun.data = data
    begun.port = port
    port.on('message', (event: { data: ToSupervisor }) => heard.push(event.data))
    port.on('close', closed)
    port.start()
  })
  return { heard, closed, begun, say: (message: FromSupervisor) => begun.port?.postMessage(message) }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('a supervisor under Electron', () => {
  test('is a process of its own, started by the shell with what its environment may not slip in', async () => {
    const shell = await start()
    expect(shell.supervisors).toHaveLength(0)
    runKitchen(shell)
    await settle()
    expect(shell.supervisors).toHaveLength(1)
    const child = at(shell.supervisors, 0)
    expect(child.modulePath).toBe(join(HOME, 'supervisor.js'))
    expect(child.args).toEqual([])
    expect(child.options).toEqual({
      serviceName: 'SmartTop supervisor',
      stdio: 'inherit',
      env: { HOME: '/home/cook' },
    })
  })

  test('hears the kitchen over its own channel, in order, from what was said before it was there', async () => {
    const shell = await start()
    const { client } = runKitchen(shell)
    client.send(CONNECT)
    client.send({ type: 'stop', zone: null, by: 'hob' })
    await settle()
    const supervisor = runSupervisor(at(shell.supervisors, 0))
    await settle()
    client.send({ type: 'disconnect' })
    await settle()
    expect(supervisor.begun.data).toEqual({ faults: [] })
    expect(supervisor.heard.map((message) => message.type)).toEqual(['connect', 'stop', 'disconnect'])
  })

  test('law 1: hears STOP from the window itself, while its kitchen says nothing, and from nobody else', async () => {
    const shell = await start()
    runKitchen(shell)
    await settle()
    const child = at(shell.supervisors, 0)
    runSupervisor(child)
    await settle()
    const heard: unknown[] = []
    child.parentPort.on('message', ({ data }: { data: unknown }) => heard.push(data))
    const sender = at(shell.windows, 0).webContents
    shell.ipcMain.emit(CHANNELS.stop, { sender, senderFrame: { parent: null, url: 'https://example.org/' } })
    await settle()
    expect(heard).toEqual([])
    shell.ipcMain.emit(CHANNELS.stop, { sender, senderFrame: sender.mainFrame })
    await settle()
    expect(heard).toEqual([{ type: 'stop' }])
  })

  test('is heard by the kitchen', async () => {
    const shell = await start()
    const { client } = runKitchen(shell)
    const heard: FromSupervisor[] = []
    client.onMessage((message) => heard.push(message))
    await settle()
    const supervisor = runSupervisor(at(shell.supervisors, 0))
    await settle()
    supervisor.say({ type: 'connection', state: { kind: 'idle' } })
    await settle()
    expect(heard).toEqual([{ type: 'connection', state: { kind: 'idle' } }])
  })

  test('is spoken to alone, however many there are', async () => {
    const shell = await start()
    const { clients } = runKitchen(shell, 0, 2)
    await settle()
    const supervisors = shell.supervisors.map((child) => runSupervisor(child))
    await settle()
    at(clients, 0).send({ type: 'disconnect' })
    at(clients, 1).send(CONNECT)
    await settle()
    expect(supervisors.map(({ heard }) => heard)).toEqual([[{ type: 'disconnect' }], [CONNECT]])
  })

  test('that dies is told to the kitchen, which starts another and says what lasts', async () => {
    const shell = await start()
    const { client } = runKitchen(shell)
    client.send(CONNECT)
    await settle()
    runSupervisor(at(shell.supervisors, 0))
    await settle()
    const open = client.request({
      zone: 0,
      target: { kind: 'power', share: 0.5 },
      origin: 'display',
      by: 'hob',
      touch: null,
    })
    at(shell.supervisors, 0).die(139)
    expect(await open).toEqual({ kind: 'refused', code: 'not-connected' })
    expect(shell.said).toEqual(["the supervisor's process ended (139): the stove is off"])
    await vi.advanceTimersByTimeAsync(600)
    expect(shell.supervisors).toHaveLength(2)
    const next = runSupervisor(at(shell.supervisors, 1))
    await settle()
    expect(next.begun.data?.faults.map((fault) => fault.code)).toEqual(['supervisor-late'])
    expect(next.heard).toEqual([CONNECT])
    expect(shell.kitchens).toHaveLength(1)
  })

  test('whose V8 fails does not take the shell down', async () => {
    const shell = await start()
    runKitchen(shell)
    await settle()
    for (const child of [at(shell.supervisors, 0), at(shell.kitchens, 0)]) {
      expect(child.emit('error', 'FatalError', 'v8::Heap', '{}')).toBe(true)
    }
    expect(shell.said).toEqual([
      "the supervisor's process fails: FatalError at v8::Heap",
      'the kitchen process fails: FatalError at v8::Heap',
    ])
  })
})

describe('when the kitchen dies', () => {
  test('its supervisor’s channel closes, and nobody is told of an end that was wanted', async () => {
    const shell = await start()
    const { child } = runKitchen(shell)
    await settle()
    const supervisor = runSupervisor(at(shell.supervisors, 0))
    await settle()
    expect(supervisor.closed).not.toHaveBeenCalled()
    child.die(139)
    await settle()
    expect(supervisor.closed).toHaveBeenCalledOnce()
    at(shell.supervisors, 0).die(0)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(shell.killed).toEqual([])
    expect(shell.said.filter((text) => text.includes('supervisor'))).toEqual([])
  })

  test('the next kitchen’s supervisor waits until the old one has given the line back', async () => {
    const shell = await start()
    const { child } = runKitchen(shell)
    await settle()
    at(shell.supervisors, 0).spawn(200)
    child.die(139)
    await vi.advanceTimersByTimeAsync(100)
    const { client } = runKitchen(shell, 1)
    client.send(CONNECT)
    await vi.advanceTimersByTimeAsync(2000)
    expect(shell.supervisors).toHaveLength(1)
    at(shell.supervisors, 0).die(0)
    await settle()
    expect(shell.supervisors).toHaveLength(2)
    const next = runSupervisor(at(shell.supervisors, 1))
    await settle()
    expect(next.heard).toEqual([CONNECT])
  })

  test('a supervisor that stays is ended after four seconds', async () => {
    const shell = await start()
    const { child } = runKitchen(shell)
    await settle()
    at(shell.supervisors, 0).spawn(200)
    child.die(139)
    await vi.advanceTimersByTimeAsync(3_999)
    expect(shell.killed).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(shell.killed).toEqual([200])
  })

  test('a supervisor that was only being started is ended as soon as it has a number', async () => {
    const shell = await start()
    const { child } = runKitchen(shell)
    await settle()
    child.die(139)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(shell.killed).toEqual([])
    at(shell.supervisors, 0).spawn(200)
    expect(shell.killed).toEqual([200])
  })

  test('what it had asked for and not yet got is never started', async () => {
    const shell = await start()
    runKitchen(shell)
    await settle()
    at(shell.kitchens, 0).die(139)
    await vi.advanceTimersByTimeAsync(100)
    runKitchen(shell, 1)
    await settle()
    at(shell.kitchens, 1).die(139)
    at(shell.supervisors, 0).die(0)
    await settle()
    expect(shell.supervisors).toHaveLength(1)
  })

  test('once more, each supervisor keeps the time that it has left', async () => {
    const shell = await start()
    runKitchen(shell).child.die(139)
    await settle()
    expect(shell.supervisors).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(100)
    const { child } = runKitchen(shell, 1)
    await settle()
    at(shell.supervisors, 0).spawn(200)
    child.die(139)
    await vi.advanceTimersByTimeAsync(1_000)
    runKitchen(shell, 2).child.die(139)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(shell.killed).toEqual([200])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(shell.killed).toEqual([200])
  })

  test('its last words start nothing', async () => {
    const shell = await start()
    const dead = at(shell.kitchens, 0)
    dead.spawn(100)
    dead.die(139)
    dead.emit('message', { type: 'supervisor', id: 1, data: { faults: [] } })
    await vi.advanceTimersByTimeAsync(100)
    expect(shell.supervisors).toHaveLength(0)
  })
})

describe('the end', () => {
  test('goes from the stove outwards: supervisor, kitchen, shell', async () => {
    const shell = await start()
    const ends: string[] = []
    runKitchen(shell)
    await settle()
    const child = at(shell.supervisors, 0)
    const supervisor = runSupervisor(child)
    await settle()
    child.once('exit', () => ends.push('supervisor'))
    at(shell.kitchens, 0).once('exit', () => ends.push('kitchen'))
    shell.app.emit('will-quit', preventable({}))
    await settle()
    expect(supervisor.heard).toEqual([{ type: 'close' }])
    expect(ends).toEqual([])
    expect(shell.app.calls).not.toContain('quit')
    child.die(0)
    await settle()
    expect(ends).toEqual(['supervisor', 'kitchen'])
    expect(shell.app.calls).toContain('quit')
    expect(shell.killed).toEqual([])
  })

  test('a supervisor that hangs is ended at the kitchen’s word', async () => {
    const shell = await start()
    runKitchen(shell)
    await settle()
    at(shell.supervisors, 0).spawn(200)
    runSupervisor(at(shell.supervisors, 0))
    shell.app.emit('will-quit', preventable({}))
    await vi.advanceTimersByTimeAsync(3_000)
    expect(shell.killed).toEqual([200])
    at(shell.supervisors, 0).die(137)
    await settle()
    expect(shell.app.calls).toContain('quit')
  })

  test('a kitchen that hangs is ended, and its supervisor still gets its time to switch off', async () => {
    const shell = await start()
    const { child } = runKitchen(shell)
    await settle()
    at(shell.supervisors, 0).spawn(200)
    const supervisor = runSupervisor(at(shell.supervisors, 0))
    await settle()
    child.parentPort.removeAllListeners('message')
    shell.app.emit('will-quit', preventable({}))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(shell.killed).toEqual([100])
    child.die(137)
    await settle()
    expect(supervisor.closed).toHaveBeenCalledOnce()
    expect(shell.app.calls).not.toContain('quit')
    at(shell.supervisors, 0).die(0)
    await settle()
    expect(shell.app.calls).toContain('quit')
    expect(shell.killed).toEqual([100])
  })

  test('between two kitchens waits for every supervisor of the one that died', async () => {
    const shell = await start()
    const { child } = runKitchen(shell, 0, 2)
    await settle()
    child.die(139)
    shell.app.emit('will-quit', preventable({}))
    await settle()
    expect(shell.app.calls).not.toContain('quit')
    at(shell.supervisors, 0).die(0)
    await settle()
    expect(shell.app.calls).not.toContain('quit')
    at(shell.supervisors, 1).die(0)
    await settle()
    expect(shell.app.calls).toContain('quit')
    expect(shell.kitchens).toHaveLength(1)
  })

  test('a supervisor that was asked for behind an orphan is never started once the kitchen takes it back', async () => {
    const shell = await start()
    const { child } = runKitchen(shell)
    await settle()
    at(shell.supervisors, 0).spawn(200)
    child.die(139)
    await vi.advanceTimersByTimeAsync(100)
    const { client } = runKitchen(shell, 1)
    await settle()
    const closing = client.close()
    await vi.advanceTimersByTimeAsync(3_000)
    await closing
    // Both kitchens call theirs number 1.
    expect(shell.killed).toEqual([])
    at(shell.supervisors, 0).die(0)
    await settle()
    expect(shell.supervisors).toHaveLength(1)
  })
})
