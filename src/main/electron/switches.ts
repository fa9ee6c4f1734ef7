/**
 * Chromium switches that would take the shell's protection away. The fuses close Node's own side doors; these
 * stay open to whoever can start the program, so the shell refuses to run with them.
 */
const NEVER = [
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'load-extension',
  'js-flags',
] as const

/** A developer's tools and Playwright need these; a packaged kitchen does not. */
const NEVER_PACKAGED = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk'] as const

/** The switches for which the shell refuses to start; empty when all is well. */
export function forbiddenSwitches(has: (name: string) => boolean, packaged: boolean): readonly string[] {
  const forbidden: readonly string[] = packaged ? [...NEVER, ...NEVER_PACKAGED] : NEVER
  return forbidden.filter((name) => has(name))
}

/** The browser side resolves no name at all; the kitchen process has a network stack of its own. */
export const OWN_SWITCHES: readonly (readonly [name: string, value: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
]
