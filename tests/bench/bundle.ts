import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BenchFigure } from './figure.ts'

const GLASS = join(import.meta.dirname, '../../out/renderer')
const ASSETS = join(GLASS, 'assets')
const CODE = /\.(js|css)$/

/** What a script imports without being asked later (`import(...)` is left out), by name. */
const importsOf = (name: string): readonly string[] =>
  name.endsWith('.js')
    ? Array.from(
        readFileSync(join(ASSETS, name), 'utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g),
        ([, file]) => file ?? '',
      )
    : []

/** What the first screen of a stove's display needs: all that the page names, the hologram, and what these import. */
function firstScreen(): readonly string[] {
  const page = readFileSync(join(GLASS, 'index.html'), 'utf8')
  const named = Array.from(page.matchAll(/\.\/assets\/([^"]+)/g), ([, file]) => file ?? '')
  const hologram = readdirSync(ASSETS).filter((name) => name.startsWith('hologram-'))
  const needed = new Set([...named, ...hologram].filter((name) => CODE.test(name)))
  // A set is walked to its end, what was added on the way included.
  for (const name of needed) for (const imported of importsOf(name)) needed.add(imported)
  return [...needed]
}

const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, name) => sum + gzipSync(readFileSync(join(ASSETS, name)), { level: 9 }).length / 1000, 0)

export async function benchBundle(): Promise<readonly BenchFigure[]> {
  const line = (name: string, files: readonly string[]): BenchFigure => ({
    name: `${name}: script and style, gzip`,
    goal: '< 700 kB',
    figure: `${kilobytes(files).toFixed(0)} kB in ${files.length} files`,
    met: kilobytes(files) < 700,
  })
  return [
    line('First screen, its hologram included', firstScreen()),
    line(
      'The whole glass, screens that load later included',
      readdirSync(ASSETS).filter((name) => CODE.test(name)),
    ),
  ]
}
