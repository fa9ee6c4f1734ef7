import { EventEmitter, once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { MessagePortMain, UtilityProcess, WebContents } from 'electron'
import { _electron, type ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { kitchenContract } from '#contract/commands.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { decodeTelemetry } from '#contract/telemetry.ts'
import { type KitchenKeeper, keepKitchen } from '#main/electron/kitchen-keeper.ts'
import { keepSupervisors } from '#main/electron/supervisor-keeper.ts'
import { forkPlain, PlainMessageChannel } from '../main/electron/plain-processes.ts'

const root = resolve(import.meta.dirname, '../..')
const STOVE = 'virtual:?seed=7'

const folder = (): string => mkdtempSync(join(tmpdir(), 'smarttop-electron-'))

/** The bundle's own processes under the shell's own keepers; only Chromium between them is plain Node here. */
describe('the built processes, in plain Node', () => {
  const data = folder()
  const log: string[] = []
  const killed: number[] = []
  const ends: string[] = []
  const processes: { readonly name: string; readonly process: UtilityProcess }[] = []
  const page = new EventEmitter()
  let doors = 0
  let snapshot: Snapshot | null = null
  let telemetry: Uint8Array | null = null
  let client: ContractRouterClient<typeof kitchenContract>
  let keeper: KitchenKeeper

  const run = (name: string, args: readonly string[]): UtilityProcess => {
    const process = forkPlain(join(root, 'out/main', `${name}.js`), args)
    processes.push({ name, process })
    process.once('exit', (code) => {
      ends.push(`${name} ${code}`)
      page.emit('change')
    })
    return process
  }
  const running = (name: string): number[] =>
    processes.flatMap((one) => (one.name === name && one.process.pid !== undefined ? [one.process.pid] : []))
  const until = async (fits: () => boolean): Promise<void> => {
    while (!fits()) await once(page, 'change')
  }
  const seen = (fits: (now: Snapshot) => boolean): Promise<void> =>
    until(() => snapshot !== null && fits(snapshot))

  /** What the glass does with the ports that it is handed, each time anew. */
  const enter = ([rpc, live]: readonly MessagePortMain[]): void => {
    if (rpc === undefined || live === undefined) throw new Error('half a door')
    doors += 1
    // What the kitchen before this one last said counts no more.
    snapshot = null
    client = createORPCClient(new RPCLink({ port: rpc as never }))
    rpc.start()
    live.on('message', (event) => {
      const words: unknown = event.data
      if (typeof words === 'string') snapshot = JSON.parse(words) as Snapshot
      else telemetry = words as Uint8Array
      page.emit('change')
    })
    live.start()
    page.emit('change')
  }

  beforeAll(async () => {
    const means = {
      MessageChannelMain: PlainMessageChannel,
      kill: (pid: number) => {
        killed.push(pid)
        process.kill(pid, 'SIGKILL')
      },
      log: (text: string) => {
        log.push(text)
      },
    }
    keeper = keepKitchen({
      ...means,
      fork: () => run('kitchen-process', [`--data=${data}`, `--stove=${STOVE}`, '--port=0']),
      supervisors: keepSupervisors({ ...means, fork: () => run('supervisor', []) }),
    })
    const contents = Object.assign(new EventEmitter(), {
      id: 1,
      isDestroyed: () => false,
      postMessage: (_channel: string, _message: unknown, ports: readonly MessagePortMain[]) => enter(ports),
    })
    keeper.connect(contents as unknown as WebContents)
    await seen((now) => now.connection.kind === 'connected')
  })
  afterAll(async () => {
    await keeper.close()
    rmSync(data, { recursive: true, force: true })
  })

  test('find their threads and each other: the virtual stove is connected and named as virtual', () => {
    expect(running('kitchen-process')).toHaveLength(1)
    expect(running('supervisor')).toHaveLength(1)
    expect(snapshot?.connection).toMatchObject({ kind: 'connected', stove: { virtual: true } })
    expect(snapshot?.storage).toEqual({ kind: 'ok' })
  })

  test('send telemetry as bytes over the live port', async () => {
    await until(() => telemetry !== null)
    expect(decodeTelemetry(telemetry ?? new Uint8Array())?.zones.length).toBeGreaterThan(0)
  })

  test('answer commands over the rpc port, and find what the product ships', async () => {
    const shipped = (await client.recipe.list()).filter((recipe) => recipe.origin === 'shipped')
    expect(shipped.length).toBeGreaterThanOrEqual(6)
    expect(await client.stop({ zone: null })).toEqual({ kind: 'done' })
  })

  test('rehearse on a second supervisor, which ends with the rehearsal', async () => {
    const [recipe] = await client.recipe.list()
    expect(await client.rehearsal.start({ recipe: recipe?.id ?? '' })).toEqual({ kind: 'done' })
    await seen((now) => now.rehearsal && now.connection.kind === 'connected')
    expect(running('supervisor')).toHaveLength(2)
    expect(await client.rehearsal.end()).toEqual({ kind: 'done' })
    await until(() => running('supervisor').length === 1)
    expect(ends.splice(0)).toEqual(['supervisor 0'])
  })

  test('start a supervisor anew that died, under the same kitchen, with a fault that says so', async () => {
    const [before = 0] = running('supervisor')
    process.kill(before, 'SIGKILL')
    await seen(
      (now) =>
        now.safety.faults.some((fault) => fault.code === 'supervisor-late') &&
        now.connection.kind === 'connected',
    )
    expect(ends.splice(0)).toEqual(['supervisor SIGKILL'])
    expect(running('supervisor')).not.toContain(before)
    expect(running('kitchen-process')).toHaveLength(1)
  })

  test('a kitchen that dies takes its supervisor along in order; the next one gets a new one', async () => {
    const [kitchen = 0] = running('kitchen-process')
    const supervisors = running('supervisor')
    process.kill(kitchen, 'SIGKILL')
    await until(() => doors === 2)
    await seen((now) => now.connection.kind === 'connected')
    // Code 0: the supervisor heard its channel close and left in order.
    expect(ends.splice(0)).toEqual(['kitchen-process SIGKILL', 'supervisor 0'])
    expect(running('supervisor')).toHaveLength(1)
    expect(running('supervisor')).not.toEqual(supervisors)
    expect(killed).toEqual([])
  })

  test('close in order, supervisor first, and nobody has to be killed', async () => {
    await keeper.close()
    expect(ends).toEqual(['supervisor 0', 'kitchen-process 0'])
    expect(killed).toEqual([])
  })
})

/** Electron's binary, or why its window cannot be shown here. */
function findElectron(): { readonly binary: string } | { readonly missing: string } {
  if (process.getuid?.() === 0) return { missing: 'root cannot keep the sandbox' }
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { missing: 'there is no display' }
  }
  try {
    const home = join(root, 'node_modules/electron')
    const binary = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8'))
    if (existsSync(binary)) return { binary }
  } catch {
    // Never fetched.
  }
  return { missing: 'its binary was not fetched' }
}

const found = findElectron()
const missing = 'missing' in found ? found.missing : null
// Where Electron was promised, as on the machine that builds, its absence is a failure and not a skip.
const promised = process.env['SMARTTOP_ELECTRON'] === '1'
if (missing !== null && !promised) console.warn(`Electron's own tests are skipped: ${missing}`)

describe(`Electron${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  const data = folder()
  let app: ElectronApplication

  const metrics = () =>
    app.evaluate(({ app: electron }) =>
      electron
        .getAppMetrics()
        .map((process) => ({ pid: process.pid, name: process.name ?? process.serviceName })),
    )
  const pidOf = async (name: string): Promise<number | undefined> =>
    (await metrics()).find((process) => process.name === name)?.pid
  const kitchenPid = () => pidOf('SmartTop kitchen')
  const supervisorPid = () => pidOf('SmartTop supervisor')

  beforeAll(async () => {
    if (missing !== null) {
      if (promised) throw new Error(`Electron was promised, but ${missing}`)
      return
    }
    app = await _electron.launch({
      executablePath: 'binary' in found ? found.binary : '',
      chromiumSandbox: true,
      cwd: root,
      args: [root, `--data=${data}`, `--stove=${STOVE}`, '--port=0'],
    })
  })
  afterAll(async () => {
    if (missing === null) await app.close()
    rmSync(data, { recursive: true, force: true })
  })

  test.skipIf(missing !== null && !promised)(
    'shows the glass with STOP, from its own files, without a single right',
    async () => {
      const page = await app.firstWindow()
      await page.waitForURL('app://smarttop/**')
      await page.getByRole('button', { name: /stop/i }).first().waitFor()
      const rights = await page.evaluate(async () => {
        const fails = async (act: () => unknown): Promise<boolean> => {
          try {
            return !(await act())
          } catch {
            return true
          }
        }
        return {
          node: 'require' in window || 'process' in window || 'module' in window,
          exposed: Object.keys(Reflect.get(window, 'smarttop') as object),
          network: await fails(() => fetch('https://example.org/')),
          local: await fails(() => fetch('http://127.0.0.1:4510/')),
          files: await fails(() => fetch('file:///etc/hostname')),
          window: await fails(() => window.open('https://example.org/')),
          script: await fails(() => Reflect.apply(Function, null, ['return 1'])),
        }
      })
      expect(rights).toEqual({
        node: false,
        exposed: ['connect'],
        network: true,
        local: true,
        files: true,
        window: true,
        script: true,
      })
      expect(app.windows()).toHaveLength(1)
    },
  )

  test.skipIf(missing !== null && !promised)(
    'hands over ports that bring the kitchen’s snapshot',
    async () => {
      const page = await app.firstWindow()
      const text = await page.evaluate(
        () =>
          new Promise<string>((done) => {
            window.addEventListener('message', (event) => {
              const live = event.ports[1]
              live?.addEventListener('message', (message: MessageEvent<unknown>) => {
                if (typeof message.data === 'string') done(message.data)
              })
              live?.start()
            })
            const door = Reflect.get(window, 'smarttop') as { connect(): void }
            door.connect()
          }),
      )
      expect((JSON.parse(text) as Snapshot).safety).toBeDefined()
    },
  )

  test.skipIf(missing !== null && !promised)(
    'starts a kitchen that died, and a display that crashed, anew',
    async () => {
      await expect.poll(kitchenPid).toBeDefined()
      const before = await kitchenPid()
      await expect.poll(supervisorPid).toBeDefined()
      const supervisor = await supervisorPid()
      if (before === undefined) throw new Error('there is no kitchen process')
      process.kill(before, 'SIGKILL')
      await expect
        .poll(kitchenPid, { timeout: 20_000 })
        .toSatisfy((pid) => pid !== undefined && pid !== before)
      await expect
        .poll(supervisorPid, { timeout: 20_000 })
        .toSatisfy((pid) => pid !== undefined && pid !== supervisor)

      const renderer = (): Promise<number> =>
        app.evaluate(
          ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
        )
      const crashed = await renderer()
      await app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
      })
      await expect.poll(renderer, { timeout: 20_000 }).toSatisfy((pid) => pid !== 0 && pid !== crashed)
    },
  )
})
