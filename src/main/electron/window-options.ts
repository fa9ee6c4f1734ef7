import type { BrowserWindowConstructorOptions, Session } from 'electron'
import type { ShellFlags } from './flags.ts'

/** The stove's display. Everything that a page could be given beyond drawing is spelled out as not given. */
export function windowOptions(
  flags: ShellFlags,
  preload: string,
  session: Session,
): BrowserWindowConstructorOptions {
  return {
    title: 'SmartTop',
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 480,
    show: false,
    // The dark theme's ground, so that nothing flashes white in a dim kitchen.
    backgroundColor: '#0b0d10',
    autoHideMenuBar: true,
    kiosk: flags.kiosk,
    fullscreen: flags.kiosk || flags.fullscreen,
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      // A spell checker fetches dictionaries.
      spellcheck: false,
      devTools: flags.devTools,
      // Law 13: a covered window goes on proving that it shows STOP, and timers ring on time.
      backgroundThrottling: false,
      // An alarm after a restart sounds before anybody has touched the screen.
      autoplayPolicy: 'no-user-gesture-required',
    },
  }
}
