import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '#main/package-folder.ts'

const electronFolder = join(packageFolder, 'node_modules/electron')
/** Electron's binary comes from outside the package registry: a closed network must not cost more than this. */
const FIRST_BYTE_MS = 5_000

/** Path of Electron's binary; null where it was never fetched. */
function binary(): string | null {
  try {
    const path = join(electronFolder, 'dist', readFileSync(join(electronFolder, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

async function reachable(): Promise<boolean> {
  const { version } = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/'
  try {
    const url = `${mirror}v${version}/SHASUMS256.txt`
    const answer = await fetch(url, { signal: AbortSignal.timeout(FIRST_BYTE_MS) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}

export type ElectronChoice =
  | { readonly kind: 'ready'; readonly binary: string }
  | { readonly kind: 'not-here'; readonly why: string }

/** Electron where it can show a window and keep its sandbox; otherwise why not, in one line. */
export async function findElectron(): Promise<ElectronChoice> {
  if (process.getuid?.() === 0) return { kind: 'not-here', why: 'Electron cannot keep its sandbox as root' }
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { kind: 'not-here', why: 'there is no display' }
  }
  if (!existsSync(join(electronFolder, 'install.js')))
    return { kind: 'not-here', why: 'Electron is not installed' }
  const present = binary()
  if (present !== null) return { kind: 'ready', binary: present }
  if (!(await reachable())) return { kind: 'not-here', why: 'Electron could not be fetched' }
  process.stderr.write('SmartTop: fetching Electron (once, about 110 MB) ...\n')
  const fetched = await new Promise<boolean>((resolve) => {
    const child = spawn(process.execPath, [join(electronFolder, 'install.js')], { stdio: ['ignore', 2, 2] })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
  const path = fetched ? binary() : null
  return path === null
    ? { kind: 'not-here', why: 'Electron could not be fetched' }
    : { kind: 'ready', binary: path }
}
