import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { folder, keeperAt, STOVE } from './kitchen.ts'

const CHILD = fileURLToPath(new URL('./kill-child.ts', import.meta.url))

/** Appends a second: what may be lost. */
const A_SECOND = 10

/** A small generator, so that the moments of death are the same in every run. */
function moments(seed: number, count: number): readonly number[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return 3 + (state % 25)
  })
}

test.each(moments(7, 4))('a kitchen killed after append %i loses at most the last second', async (last) => {
  const directory = folder()
  const child = spawn(process.execPath, [CHILD, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const ended = once(child, 'exit')
  let said = 0
  for await (const line of createInterface({ input: child.stdout })) {
    said = Number(line)
    if (said === last) child.kill('SIGKILL')
  }
  await ended

  const { keeper } = await keeperAt(directory)
  expect(keeper.aside.file).toBeNull()
  const check = await keeper.tables.log.verify(keeper.witness(), async () => {})
  expect(check.firstBroken).toBeNull()
  const kept = keeper.tables.log
    .entries(STOVE, 0, Number.MAX_SAFE_INTEGER)
    .map((row) => row.details['number'])
  expect(kept).toEqual(Array.from({ length: kept.length }, (_, index) => index + 1))
  expect(said).toBeGreaterThanOrEqual(last)
  expect(kept.length).toBeGreaterThanOrEqual(said - A_SECOND)
  const residual = keeper.tables.telemetry.residual(STOVE)
  if (said > A_SECOND) expect(residual[0]?.surface).toBeGreaterThanOrEqual(said - A_SECOND)
})
