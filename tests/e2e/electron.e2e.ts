import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { _electron, type ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { kitchenContract } from '#contract/commands.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { decodeTelemetry } from '#contract/telemetry.ts'

const root = resolve(import.meta.dirname, '../..')
const STOVE = 'virtual:?seed=7'

const folder = (): string => mkdtempSync(join(tmpdir(), 'smarttop-electron-'))

describe('the built kitchen process, in plain Node', () => {
  type Heard = { readonly port?: number; readonly data: unknown }
  const [RPC, LIVE] = [1, 2]
  const data = folder()
  let kitchen: ChildProcess
  const heard: Heard[] = []
  const waiting = new Set<{ fits: (message: Heard) => boolean; done: (message: Heard) => void }>()

  const hear = (fits: (message: Heard) => boolean): Promise<Heard> => {
    const there = heard.find(fits)
    if (there !== undefined) return Promise.resolve(there)
    return new Promise((done, fail) => {
      kitchen.once('exit', (code) => {
        const told = heard.find(says('failed'))?.data as { detail: string } | undefined
        fail(new Error(`the kitchen process ended (${code}): ${told?.detail ?? 'without a word'}`))
      })
      waiting.add({ fits, done })
    })
  }
  const says = (type: string) => (message: Heard) =>
    message.port === undefined && (message.data as { type: string }).type === type
  const tell = (message: object): void => {
    kitchen.send(message)
  }

  beforeAll(async () => {
    const parentPort = pathToFileURL(join(root, 'tests/main/electron/parent-port.mjs')).href
    kitchen = fork(
      join(root, 'out/main/kitchen-process.js'),
      [`--data=${data}`, `--stove=${STOVE}`, '--port=0'],
      {
        execArgv: ['--import', parentPort],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    )
    kitchen.on('message', (message: Heard) => {
      heard.push(message)
      for (const waiter of waiting) {
        if (!waiter.fits(message)) continue
        waiting.delete(waiter)
        waiter.done(message)
      }
    })
    await hear(says('open'))
    tell({ data: { type: 'attach', screen: 1 }, ports: [RPC, LIVE] })
  })
  afterAll(() => {
    kitchen.kill('SIGKILL')
    rmSync(data, { recursive: true, force: true })
  })

  test('finds its threads: the virtual stove is connected and named as virtual', async () => {
    const message = await hear((heardNow) => {
      if (heardNow.port !== LIVE || typeof heardNow.data !== 'string') return false
      return (JSON.parse(heardNow.data) as Snapshot).connection.kind === 'connected'
    })
    const { connection } = JSON.parse(message.data as string) as Snapshot
    expect(connection.kind === 'connected' && connection.stove.virtual).toBe(true)
  })

  test('sends telemetry as bytes over the live port', async () => {
    const message = await hear((heardNow) => heardNow.port === LIVE && heardNow.data instanceof Uint8Array)
    expect(decodeTelemetry(message.data as Uint8Array)?.zones.length).toBeGreaterThan(0)
  })

  test('answers commands over the rpc port, and finds what the product ships', async () => {
    const port = {
      postMessage: (message: unknown) => tell({ port: RPC, data: message }),
      on: (event: string, listener: (event: { data: unknown }) => void) => {
        if (event !== 'message') return
        kitchen.on('message', (message: Heard) => {
          if (message.port === RPC) listener({ data: message.data })
        })
      },
    }
    const client = createORPCClient<ContractRouterClient<typeof kitchenContract>>(new RPCLink({ port }))
    const shipped = (await client.recipe.list()).filter((recipe) => recipe.origin === 'shipped')
    expect(shipped.length).toBeGreaterThanOrEqual(6)
    expect(await client.stop({ zone: null })).toEqual({ kind: 'done' })
  })

  test('answers pings and closes in order', async () => {
    tell({ data: { type: 'ping' } })
    await hear(says('alive'))
    const ended = new Promise((done) => kitchen.once('exit', done))
    tell({ data: { type: 'close' } })
    expect(await ended).toBe(0)
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
  const kitchenPid = async (): Promise<number | undefined> =>
    (await metrics()).find((process) => process.name === 'SmartTop kitchen')?.pid

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
      if (before === undefined) throw new Error('there is no kitchen process')
      process.kill(before, 'SIGKILL')
      await expect
        .poll(kitchenPid, { timeout: 20_000 })
        .toSatisfy((pid) => pid !== undefined && pid !== before)

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
