import { spawn } from 'node:child_process'
import open from 'open'
import { packageFolder } from '#main/package-folder.ts'
import { startServer } from '#main/server.ts'
import { UsageError, numberOption, parse, print } from './arguments.ts'
import { userDataFolder } from './data-folder.ts'
import { findElectron } from './electron.ts'

export async function start(args: readonly string[]): Promise<number> {
  const { values } = parse(args, {
    browser: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
    port: { type: 'string' },
    stove: { type: 'string' },
    data: { type: 'string' },
    lan: { type: 'boolean', default: false },
    headless: { type: 'boolean', default: false },
    kiosk: { type: 'boolean', default: false },
    fullscreen: { type: 'boolean', default: false },
  })
  if (values.headless && !values.lan)
    throw new UsageError('--headless needs --lan: the display is another screen')
  const port = numberOption('port', values.port, { min: 0, max: 65_535, whole: true })

  const data = values.data ?? userDataFolder()
  const ownWindow = !values.browser && !values['no-open'] && !values.headless
  if (ownWindow) {
    const electron = await findElectron()
    if (electron.kind === 'ready') return runElectron(electron.binary, [...args, `--data=${data}`])
    process.stderr.write(`SmartTop: ${electron.why}, so the kitchen opens in the browser.\n`)
  }

  const server = await startServer({
    port: port ?? 4510,
    portIsWished: port !== undefined,
    stove: values.stove ?? null,
    data,
    lan: values.lan,
    headless: values.headless,
  })
  print({ url: server.url })
  for (const url of server.urls) process.stderr.write(`SmartTop: other screens at ${url}\n`)
  if (values.headless)
    process.stderr.write(`SmartTop: pair the display with the code ${server.pairingCode()}\n`)
  if (!values['no-open'] && !values.headless) await openBrowser(server.url)
  await untilStopped()
  await server.close()
  return 0
}

async function openBrowser(url: string): Promise<void> {
  try {
    const child = await open(url)
    child.on('error', () => process.stderr.write(`SmartTop: no browser was found. Open ${url} by hand.\n`))
  } catch {
    process.stderr.write(`SmartTop: no browser was found. Open ${url} by hand.\n`)
  }
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}

function runElectron(binary: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(binary, [packageFolder, ...args], { stdio: 'inherit', cwd: packageFolder })
    process.once('SIGTERM', () => child.kill('SIGTERM'))
    child.on('error', (error) => {
      process.stderr.write(
        `SmartTop: Electron did not start: ${error.message}. Try "smarttop start --browser".\n`,
      )
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 0))
  })
}
