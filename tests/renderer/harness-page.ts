import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { build, mergeConfig } from 'vite'
import harness from './harness.config.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

export interface HarnessPage {
  /** Address of one scene in the deterministic mode. */
  readonly scene: (name: string, query?: Readonly<Record<string, string>>) => string
  readonly close: () => void
}

/** Builds the harness into a folder of its own and serves it on a free port of this machine. */
export async function serveHarness(): Promise<HarnessPage> {
  const folder = mkdtempSync(join(tmpdir(), 'smarttop-harness-'))
  await build(mergeConfig(harness, { configFile: false, logLevel: 'error', build: { outDir: folder } }))
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://harness').pathname)
    try {
      const file = readFileSync(join(folder, path))
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream')
      response.end(file)
    } catch {
      response.statusCode = 404
      response.end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    scene: (name, query = {}) =>
      `http://127.0.0.1:${port}/harness.html?${new URLSearchParams({ scene: name, tier: 'flat', ...query }).toString()}`,
    close: () => {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
