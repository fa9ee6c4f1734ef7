import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/** WebGL drawn on the CPU. Its GPU process keeps a new page waiting for a second every now and then. */
const SOFTWARE_WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']

const ARGUMENTS = [
  '--no-sandbox',
  '--force-color-profile=srgb',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--autoplay-policy=no-user-gesture-required',
]

const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
  ],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

interface Found {
  readonly path: string
  readonly env: Readonly<Record<string, string>>
}

async function packaged(): Promise<Found | null> {
  if (process.platform !== 'linux') return null
  // The package unpacks its libraries only where it believes to be in such an environment.
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x'
  const { default: bundle } = await import('@sparticuz/chromium')
  const path = await bundle.executablePath()
  const hand = (name: string): Record<string, string> => {
    const value = process.env[name]
    return value === undefined ? {} : { [name]: value }
  }
  return { path, env: { ...hand('LD_LIBRARY_PATH'), ...hand('FONTCONFIG_PATH') } }
}

async function find(): Promise<Found> {
  const named = process.env['SMARTTOP_CHROMIUM']
  if (named !== undefined) return { path: named, env: {} }
  const system = INSTALLED[process.platform]?.find((path) => existsSync(path))
  if (system !== undefined) return { path: system, env: {} }
  const found = await packaged()
  if (found === null)
    throw new Error('no Chromium, Chrome or Edge was found; name one with SMARTTOP_CHROMIUM')
  return found
}

/**
 * A real Chromium: the one named by SMARTTOP_CHROMIUM, one of the system, or the packaged one (Linux).
 * Without WebGL it is two to three times as quick with pages whose hob is flat.
 */
export async function launchChromium({ webgl = true } = {}): Promise<Browser> {
  const { path, env } = await find()
  return chromium.launch({
    executablePath: path,
    args: [...ARGUMENTS, ...(webgl ? SOFTWARE_WEBGL : ['--disable-gpu'])],
    env: {
      ...Object.fromEntries(
        Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]),
      ),
      ...env,
      TMPDIR: mkdtempSync(join(tmpdir(), 'smarttop-chromium-')),
    },
  })
}
