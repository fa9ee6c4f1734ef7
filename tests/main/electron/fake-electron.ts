import { EventEmitter } from 'node:events'
import { basename } from 'node:path'
import type * as Electron from 'electron'
import type { ShellElectron } from '#main/electron/shell.ts'

/**
 * Electron without its binary: as much as the shell uses, checked against Electron's own types, cloning whatever
 * crosses a process line, and delivering it later, as the real one does.
 */

/** One end of a MessageChannelMain: queues until started, refuses what Electron refuses to transfer. */
export class FakePort extends EventEmitter {
  peer: FakePort | null = null
  #waiting: { data: unknown; ports: FakePort[] }[] = []
  #started = false
  #closed = false

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    const envelope = pack(message, transfer)
    if (!this.#closed) this.peer?.take(envelope)
  }

  start(): void {
    this.#started = true
    for (const envelope of this.#waiting.splice(0)) queueMicrotask(() => this.emit('message', envelope))
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    queueMicrotask(() => this.emit('close'))
    this.peer?.close()
  }

  take(envelope: { data: unknown; ports: FakePort[] }): void {
    if (this.#started) queueMicrotask(() => this.emit('message', envelope))
    else this.#waiting.push(envelope)
  }
}

function pack(message: unknown, transfer: readonly unknown[]): { data: unknown; ports: FakePort[] } {
  const ports = transfer.map((port, index) => {
    if (!(port instanceof FakePort)) throw new TypeError(`Port at index ${index} is not a valid port`)
    return port
  })
  return { data: structuredClone(message), ports }
}

export class FakeMessageChannel {
  readonly port1 = new FakePort()
  readonly port2 = new FakePort()

  constructor() {
    this.port1.peer = this.port2
    this.port2.peer = this.port1
  }
}

/** Both sides of a utility process: this is the parent's, `parentPort` is the child's. */
export class FakeUtilityProcess extends EventEmitter {
  pid: number | undefined
  readonly parentPort = new FakeParentPort(this)
  readonly modulePath: string
  readonly args: readonly string[]
  readonly options: Electron.ForkOptions

  constructor(modulePath: string, args: readonly string[], options: Electron.ForkOptions) {
    super()
    this.modulePath = modulePath
    this.args = args
    this.options = options
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    this.parentPort.take(pack(message, transfer))
  }

  /** The process has come up. */
  spawn(pid: number): void {
    this.pid = pid
    this.emit('spawn')
  }

  /** The process is gone, and its ends of all channels with it. */
  die(code: number): void {
    this.pid = undefined
    this.parentPort.close()
    this.emit('exit', code)
  }
}

class FakeParentPort extends EventEmitter {
  #waiting: object[] = []
  readonly #held: FakePort[] = []
  readonly parent: FakeUtilityProcess

  constructor(parent: FakeUtilityProcess) {
    super()
    this.parent = parent
    this.on('newListener', (name) => {
      if (name !== 'message') return
      for (const envelope of this.#waiting.splice(0)) queueMicrotask(() => this.emit('message', envelope))
    })
  }

  postMessage(message: unknown): void {
    const data: unknown = structuredClone(message)
    queueMicrotask(() => this.parent.emit('message', data))
  }

  close(): void {
    this.removeAllListeners()
    for (const port of this.#held) port.close()
  }

  take(envelope: { data: unknown; ports: FakePort[] }): void {
    this.#held.push(...envelope.ports)
    if (this.listenerCount('message') > 0) queueMicrotask(() => this.emit('message', envelope))
    else this.#waiting.push(envelope)
  }
}

/** A page: remembers what it was told and which deeds of its own were allowed. */
export class FakeContents extends EventEmitter {
  static next = 1
  readonly id = FakeContents.next++
  readonly loaded: string[] = []
  readonly sent: string[] = []
  readonly handed: { channel: string; data: unknown; ports: FakePort[] }[] = []
  readonly mainFrame = { parent: null, url: 'app://smarttop/index.html' }
  crashes = 0
  destroyed = false
  openHandler: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | null = null
  webRtc = ''

  loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    return Promise.resolve()
  }

  send(channel: string): void {
    this.sent.push(channel)
  }

  postMessage(channel: string, message: unknown, transfer: readonly unknown[] = []): void {
    this.handed.push({ channel, ...pack(message, transfer) })
  }

  setWindowOpenHandler(
    handler: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse,
  ): void {
    this.openHandler = handler
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtc = policy
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  forcefullyCrashRenderer(): void {
    this.crashes += 1
  }
}

class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  readonly calls: string[] = []
  minimized = false
  readonly options: Electron.BrowserWindowConstructorOptions

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
  }

  isDestroyed(): boolean {
    return this.webContents.destroyed
  }

  isMinimized(): boolean {
    return this.minimized
  }

  restore(): void {
    this.calls.push('restore')
  }

  show(): void {
    this.calls.push('show')
  }

  focus(): void {
    this.calls.push('focus')
  }
}

type Handler<Name extends keyof Electron.Session> = Electron.Session[Name] extends (
  handler: infer Given,
  ...rest: never[]
) => void
  ? NonNullable<Given>
  : never

/** A session: keeps the handlers, so that a test can ask them. */
export class FakeSession extends EventEmitter {
  permissionRequest: Handler<'setPermissionRequestHandler'> | null = null
  permissionCheck: Handler<'setPermissionCheckHandler'> | null = null
  devicePermission: Handler<'setDevicePermissionHandler'> | null = null
  bluetoothPairing: Handler<'setBluetoothPairingHandler'> | null = null
  displayMedia: Handler<'setDisplayMediaRequestHandler'> | null = null
  certificate: Handler<'setCertificateVerifyProc'> | null = null
  beforeRequest:
    | ((details: { url: string }, answer: (response: Electron.CallbackResponse) => void) => void)
    | null = null
  readonly schemes = new Map<string, (request: Request) => Promise<Response>>()

  readonly webRequest = {
    onBeforeRequest: (listener: NonNullable<FakeSession['beforeRequest']>): void => {
      this.beforeRequest = listener
    },
  }
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>): void => {
      this.schemes.set(scheme, handler)
    },
  }

