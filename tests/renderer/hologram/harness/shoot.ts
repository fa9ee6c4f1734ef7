import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import type {} from '../../../../src/renderer/hologram/bench.ts'
import { type Browser, chromium as playwright } from 'playwright-core'

/**
 * Pictures of the hologram alone: `vite build --config <here>/vite.config.ts`, then
 * `node shoot.ts <out folder> [name=query@WxH ...]`.
 */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

export async function openBrowser(): Promise<Browser> {
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x'
  process.env['TMPDIR'] = mkdtempSync(join(tmpdir(), 'smarttop-chromium-'))
  const { default: chromium } = await import('@sparticuz/chromium')
  const executablePath = process.env['SMARTTOP_CHROMIUM'] ?? (await chromium.executablePath())
  const { LD_LIBRARY_PATH, FONTCONFIG_PATH, TMPDIR } = process.env
  // The package's fonts.conf names /tmp whatever TMPDIR says, and without a single font Chromium shows no text at
  // all, web fonts included.
  const conf = join(FONTCONFIG_PATH ?? '', 'fonts.conf')
  if (FONTCONFIG_PATH !== undefined && existsSync(conf)) {
    writeFileSync(conf, readFileSync(conf, 'utf8').replace('/tmp/fonts<', `${TMPDIR}/fonts<`))
  }
  return playwright.launch({
    executablePath,
    env: { ...process.env, LD_LIBRARY_PATH: LD_LIBRARY_PATH ?? '', FONTCONFIG_PATH: FONTCONFIG_PATH ?? '' },
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--force-color-profile=srgb',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

/** Serves the built harness on a free port of this machine. */
export async function serveHarness(): Promise<{ readonly url: string; readonly close: () => void }> {
  const root = resolve(import.meta.dirname, '../../../../out/hologram-harness')
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = join(root, path === '/' ? 'index.html' : path)
    readFile(file).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the harness has no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

if (process.argv[1] === import.meta.filename) {
  const [folder = 'out/hologram-shots', ...wishes] = process.argv.slice(2)
  mkdirSync(folder, { recursive: true })
  const harness = await serveHarness()
  const browser = await openBrowser()
  for (const wish of wishes) {
    const [, name, query, width, height] = /^([\w-]+)=(.*)@(\d+)x(\d+)$/.exec(wish) ?? []
    const page = await browser.newPage({ viewport: { width: Number(width), height: Number(height) } })
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        console.log(name, message.text().slice(0, 600))
    })
    page.on('pageerror', (error) => console.log(name, error.message))
    await page.goto(`${harness.url}?bench&${query}`)
    await page.evaluate(() => document.fonts.ready)
    await page.waitForFunction(
      () =>
        document.querySelector('.hologram[data-drawing=flat]') !== null ||
        (window.smarttopHologram?.stats().frames ?? 0) > 0,
    )
    await page.waitForTimeout(400)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    console.log(
      name,
      JSON.stringify(
        await page.evaluate(() => {
          const stats = window.smarttopHologram?.stats()
          return stats === undefined
            ? null
            : { ...stats, jsMs: stats.jsMs.map((ms) => Math.round(ms * 10) / 10) }
        }),
      ),
    )
    await page.close()
  }
  await browser.close()
  harness.close()
}
