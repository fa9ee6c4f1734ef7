import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BenchFigure } from './figure.ts'

const ASSETS = join(import.meta.dirname, '../../out/renderer/assets')

/** Every script and style of the glass, those of screens that load later included: more than the first one needs. */
export async function benchBundle(): Promise<readonly BenchFigure[]> {
  const files = readdirSync(ASSETS).filter((name) => /\.(js|css)$/.test(name))
  const sizes = files.map((name) => gzipSync(readFileSync(join(ASSETS, name)), { level: 9 }).length)
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000
  return [
    {
      name: 'All script and style of the glass, gzip',
      goal: '< 700 kB',
      figure: `${kilobytes.toFixed(0)} kB in ${sizes.length} files`,
      met: kilobytes < 700,
    },
  ]
}