  setPermissionRequestHandler(handler: Handler<'setPermissionRequestHandler'>): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: Handler<'setPermissionCheckHandler'>): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: Handler<'setDevicePermissionHandler'>): void {
    this.devicePermission = handler
  }
  setBluetoothPairingHandler(handler: Handler<'setBluetoothPairingHandler'>): void {
    this.bluetoothPairing = handler
  }
  setDisplayMediaRequestHandler(handler: Handler<'setDisplayMediaRequestHandler'>): void {
    this.displayMedia = handler
  }
  setCertificateVerifyProc(handler: Handler<'setCertificateVerifyProc'>): void {
    this.certificate = handler
  }

  /** Whether a request would leave the page. */
  lets(url: string): boolean {
    let cancelled: boolean | undefined
    this.beforeRequest?.({ url }, (response) => {
      cancelled = response.cancel
    })
    if (cancelled === undefined) throw new Error('the request was neither let through nor cancelled')
    return !cancelled
  }
}

export interface FakeOptions {
  readonly packaged?: boolean
  readonly switches?: readonly string[]
  /** Another instance holds the lock. */
  readonly taken?: boolean
}

class FakeApp extends EventEmitter {
  readonly isPackaged: boolean
  readonly calls: string[] = []
  readonly paths = new Map([['userData', '/home/cook/.config/smarttop']])
  readonly switches: Map<string, string>
  readonly taken: boolean
  exitCode: number | null = null
  #ready: () => void = () => undefined
  readonly #whenReady = new Promise<void>((resolve) => {
    this.#ready = resolve
  })

  readonly commandLine = {
    hasSwitch: (name: string): boolean => this.switches.has(name),
    appendSwitch: (name: string, value = ''): void => {
      this.switches.set(name, value)
    },
  } satisfies Pick<Electron.CommandLine, 'hasSwitch' | 'appendSwitch'>

  constructor(options: FakeOptions) {
    super()
    this.isPackaged = options.packaged ?? false
    this.switches = new Map((options.switches ?? []).map((name) => [name, '']))
    this.taken = options.taken ?? false
  }

  requestSingleInstanceLock(): boolean {
    this.calls.push('lock')
    return !this.taken
  }
  enableSandbox(): void {
    this.calls.push('sandbox')
  }
  setPath(name: string, path: string): void {
    this.calls.push('path')
    this.paths.set(name, path)
  }
  getPath(name: string): string {
    const path = this.paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }
  quit(): void {
    this.calls.push('quit')
  }
  exit(code = 0): void {
    this.exitCode = code
  }
  whenReady(): Promise<void> {
    return this.#whenReady
  }

  /** Chromium is up; resolves when the shell has done what it does then. */
  async becomeReady(): Promise<void> {
    this.#ready()
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
}

