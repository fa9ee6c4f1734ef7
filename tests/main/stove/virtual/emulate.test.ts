import { existsSync, lstatSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { StoveReport } from '#core/stove/stove.ts'
import { watts } from '#core/units/quantities.ts'
import { openStove } from '#main/stove/open.ts'
import type { Stove, StoveEvent } from '#main/stove/stove.ts'
import { hasPty } from '#main/stove/virtual/pty.ts'
import { startEmulator } from './emulator.ts'

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'smarttop-pty-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return join(folder, 'stove')
}

/** Opens a stove as the kitchen does, and waits for what it says. */
async function connect(
  address: string,
): Promise<{ stove: Stove; next: (type: StoveEvent['type']) => Promise<StoveEvent> }> {
  const waiting: { type: string; resolve: (event: StoveEvent) => void }[] = []
  const opening = await openStove(address, (event) => {
    for (const entry of waiting.splice(0)) {
      if (entry.type === event.type) entry.resolve(event)
      else waiting.push(entry)
    }
  })
  if (opening.kind === 'failed') throw new Error(`${opening.reason}: ${opening.detail}`)
  onTestFinished(() => opening.stove.close())
  const next = (type: string): Promise<StoveEvent> =>
    new Promise((resolve) => {
      waiting.push({ type, resolve })
    })
  return { stove: opening.stove, next }
}

async function report(next: (type: 'report') => Promise<StoveEvent>): Promise<StoveReport> {
  const event = await next('report')
  if (event.type !== 'report') throw new Error('not a report')
  return event.report
}

/** Why this cannot run here; on Linux it must. */
const WITHOUT_PTY = hasPty() ? false : process.platform !== 'linux'

describe('the emulator', () => {
  describe.skipIf(WITHOUT_PTY)('behind a pseudo-terminal', () => {
    test('is a stove on a serial line: heats while it is told to, and cleans up when it is stopped', async () => {
      const path = place()
      const emulator = startEmulator(['--pty', path, '--speed', '20', '--seed', '3'])
      await emulator.until(({ event }) => event === 'ready')
      const { stove, next } = await connect(`serial:${path}`)
      expect(stove.description).toMatchObject({ virtual: true, speed: 20, id: 'virtual-3-4' })
      const { zones: cold } = await report(next)
      for (let beat = 0; beat < 15; beat++) {
        stove.heat([1500, 0, 0, 0].map((power) => watts(power)))
        await next('report')
      }
      await emulator.until(
        ({ event, zone, watts: power }) => event === 'heat' && zone === 0 && Number(power) > 1400,
      )
      const { zones: warm } = await report(next)
      expect((warm[0]?.surface ?? 0) - (cold[0]?.surface ?? 0)).toBeGreaterThan(5)
      stove.off()
      await emulator.until(({ event, zone, watts: power }) => event === 'heat' && zone === 0 && power === 0)
      expect(emulator.said.some(({ event }) => event === 'off')).toBe(true)
      expect(await emulator.end()).toBe(0)
      expect(existsSync(path)).toBe(false)
      expect(lstatSync(path, { throwIfNoEntry: false })).toBeUndefined()
    })

    test('unplugged while it heats: the host sees it, the lease ends the heat, the port comes back cold', async () => {
      const path = place()
      const emulator = startEmulator(['--pty', path, '--speed', '20'])
      await emulator.until(({ event }) => event === 'ready')
      const { stove, next } = await connect(`serial:${path}`)
      for (let beat = 0; beat < 5; beat++) {
        await next('report')
        stove.heat([0, 1200, 0, 0].map((power) => watts(power)))
      }
      await emulator.until(({ event, zone }) => event === 'heat' && zone === 1)
      const lost = next('lost')
      emulator.command({ command: 'unplug' })
      const unplugged = await emulator.until(({ event }) => event === 'unplugged')
      expect(await lost).toMatchObject({ type: 'lost', reason: 'unplugged' })
      expect(lstatSync(path, { throwIfNoEntry: false })).toBeUndefined()
      const expired = await emulator.until(({ event }) => event === 'lease-expired')
      // By the stove's own clock; the margin is for a busy machine, the lease to the millisecond stands in virtual-stove.test.ts.
      expect(Number(expired['at']) - Number(unplugged['at'])).toBeLessThan(1500)
      emulator.command({ command: 'state' })
      const state = await emulator.until(({ event }) => event === 'state')
      expect(state).toMatchObject({ zones: [{ watts: 0 }, { watts: 0 }, { watts: 0 }, { watts: 0 }] })
      emulator.command({ command: 'plug' })
      await emulator.until(({ event }) => event === 'plugged')
      const again = await connect(`serial:${path}`)
      const { zones } = await report(again.next)
      expect(zones.every(({ power, commanded }) => power === 0 && commanded === 0)).toBe(true)
    })

    test('a scripted cable-out takes the port away by itself', async () => {
      const path = place()
      const emulator = startEmulator([
        '--pty',
        path,
        '--fault',
        'cable-out@0.3+0.3',
        '--fault',
        'open-sensor:1@0.1',
      ])
      await emulator.until(({ event }) => event === 'unplugged')
      await emulator.until(({ event }) => event === 'plugged')
      expect(emulator.said.filter(({ event }) => event === 'fault').map(({ name }) => name)).toEqual([
        'open-sensor',
        'cable-out',
      ])
      expect(lstatSync(path).isSymbolicLink()).toBe(true)
    })

    test('takes the place of an old link, and of nothing else', async () => {
      const path = place()
      writeFileSync(path, 'precious')
      const emulator = startEmulator(['--pty', path])
      const { error } = await emulator.until((line) => 'error' in line)
      expect(error).toMatchObject({ code: 'path-taken' })
      expect(lstatSync(path).isFile()).toBe(true)
      expect(await emulator.exit).toBe(1)
    })
  })

  test('stands on a TCP port where there are no pseudo-terminals', async () => {
    const emulator = startEmulator(['--tcp', '0', '--scene', 'water'])
    const ready = await emulator.until(({ event }) => event === 'ready')
    const { stove, next } = await connect(String(ready['address']))
    expect(stove.description.virtual).toBe(true)
    expect((await report(next)).zones).toHaveLength(4)
    const lost = next('lost')
    emulator.command({ command: 'unplug' })
    expect(await lost).toMatchObject({ type: 'lost' })
    emulator.command({ command: 'plug' })
    await emulator.until(({ event }) => event === 'plugged')
    await connect(String(ready['address']))
  })

  test('answers each command, and says what is wrong with one that it cannot obey', async () => {
    const emulator = startEmulator(['--tcp', '0', '--scene', 'empty'])
    emulator.command({ command: 'pan', zone: 1, pan: 'pot-20', contents: { water: 1.5 } })
    await emulator.until(({ event, command }) => event === 'done' && command === 'pan')
    emulator.command({ command: 'state' })
    const state = await emulator.until(({ event }) => event === 'state')
    expect(state).toMatchObject({
      zones: [{ pan: null }, { pan: { name: 'pot-20', water: expect.closeTo(1.5, 2) } }, {}, {}],
    })
    emulator.command({ command: 'fly' })
    await emulator.until(({ event }) => event === 'refused')
  })

  test('refuses parameters that it does not understand, in words', async () => {
    const emulator = startEmulator(['--tcp', '0', '--speed', 'fast'])
    const { error } = await emulator.until((line) => 'error' in line)
    expect(error).toMatchObject({ code: 'bad-parameter' })
    expect(await emulator.exit).toBe(1)
  })
})
