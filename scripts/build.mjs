// Builds the glass and the Electron shell when their sources are newer than what was built last.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { newest, root, run, tool } from './node24.mjs'

const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package-lock.json']
const list = (folder) => readdirSync(folder).map((name) => join(folder, name))

/** Resolves with true when a whole build is there. */
export async function ensureBuilt() {
  const built = newest([join(root, 'out', 'renderer', 'index.html')], list)
  const changed = newest(
    SOURCES.map((path) => join(root, path)),
    list,
  )
  if (built >= changed) return true
  console.error('SmartTop: building the glass (a few seconds) ...')
  const started = Date.now()
  const code = await run(tool('electron-vite', 'bin/electron-vite.js'), ['build', '--logLevel', 'error'], {
    stdio: ['ignore', 2, 2],
  })
  if (code === 0) console.error(`SmartTop: built in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return code === 0
}
