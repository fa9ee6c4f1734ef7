import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BenchFigure } from './figure.ts'

const GLASS = join(import.meta.dirname, '../../out/renderer')

/** What the browser fetches before the first picture: the page's scripts with all they import at once, and its styles. */
function initialFiles(): readonly string[] {
  const page = readFileSync(join(GLASS, 'index.html'), 'utf8')
  const found = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1]!)
  const seen = new Set(found)
  for (const file of seen) {
    if (!file.endsWith('.js')) continue
    const text = readFileSync(join(GLASS, file), 'utf8')
    // Static imports only: `import("./x.js")` loads later.
    for (const match of text.matchAll(/(?:import|from)\s*"\.\/([^"]+\.js)"/g)) {
      seen.add(join(file, '..', match[1]!))
    }
  }
  return [...seen]
}

export async function benchBundle(): Promise<readonly BenchFigure[]> {
  const sizes = initialFiles().map((file) => gzipSync(readFileSync(join(GLASS, file)), { level: 9 }).length)
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000
  return [
    {
      name: 'Initial script and style of the glass, gzip',
      goal: '< 700 kB',
      figure: `${kilobytes.toFixed(0)} kB in ${sizes.length} files`,
      met: kilobytes < 700,
    },
  ]
}
