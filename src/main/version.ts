import { readFileSync } from 'node:fs'

/** The product's version, from its package.json, whether run from source or from the bundle (both two folders deep). */
export const version: string = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version
