import { join } from 'node:path'
import type * as Electron from 'electron'
import { CHANNELS } from '#contract/electron-channels.ts'
import { keepShowing } from './display.ts'
import { readFlags, type ShellFlags } from './flags.ts'
import { keepKitchen, type KitchenKeeper } from './kitchen-keeper.ts'
import { lockApp } from './lock-contents.ts'
import { lockSession } from './lock-session.ts'
import { menuTemplate } from './menu.ts'
import { OWN_SCHEME } from './policy.ts'
import { isFromGlass } from './sender.ts'
import { serveFiles } from './serve-files.ts'
import { keepSupervisors } from './supervisor-keeper.ts'
import { forbiddenSwitches, OWN_SWITCHES } from './switches.ts'
import { windowOptions } from './window-options.ts'

/** The part of Electron that the shell uses. */
export interface ShellElectron {
  readonly app: Electron.App
  readonly BrowserWindow: typeof Electron.BrowserWindow
  readonly ipcMain: Electron.IpcMain
  readonly Menu: typeof Electron.Menu
  readonly MessageChannelMain: typeof Electron.MessageChannelMain
  readonly powerSaveBlocker: Electron.PowerSaveBlocker
  readonly protocol: Electron.Protocol
  readonly session: typeof Electron.session
  readonly utilityProcess: typeof Electron.utilityProcess
}

export interface ShellRun {
  readonly argv: readonly string[]
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder of the built main process; preload and renderer lie beside it. */
  readonly home: string
  readonly kill: (pid: number) => void
  readonly log: (text: string) => void
}

/** Starts the shell: one kitchen process, one window that shows it. Must run before Electron is ready. */
export function startShell(electron: ShellElectron, run: ShellRun): void {
  const { app, protocol } = electron
  const flags = readFlags(run.argv, app.isPackaged)
  const forbidden = forbiddenSwitches((name) => app.commandLine.hasSwitch(name), app.isPackaged)
  if (forbidden.length > 0) {
    run.log(`SmartTop does not run with --${forbidden.join(' or --')}: it would take its protection away`)
    app.exit(2)
    return
  }
  // The lock below belongs to this folder: two kitchens with data of their own may run side by side.
  if (flags.data !== null) app.setPath('userData', join(flags.data, 'electron'))
  if (!app.requestSingleInstanceLock()) {
    run.log('SmartTop is running already: its window comes to the front')
    app.quit()
    return
  }
  app.enableSandbox()
  for (const [name, value] of OWN_SWITCHES) app.commandLine.appendSwitch(name, value)
  protocol.registerSchemesAsPrivileged([
    {
      scheme: OWN_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
  lockApp(app)
  app
    .whenReady()
    .then(() => {
      openShell(electron, run, flags)
    })
    .catch((error: unknown) => {
      run.log(`SmartTop could not start: ${error instanceof Error ? error.message : String(error)}`)
      app.exit(1)
    })
}

function openShell(electron: ShellElectron, run: ShellRun, flags: ShellFlags): void {
  const { app, BrowserWindow, ipcMain, Menu, powerSaveBlocker } = electron
  const template = menuTemplate(run.platform)
  Menu.setApplicationMenu(template === null ? null : Menu.buildFromTemplate(template))

  lockSession(electron.session.defaultSession, flags.devTools)
  // What a screen remembers of itself persists; there is no cache, since there is nothing remote to cache.
  const session = electron.session.fromPartition('persist:glass', { cache: false })
  lockSession(session, flags.devTools)
  session.protocol.handle(OWN_SCHEME, serveFiles(join(run.home, '..', 'renderer')))

  const means = { MessageChannelMain: electron.MessageChannelMain, kill: run.kill, log: run.log }
  const data = flags.data ?? join(app.getPath('userData'), 'kitchen')
  const supervisors = keepSupervisors({
    ...means,
    fork: () => forkOwn(electron, run, 'supervisor', 'supervisor.js', []),
  })
  const kitchen = keepKitchen({
    ...means,
    fork: () => forkOwn(electron, run, 'kitchen', 'kitchen-process.js', [`--data=${data}`, ...flags.kitchen]),
    supervisors,
  })
  const window = new BrowserWindow(
    windowOptions(flags, join(run.home, '..', 'preload', 'index.cjs'), session),
  )
  const { webContents: contents } = window
  const display = keepShowing(window, { watchPulse: !flags.devTools, log: run.log })
  powerSaveBlocker.start('prevent-display-sleep')

  ipcMain.on(CHANNELS.connect, (event) => {
    if (isFromGlass(event, contents)) kitchen.connect(contents)
  })
  ipcMain.on(CHANNELS.stop, (event) => {
    if (isFromGlass(event, contents)) supervisors.stop()
  })
  ipcMain.on(CHANNELS.alive, (event) => {
    if (isFromGlass(event, contents)) display.alive()
  })
  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  })
  // Windows ends a session without asking the program to quit.
  window.on('session-end', () => {
    void kitchen.close()
  })
  quitInOrder(app, kitchen)
}

/** Starts one of our own processes, without what the environment could slip into a Node. */
function forkOwn(
  electron: ShellElectron,
  run: ShellRun,
  name: string,
  entry: string,
  args: readonly string[],
): Electron.UtilityProcess {
  const { NODE_OPTIONS: _options, ELECTRON_RUN_AS_NODE: _node, ...env } = run.env
  return electron.utilityProcess.fork(join(run.home, entry), [...args], {
    serviceName: `SmartTop ${name}`,
    stdio: 'inherit',
    env,
  })
}

/** Without a window nobody can press STOP (law 13): the program ends, and the kitchen ends first, stove off. */
function quitInOrder(app: Electron.App, kitchen: KitchenKeeper): void {
  let closed = false
  app.on('window-all-closed', () => {
    app.quit()
  })
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void kitchen.close().then(() => {
      closed = true
      app.quit()
    })
  })
}