export interface FakeElectron {
  /** What `import ... from 'electron'` gives. */
  readonly module: Readonly<Record<keyof ShellElectron, unknown>>
  /** The same, typed as the shell wants it. */
  readonly electron: ShellElectron
  readonly app: FakeApp
  readonly windows: FakeWindow[]
  readonly kitchens: FakeUtilityProcess[]
  readonly supervisors: FakeUtilityProcess[]
  readonly schemes: Electron.CustomScheme[]
  readonly blockers: string[]
  readonly menus: unknown[]
  readonly partitions: { partition: string; options: Electron.FromPartitionOptions | undefined }[]
  readonly defaultSession: FakeSession
  readonly glassSession: FakeSession
  readonly ipcMain: EventEmitter
}

export function createFakeElectron(options: FakeOptions = {}): FakeElectron {
  const app = new FakeApp(options)
  const windows: FakeWindow[] = []
  const kitchens: FakeUtilityProcess[] = []
  const supervisors: FakeUtilityProcess[] = []
  const schemes: Electron.CustomScheme[] = []
  const blockers: string[] = []
  const menus: unknown[] = []
  const partitions: { partition: string; options: Electron.FromPartitionOptions | undefined }[] = []
  const defaultSession = new FakeSession()
  const glassSession = new FakeSession()
  const ipcMain = new EventEmitter()

  class BrowserWindow extends FakeWindow {
    constructor(given: Electron.BrowserWindowConstructorOptions) {
      super(given)
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
  }
  const powerSaveBlocker = {
    start: (type: 'prevent-app-suspension' | 'prevent-display-sleep'): number => blockers.push(type),
  } satisfies Pick<Electron.PowerSaveBlocker, 'start'>
  const protocol = {
    registerSchemesAsPrivileged: (given: Electron.CustomScheme[]): void => {
      schemes.push(...given)
    },
  } satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>
  const session = {
    defaultSession,
    fromPartition: (partition: string, given?: Electron.FromPartitionOptions): FakeSession => {
      partitions.push({ partition, options: given })
      return glassSession
    },
  }
  const utilityProcess = {
    fork: (modulePath: string, args: string[] = [], given: Electron.ForkOptions = {}): FakeUtilityProcess => {
      const child = new FakeUtilityProcess(modulePath, structuredClone(args), structuredClone(given))
      const kind = basename(modulePath) === 'supervisor.js' ? supervisors : kitchens
      kind.push(child)
      return child
    },
  }
  const Menu = {
    buildFromTemplate: (template: unknown[]): unknown => template,
    setApplicationMenu: (menu: unknown): void => {
      menus.push(menu)
    },
  }

  // What the fake does is checked against Electron's types here; what it leaves out nobody may call.
  app satisfies Pick<
    Electron.App,
    | 'isPackaged'
    | 'requestSingleInstanceLock'
    | 'enableSandbox'
    | 'setPath'
    | 'getPath'
    | 'quit'
    | 'exit'
    | 'whenReady'
  >
  defaultSession satisfies Pick<
    Electron.Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setBluetoothPairingHandler'
    | 'setDisplayMediaRequestHandler'
    | 'setCertificateVerifyProc'
  >
  const module = {
    app,
    BrowserWindow,
    ipcMain,
    Menu,
    MessageChannelMain: FakeMessageChannel,
    powerSaveBlocker,
    protocol,
    session,
    utilityProcess,
  } satisfies Record<keyof ShellElectron, unknown>

  return {
    module,
    electron: module as unknown as ShellElectron,
    app,
    windows,
    kitchens,
    supervisors,
    schemes,
    blockers,
    menus,
    partitions,
    defaultSession,
    glassSession,
    ipcMain,
  }
}

/** An event that can be prevented, and whether it was. */
export function preventable<Extra extends object>(
  extra: Extra,
): Extra & { prevented: boolean; preventDefault(): void } {
  const event = {
    ...extra,
    prevented: false,
    preventDefault: () => {
      event.prevented = true
    },
  }
  return event
}
