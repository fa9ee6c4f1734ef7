// npm test: installs, then runs everything: format, types, lint, dead code, build, unit, scenario, contract and
// end-to-end tests. Ends with one plain line over all of it. Words after `--` go to the test runner.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, root, run, tool } from './node24.mjs'

ensureInstalled()

const counts = { passed: 0, failed: 0, skipped: 0 }
const only = process.argv.slice(2)

const CHECKS = [
  { name: 'format', file: tool('@biomejs/biome', 'bin/biome'), args: ['format', '.'] },
  { name: 'types', file: tool('typescript', 'bin/tsc'), args: ['-b'] },
  { name: 'lint', file: tool('oxlint', 'bin/oxlint'), args: ['--type-aware', '--deny-warnings'] },
  { name: 'dead code', file: tool('knip', 'bin/knip.js'), args: [] },
  {
    name: 'build',
    file: tool('electron-vite', 'bin/electron-vite.js'),
    args: ['build', '--logLevel', 'error'],
  },
]

for (const { name, file, args } of CHECKS) {
  const started = Date.now()
  const code = await run(file, args)
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  counts[code === 0 ? 'passed' : 'failed'] += 1
}

const file = join(root, 'out', 'test-counts.json')
rmSync(file, { force: true })
process.env.SMARTTOP_COUNTS = file
const code = await run(tool('vitest', 'vitest.mjs'), ['run', ...only])
if (existsSync(file)) {
  const tests = JSON.parse(readFileSync(file, 'utf8'))
  for (const key of Object.keys(counts)) counts[key] += tests[key]
} else counts.failed += 1
if (code !== 0 && counts.failed === 0) counts.failed += 1

console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(counts.failed === 0 ? 0 : 1)
