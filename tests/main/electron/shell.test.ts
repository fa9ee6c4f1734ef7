import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CHANNELS } from '#contract/electron-channels.ts'
import { PING_EVERY_MS } from '#main/electron/pulse.ts'
import { startShell } from '#main/electron/shell.ts'
import {
  createFakeElectron,
  type FakeContents,
  type FakeElectron,
  type FakeOptions,
  type FakeSession,
  type FakePort,
  preventable,
} from './fake-electron.ts'

const HOME = resolve('/opt/smarttop/out/main')

interface Started extends FakeElectron {
  readonly killed: number[]
  readonly said: string[]
}

async function start(argv: readonly string[] = [], options: FakeOptions = {}): Promise<Started> {
  const fake = createFakeElectron(options)
  const killed: number[] = []
  const said: string[] = []
  startShell(fake.electron, {
    argv: ['electron', '.', ...argv],
    platform: 'linux',
    env: { HOME: '/home/cook', NODE_OPTIONS: '--require evil', ELECTRON_RUN_AS_NODE: '1' },
    home: HOME,
    kill: (pid) => killed.push(pid),
    log: (text) => said.push(text),
  })
  await fake.app.becomeReady()
  return { ...fake, killed, said }
}

const page = (shell: Started): FakeContents => {
  const window = shell.windows[0]
  if (window === undefined) throw new Error('there is no window')
  return window.webContents
}
const kitchen = (shell: Started, index = 0) => {
  const child = shell.kitchens[index]
  if (child === undefined) throw new Error(`there is no kitchen ${index}`)
  return child
}
const fromGlass = (shell: Started) => ({ sender: page(shell), senderFrame: page(shell).mainFrame })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the window', () => {
  test('gives the page a sandbox and nothing else', async () => {
    const shell = await start()
    expect(shell.app.calls).toContain('sandbox')
    expect(shell.windows).toHaveLength(1)
    expect(shell.windows[0]?.options.webPreferences).toMatchObject({
      preload: join(HOME, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      devTools: false,
      backgroundThrottling: false,
      session: shell.glassSession,
    })
  })

  test('shows the glass from the own protocol, which is registered as secure before Electron is ready', async () => {
    const shell = await start()
    expect(shell.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
    expect(page(shell).loaded).toEqual(['app://smarttop/index.html'])
    expect([...shell.glassSession.schemes.keys()]).toEqual(['app'])
    expect(shell.defaultSession.schemes.size).toBe(0)
  })

  test('is plain without flags, fullscreen with --fullscreen, a kiosk with --kiosk', async () => {
    const shape = async (...argv: string[]) => {
      const options = (await start(argv)).windows[0]?.options
      return { kiosk: options?.kiosk, fullscreen: options?.fullscreen }
    }
    expect(await shape()).toEqual({ kiosk: false, fullscreen: false })
    expect(await shape('--fullscreen')).toEqual({ kiosk: false, fullscreen: true })
    expect(await shape('--kiosk')).toEqual({ kiosk: true, fullscreen: true })
  })

  test('appears only when there is something to see, and keeps the display awake', async () => {
    const shell = await start()
    expect(shell.windows[0]?.options.show).toBe(false)
    shell.windows[0]?.emit('ready-to-show')
    expect(shell.windows[0]?.calls).toEqual(['show'])
    expect(shell.blockers).toEqual(['prevent-display-sleep'])
  })

  test('has no menu, and with it no keys for reload, zoom and developer tools', async () => {
    expect((await start()).menus).toEqual([null])
  })

  test('keeps no cache', async () => {
    expect((await start()).partitions).toEqual([{ partition: 'persist:glass', options: { cache: false } }])
  })
})

