import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasPty } from '#main/stove/virtual/pty.ts'
import { Emulator } from '../support/emulator.ts'
import { soon } from '../support/evening.ts'
import { HeadlessDisplay } from '../support/headless-display.ts'
import { startEmulator, startKitchen, temporaryFolder } from '../support/processes.ts'

/** A hotplate as its driver finds it, and what it promises. */
interface Hotplate {
  readonly driver: string
  readonly model: string
  /** A probe hangs in the water; else the plate itself is held. */
  readonly probe: boolean
  /** Wall ms after which the device itself ends the heat of a host that is gone; null = it never does (class C). */
  readonly lease: number | null
  /** What stands at the same port later, and what is said of it. */
  readonly wrong: { readonly driver: string; readonly model?: string; readonly says: RegExp }
}

const HOTPLATES: readonly Hotplate[] = [
  {
    driver: 'namur',
    model: 'ika-rct',
    probe: true,
    lease: 20_000,
    wrong: { driver: 'namur', model: 'eurostar', says: /EUROSTAR 60.*no ika-rct/ },
  },
  {
    driver: 'gcode',
    model: 'bed-mains',
    probe: false,
    lease: null,
    wrong: { driver: 'link', says: /nothing answered M115/ },
  },
  {
    driver: 'modbus',
    model: 'delta-dtb',
    probe: false,
    lease: null,
    wrong: { driver: 'link', says: /unit 1 does not answer at 9600 baud/ },
  },
]

const SPEED = 20
const HOLD = 80
const TEN_MINUTES = 600
/** How well water is held by a probe in it, and by a plate whose distance from the water can only be assumed, K. */
const BY_PROBE = 2.5
const BY_PLATE = 6
/** What a busy machine may be late by, ms. */
const SLACK = 500

type Later = (end: () => unknown) => void

/** An emulator at `path`; what it says at first names the address. */
async function emulator(
  path: string,
  driver: string,
  more: readonly string[],
  later: Later,
): Promise<{ readonly stove: Emulator; readonly address: string; readonly end: () => Promise<unknown> }> {
  const running = await startEmulator(path, { speed: SPEED, seed: 7, more: [`--driver=${driver}`, ...more] })
  const end = (): Promise<unknown> => running.stop()
  later(end)
  const address = String((await running.line((line) => line['event'] === 'ready'))['address'])
  return { stove: new Emulator(running, address), address, end }
}

describe.skipIf(!hasPty())('a hotplate behind a serial line', { timeout: 240_000 }, () => {
  // Mostly they wait for water: all at once.
  test.concurrent.for(HOTPLATES)(
    '$driver: holds water at 80 C, loses its cable, and is not taken for another device',
    async ({ driver, model, probe, lease, wrong }, { onTestFinished }) => {
      const ends: (() => unknown)[] = []
      const later: Later = (end) => ends.push(end)
      onTestFinished(async () => {
        for (const end of ends.toReversed()) await end()
      })
      const path = join(temporaryFolder(), 'stove')
      const options = [`--model=${model}`, `--probe=${probe ? 1 : 0}`]
      const { stove, address, end } = await emulator(path, driver, options, later)
      // What was heated on another hob: ten minutes are for holding it.
      await stove.hand({ command: 'pan', zone: 0, pan: 'pot-18', contents: { water: 1 }, celsius: 74 })
      const kitchen = await startKitchen(address)
      later(() => kitchen.running.stop())
      const display = await HeadlessDisplay.enter(kitchen.url)
      later(() => display.leave())
      const { client } = display
      await display.until(({ connection }) => connection.kind === 'connected')
      await client.settings.update({ setUp: true, sounds: false })

      const heat = (): ReturnType<typeof client.heat> =>
        client.heat({ zone: 0, target: { kind: 'liquid', celsius: HOLD } })
      if (lease === null) {
        expect(await heat()).toMatchObject({ kind: 'refused' })
        await client.settings.update({ externalCutOff: true })
      }
      const notYet = stove.now
      await soon(async () => (await heat()).kind).toBe('done')
      await stove.power(0, true, notYet)

      const water = async (): Promise<number> => (await stove.truth()).zones[0]?.pan?.waterCelsius ?? 0
      const within = probe ? BY_PROBE : BY_PLATE
      const [least, most] = [HOLD - within, HOLD + within]
      await soon(water, { timeout: 90_000 }).toBeGreaterThan(least)
      const { time } = await stove.truth()
      const seen: number[] = []
      await soon(
        async () => {
          seen.push(await water())
          return (await stove.truth()).time
        },
        { timeout: 60_000 },
      ).toBeGreaterThan(time + TEN_MINUTES)
      expect(Math.min(...seen)).toBeGreaterThan(least)
      expect(Math.max(...seen)).toBeLessThan(most)
      expect(display.snapshot?.safety.faults ?? []).toEqual([])

      // The cable.
      const pulled = stove.now
      const unplugged = await stove.cable('unplug')
      await display.until(({ connection }) => connection.kind === 'lost')
      await display.until(({ safety }) => safety.faults.some(({ code }) => code === 'link-lost'))
      if (lease === null) {
        // Class C: the device heats on, which is why it needs a cut-off of its own.
        await soon(async () => (await stove.watts())[0] ?? 0).toBeGreaterThan(0)
      } else {
        const expired = await stove.event('lease-expired', pulled)
        expect(Number(expired['at']) - Number(unplugged['at'])).toBeLessThan(lease + SLACK)
        expect(await stove.watts()).toEqual([0])
      }
      const back = stove.now
      await stove.cable('plug')
      await stove.event('off', back)
      await display.until(({ connection }) => connection.kind === 'connected')
      expect(await stove.watts()).toEqual([0])
      expect((await heat()).kind).toBe('refused')

      // The wrong device.
      await end()
      const itsModel = wrong.model === undefined ? [] : [`--model=${wrong.model}`]
      const other = await emulator(path, wrong.driver, [...itsModel, '--scene=water'], later)
      const refused = await display.until(
        ({ connection }) => connection.kind === 'lost' && connection.code === 'no-answer',
      )
      expect(refused.connection).toMatchObject({ detail: expect.stringMatching(wrong.says) as string })
      expect(other.stove.heatedSince(0)).toEqual([])
    },
  )
})
