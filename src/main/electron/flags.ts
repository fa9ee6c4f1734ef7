import { parseArgs } from 'node:util'

/** How the shell was started. */
export interface ShellFlags {
  /** The whole screen, no way out by touch. */
  readonly kiosk: boolean
  readonly fullscreen: boolean
  /** Where the kitchen keeps its data; null = under Electron's own folder for this user. */
  readonly data: string | null
  /** Chromium's developer tools; never in a packaged kitchen. */
  readonly devTools: boolean
  /** Options that are the kitchen's matter, handed on as they came. */
  readonly kitchen: readonly string[]
}

/** Options of `start` that the kitchen process reads, with whether a value follows. */
const KITCHEN_OPTIONS = { stove: true, lan: false, port: true } as const

/** Reads the command line. Chromium's own switches stand among ours, so what is not ours is passed over. */
export function readFlags(argv: readonly string[], packaged: boolean): ShellFlags {
  const { values } = parseArgs({
    args: argv.slice(1),
    strict: false,
    allowPositionals: true,
    options: {
      kiosk: { type: 'boolean' },
      fullscreen: { type: 'boolean' },
      devtools: { type: 'boolean' },
      data: { type: 'string' },
      stove: { type: 'string' },
      lan: { type: 'boolean' },
      port: { type: 'string' },
    },
  })
  const kitchen = Object.entries(KITCHEN_OPTIONS).flatMap(([name, takesValue]) => {
    const value = values[name]
    if (!takesValue) return value === true ? [`--${name}`] : []
    return typeof value === 'string' ? [`--${name}=${value}`] : []
  })
  return {
    kiosk: values['kiosk'] === true,
    fullscreen: values['fullscreen'] === true,
    data: typeof values['data'] === 'string' && values['data'] !== '' ? values['data'] : null,
    devTools: !packaged && values['devtools'] === true,
    kitchen,
  }
}