describe('what a page may ask of the computer', () => {
  const sessions = (shell: Started): readonly FakeSession[] => [shell.defaultSession, shell.glassSession]

  test('every permission, checked or requested, is denied', async () => {
    for (const session of sessions(await start())) {
      for (const permission of [
        'media',
        'serial',
        'geolocation',
        'fullscreen',
        'notifications',
        'usb',
      ] as const) {
        const answer = vi.fn<(granted: boolean) => void>()
        session.permissionRequest?.({} as never, permission, answer, {} as never)
        expect(answer.mock.calls).toEqual([[false]])
        expect(session.permissionCheck?.(null, permission, 'app://smarttop', {} as never)).toBe(false)
      }
      expect(session.devicePermission?.({} as never)).toBe(false)
    }
  })

  test('no Bluetooth, no screen capture, no certificate', async () => {
    for (const session of sessions(await start())) {
      const paired = vi.fn<(response: object) => void>()
      session.bluetoothPairing?.({} as never, paired)
      expect(paired.mock.calls).toEqual([[{ confirmed: false }]])
      const streams = vi.fn<(streams: object | null) => void>()
      session.displayMedia?.({} as never, streams)
      expect(streams.mock.calls).toEqual([[{}]])
      const verified = vi.fn<(result: number) => void>()
      session.certificate?.({} as never, verified)
      expect(verified.mock.calls).toEqual([[-2]])
    }
  })

  test.each(['select-serial-port', 'select-hid-device', 'select-usb-device'])(
    '%s chooses nothing',
    async (name) => {
      for (const session of sessions(await start())) {
        const event = preventable({})
        const choose = vi.fn<(id: string) => void>()
        session.emit(name, event, ...(name === 'select-serial-port' ? [[], {}] : [{}]), choose)
        expect(event.prevented).toBe(true)
        expect(choose.mock.calls).toEqual([['']])
      }
    },
  )

  test('no download, no file access', async () => {
    for (const session of sessions(await start())) {
      const download = preventable({})
      session.emit('will-download', download, {}, {})
      expect(download.prevented).toBe(true)
      const choose = vi.fn<(action: string) => void>()
      session.emit('file-system-access-restricted', {}, {}, choose)
      expect(choose.mock.calls).toEqual([['deny']])
    }
  })

  test('no request leaves for any network', async () => {
    const shell = await start()
    for (const session of sessions(shell)) {
      expect(session.lets('app://smarttop/assets/index.js')).toBe(true)
      for (const url of [
        'https://example.org/',
        'http://127.0.0.1:4510/',
        'ws://127.0.0.1/',
        'file:///etc/passwd',
      ]) {
        expect(session.lets(url), url).toBe(false)
      }
    }
    expect(shell.app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
  })

  test('the program trusts no certificate and knows no password', async () => {
    const { app } = await start()
    const certificate = preventable({})
    const trusts = vi.fn<(trusted: boolean) => void>()
    app.emit('certificate-error', certificate, {}, 'https://x', 'error', {}, trusts)
    expect(certificate.prevented).toBe(true)
    expect(trusts.mock.calls).toEqual([[false]])
    const login = preventable({})
    const answers = vi.fn<(...credentials: string[]) => void>()
    app.emit('login', login, {}, {}, {}, answers)
    expect(login.prevented).toBe(true)
    expect(answers.mock.calls).toEqual([[]])
  })
})

describe('where a page may go', () => {
  const tries = async (name: string, details: object): Promise<boolean> => {
    const event = preventable(details)
    page(await start()).emit(name, event)
    return !event.prevented
  }

  test('nowhere but to its own start', async () => {
    expect(await tries('will-navigate', { url: 'app://smarttop/index.html' })).toBe(true)
    expect(await tries('will-navigate', { url: 'https://example.org/' })).toBe(false)
    expect(await tries('will-frame-navigate', { url: 'app://smarttop/', isMainFrame: true })).toBe(true)
    expect(await tries('will-frame-navigate', { url: 'app://smarttop/', isMainFrame: false })).toBe(false)
    expect(await tries('will-redirect', { url: 'app://smarttop/' })).toBe(false)
  })

  test('it opens no window and embeds none', async () => {
    expect(page(await start()).openHandler?.({ url: 'app://smarttop/' } as never)).toEqual({ action: 'deny' })
    expect(await tries('will-attach-webview', {})).toBe(false)
  })

  test('it cannot refuse to be reloaded, and WebRTC is shut', async () => {
    const event = preventable({})
    const contents = page(await start())
    contents.emit('will-prevent-unload', event)
    expect(event.prevented).toBe(true)
    expect(contents.webRtc).toBe('disable_non_proxied_udp')
  })
})

describe('one instance', () => {
  test('a second start leaves at once, before it touches anything', async () => {
    const shell = await start([], { taken: true })
    expect(shell.app.calls).toEqual(['lock', 'quit'])
    expect(shell.windows).toHaveLength(0)
    expect(shell.kitchens).toHaveLength(0)
  })

  test('the first one comes to the front', async () => {
    const shell = await start()
    const window = shell.windows[0]
    if (window === undefined) throw new Error('there is no window')
    window.minimized = true
    shell.app.emit('second-instance')
    expect(window.calls).toEqual(['restore', 'show', 'focus'])
  })

  test('the lock belongs to the data: kitchens with data of their own run side by side', async () => {
    const shell = await start(['--data', '/srv/kitchen'])
    expect(shell.app.paths.get('userData')).toBe(join('/srv/kitchen', 'electron'))
    expect(shell.app.calls.indexOf('path')).toBeLessThan(shell.app.calls.indexOf('lock'))
  })

  test('without its sandbox the shell does not start', async () => {
    const shell = await start([], { switches: ['no-sandbox'] })
    expect(shell.app.exitCode).toBe(2)
    expect(shell.said[0]).toContain('--no-sandbox')
    expect(shell.windows).toHaveLength(0)
  })
})

describe('the display is restarted', () => {
  test('when its process is gone, slower each time', async () => {
    const shell = await start()
    page(shell).emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    expect(page(shell).loaded).toHaveLength(1)
    vi.advanceTimersByTime(100)
    expect(page(shell).loaded).toHaveLength(2)
    page(shell).emit('render-process-gone', {}, { reason: 'oom', exitCode: 9 })
    vi.advanceTimersByTime(199)
    expect(page(shell).loaded).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(page(shell).loaded).toHaveLength(3)
  })

  test('when it could not be loaded, but not when another load took its place', async () => {
    const shell = await start()
    page(shell).emit('did-fail-load', {}, -3, 'ERR_ABORTED', '', true)
    page(shell).emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', '', false)
    vi.advanceTimersByTime(20_000)
    expect(page(shell).loaded).toHaveLength(1)
    page(shell).emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', '', true)
    vi.advanceTimersByTime(100)
    expect(page(shell).loaded).toHaveLength(2)
  })

  test('when Chromium or the silence of the page says that it hangs', async () => {
    const shell = await start()
    page(shell).emit('unresponsive')
    expect(page(shell).crashes).toBe(1)
    page(shell).emit('did-finish-load')
    vi.advanceTimersByTime(PING_EVERY_MS * 4)
    expect(page(shell).sent).toEqual(Array(4).fill(CHANNELS.ping))
    expect(page(shell).crashes).toBe(1)
    vi.advanceTimersByTime(PING_EVERY_MS)
    expect(page(shell).crashes).toBe(2)
  })

  test('but not while it answers, and only the glass itself can answer', async () => {
    const shell = await start()
    page(shell).emit('did-finish-load')
    const stranger = { sender: page(shell), senderFrame: { parent: null, url: 'https://example.org/' } }
    for (let ping = 0; ping < 20; ping++) {
      vi.advanceTimersByTime(PING_EVERY_MS)
      shell.ipcMain.emit(CHANNELS.alive, fromGlass(shell))
    }
    expect(page(shell).crashes).toBe(0)
    for (let ping = 0; ping < 5; ping++) {
      vi.advanceTimersByTime(PING_EVERY_MS)
      shell.ipcMain.emit(CHANNELS.alive, stranger)
    }
    expect(page(shell).crashes).toBe(1)
  })
})

describe('the kitchen process', () => {
  test('runs beside, with its data folder and options, and without what could bend Node', async () => {
    const shell = await start(['--stove', 'tcp:stove:4000', '--lan'])
    const child = kitchen(shell)
    expect(child.modulePath).toBe(join(HOME, 'kitchen-process.js'))
    expect(child.args).toEqual([
      `--data=${join('/home/cook/.config/smarttop', 'kitchen')}`,
      '--stove=tcp:stove:4000',
      '--lan',
    ])
    expect(child.options.env).toEqual({ HOME: '/home/cook' })
    expect(kitchen(await start(['--data=/srv/kitchen'])).args).toEqual(['--data=/srv/kitchen'])
  })

  test('a page that asks gets its ports as soon as the kitchen is open, and they lead there', async () => {
    const shell = await start()
    const attached: { data: unknown; ports: FakePort[] }[] = []
    kitchen(shell).parentPort.on('message', (message) => attached.push(message))
    shell.ipcMain.emit(CHANNELS.connect, fromGlass(shell))
    expect(page(shell).handed).toEqual([])
    kitchen(shell).emit('message', { type: 'open' })
    await Promise.resolve()
    expect(attached.map((message) => message.data)).toEqual([{ type: 'attach', screen: page(shell).id }])
    const [handed] = page(shell).handed
    expect(handed?.channel).toBe(CHANNELS.ports)
    for (const which of [0, 1]) {
      const atKitchen = attached[0]?.ports[which]
      const atPage = handed?.ports[which]
      const heard = vi.fn<(event: { data: unknown }) => void>()
      atPage?.on('message', heard)
      atPage?.start()
      atKitchen?.postMessage(new Uint8Array([which]))
      await Promise.resolve()
      expect(heard.mock.calls[0]?.[0].data).toEqual(new Uint8Array([which]))
    }
    expect(handed?.ports).toHaveLength(2)
  })

  test('a stranger gets no ports', async () => {
    const shell = await start()
    kitchen(shell).emit('message', { type: 'open' })
    const own = fromGlass(shell)
    for (const event of [
      { ...own, sender: {} },
      { ...own, senderFrame: null },
      { ...own, senderFrame: { parent: {}, url: 'app://smarttop/' } },
      { ...own, senderFrame: { parent: null, url: 'https://example.org/' } },
    ]) {
      shell.ipcMain.emit(CHANNELS.connect, event)
    }
    expect(page(shell).handed).toEqual([])
    shell.ipcMain.emit(CHANNELS.connect, own)
    expect(page(shell).handed).toHaveLength(1)
  })

  test('that dies is started anew, and every page gets new ports unasked', async () => {
    const shell = await start()
    kitchen(shell).spawn(41)
    kitchen(shell).emit('message', { type: 'open' })
    shell.ipcMain.emit(CHANNELS.connect, fromGlass(shell))
    kitchen(shell).die(139)
    vi.advanceTimersByTime(100)
    expect(shell.kitchens).toHaveLength(2)
    expect(page(shell).handed).toHaveLength(1)
    kitchen(shell, 1).emit('message', { type: 'open' })
    expect(page(shell).handed).toHaveLength(2)
  })

  test('that hangs is killed', async () => {
    const shell = await start()
    const child = kitchen(shell)
    child.spawn(41)
    for (let ping = 0; ping < 10; ping++) {
      vi.advanceTimersByTime(PING_EVERY_MS)
      child.emit('message', { type: 'alive' })
    }
    expect(shell.killed).toEqual([])
    vi.advanceTimersByTime(PING_EVERY_MS * 5)
    expect(shell.killed).toEqual([41])
  })

  test('that could not open says why', async () => {
    const shell = await start()
    kitchen(shell).emit('message', { type: 'failed', detail: 'the disk is gone' })
    expect(shell.said).toEqual(['the kitchen could not be opened: the disk is gone'])
  })
})

describe('the end', () => {
  test('without a window the program ends, and waits until the kitchen has switched off', async () => {
    const shell = await start()
    const heard: unknown[] = []
    kitchen(shell).spawn(41)
    kitchen(shell).parentPort.on('message', (message: { data: unknown }) => heard.push(message.data))
    shell.app.emit('window-all-closed')
    expect(shell.app.calls.filter((call) => call === 'quit')).toHaveLength(1)
    const first = preventable({})
    shell.app.emit('will-quit', first)
    await Promise.resolve()
    expect(first.prevented).toBe(true)
    expect(heard).toEqual([{ type: 'close' }])
    kitchen(shell).die(0)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(shell.app.calls.filter((call) => call === 'quit')).toHaveLength(2)
    const second = preventable({})
    shell.app.emit('will-quit', second)
    expect(second.prevented).toBe(false)
    expect(shell.kitchens).toHaveLength(1)
  })

  test('Windows ending its session closes the kitchen too', async () => {
    const shell = await start()
    const heard: unknown[] = []
    kitchen(shell).parentPort.on('message', (message: { data: unknown }) => heard.push(message.data))
    shell.windows[0]?.emit('session-end')
    await Promise.resolve()
    expect(heard).toEqual([{ type: 'close' }])
    kitchen(shell).die(0)
  })

  test('a kitchen that does not end in five seconds is killed', async () => {
    const shell = await start()
    kitchen(shell).spawn(41)
    shell.app.emit('will-quit', preventable({}))
    await vi.advanceTimersByTimeAsync(4_999)
    expect(shell.killed).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(shell.killed).toEqual([41])
  })

  test('while it waits for a restart there is nothing to close', async () => {
    const shell = await start()
    kitchen(shell).die(1)
    shell.app.emit('will-quit', preventable({}))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(shell.app.calls).toContain('quit')
    expect(shell.kitchens).toHaveLength(1)
  })
})
