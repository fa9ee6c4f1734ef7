import type { BrowserWindow, WebContents } from 'electron'
import { CHANNELS } from '#contract/electron-channels.ts'
import { failed, NO_FAILURES } from './backoff.ts'
import { START_PAGE } from './policy.ts'
import { type Pulse, takePulse } from './pulse.ts'

/** Chromium's code for a load that another load replaced. */
const ABORTED = -3

/**
 * Keeps one window showing the glass. A page that crashed, hangs or could not be loaded is loaded anew, for ever;
 * meanwhile law 13 switches the stove off. Returns what to call when the page says that it is alive.
 */
export function keepShowing(
  window: BrowserWindow,
  options: { readonly watchPulse: boolean; readonly log: (text: string) => void },
): { alive(): void } {
  const { webContents: contents } = window
  let backoff = NO_FAILURES
  let pulse: Pulse | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function load(): void {
    if (contents.isDestroyed()) return
    // A failure is told by did-fail-load; the promise would tell it a second time.
    contents.loadURL(START_PAGE).catch(() => undefined)
  }

  function revive(why: string): void {
    pulse?.stop()
    clearTimeout(timer)
    const next = failed(backoff, performance.now())
    backoff = next.backoff
    options.log(`the display ${why}: it is loaded again in ${next.wait} ms`)
    timer = setTimeout(load, next.wait)
  }

  contents.on('render-process-gone', (_event, details) => {
    revive(`is gone (${details.reason}, ${details.exitCode})`)
  })
  contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) revive(`could not be loaded (${description})`)
  })
  contents.on('preload-error', (_event, _path, error) => {
    options.log(`the preload failed: ${error.message}`)
  })
  contents.on('unresponsive', () => {
    crash(contents)
  })
  contents.on('did-finish-load', () => {
    pulse?.stop()
    // A debugger that holds the page at a breakpoint is no hang.
    if (!options.watchPulse) return
    pulse = takePulse(
      () => {
        contents.send(CHANNELS.ping)
      },
      () => {
        options.log('the display hangs')
        crash(contents)
      },
    )
  })
  window.once('ready-to-show', () => {
    window.show()
  })
  window.once('closed', () => {
    pulse?.stop()
    clearTimeout(timer)
  })
  load()
  return {
    alive: () => {
      pulse?.beat()
    },
  }
}

/** A page that hangs cannot be reloaded; one that crashed can, and `render-process-gone` sees to it. */
function crash(contents: WebContents): void {
  if (!contents.isDestroyed()) contents.forcefullyCrashRenderer()
}
