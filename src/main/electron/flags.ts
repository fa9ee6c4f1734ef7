/** How the shell was started. */
export interface ShellFlags {
  /** The whole screen, no way out by touch. */
  readonly kiosk: boolean
  readonly fullscreen: boolean
  /** Where the kitchen keeps its data; null = under Electron's own folder for this user. */
  readonly data: string | null
  /** Chromium's developer tools; never in a packaged kitchen. */
  readonly devTools: boolean
  /** Options that are the kitchen's matter, handed on as `--name=value`. */
  readonly kitchen: readonly string[]
}

/**
 * Reads the command line. Not `parseArgs`: Chromium's own switches stand among ours, and an unknown one must neither
 * stop the kitchen nor swallow what follows it.
 */
export function readFlags(argv: readonly string[], packaged: boolean): ShellFlags {
  const has = (name: string): boolean => argv.includes(`--${name}`)
  const handedOn = (name: string): readonly string[] => {
    const value = valueOf(argv, name)
    return value === null ? [] : [`--${name}=${value}`]
  }
  return {
    kiosk: has('kiosk'),
    fullscreen: has('fullscreen'),
    data: valueOf(argv, 'data'),
    devTools: !packaged && has('devtools'),
    kitchen: [...handedOn('stove'), ...(has('lan') ? ['--lan'] : []), ...handedOn('port')],
  }
}

/** The value in `--name=value` or `--name value`; null when there is none. */
function valueOf(argv: readonly string[], name: string): string | null {
  const inOne = argv.find((word) => word.startsWith(`--${name}=`))
  const at = argv.indexOf(`--${name}`)
  const value = inOne?.slice(name.length + 3) ?? (at === -1 ? undefined : argv[at + 1])
  return value === undefined || value === '' || value.startsWith('-') ? null : value
}
