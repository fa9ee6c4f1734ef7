import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CONTROL_START, controlStep, type ControlState } from '#core/control/zone-control.ts'
import type { ZoneTarget } from '#core/stove/stove.ts'
import { celsius, watts } from '#core/units/quantities.ts'
import { Hob } from '#main/stove/virtual/physics/hob.ts'
import type { PanName } from '#main/stove/virtual/physics/pans.ts'

const at = (value: number): ZoneTarget => ({ kind: 'temperature', celsius: celsius(value) })

/** What a controller is told of a zone of so many watts. */
const on = (most: number) => ({
  probe: null,
  power: null,
  boiling: celsius(100),
  zone: { maxPower: watts(most), maxSurface: celsius(300), diameterMm: 210, sets: 'power' as const },
})

/** Every number anywhere in the state. */
function everyNumber(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyNumber) : []
}

describe('the zone controller', () => {
  test('never asks for less than nothing or more than the zone has, whatever comes in', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
    const target: fc.Arbitrary<ZoneTarget> = fc.oneof(
      fc.constant<ZoneTarget>({ kind: 'off' }),
      number(0, 1).map((share): ZoneTarget => ({ kind: 'power', share })),
      number(30, 285).map(at),
    )
    const reading = fc.record({ target, surface: number(-40, 600), elapsed: number(-1, 100) })
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 50 }), number(1, 4000), (readings, most) => {
        let state: ControlState = CONTROL_START
        for (const one of readings) {
          const step = controlStep(state, {
            ...one,
            surface: celsius(one.surface),
            ...on(most),
          })
          state = step.state
          expect(step.wanted).toBeGreaterThanOrEqual(0)
          expect(step.wanted).toBeLessThanOrEqual(most)
          expect(step.holds).toBeLessThanOrEqual(step.wanted)
          expect(everyNumber(state).every(Number.isFinite)).toBe(true)
          if (one.target.kind === 'off') expect(step.wanted).toBe(0)
        }
      }),
    )
  })

  test('a power is given as it is asked for', () => {
    const step = controlStep(CONTROL_START, {
      target: { kind: 'power', share: 0.35 },
      surface: celsius(80),
      elapsed: 0.1,
      ...on(2000),
    })
    expect(step.wanted).toBe(700)
  })

  test.each<ZoneTarget>([at(100), { kind: 'liquid', celsius: celsius(80) }])(
    'far above its target it gives nothing: $kind',
    (target) => {
      let state: ControlState = CONTROL_START
      for (let count = 0; count < 600; count++) {
        const told = { target, surface: celsius(180), elapsed: 0.1, ...on(2000) }
        const step = controlStep(state, { ...told, probe: target.kind === 'liquid' ? celsius(120) : null })
        state = step.state
        if (count > 0) expect(step.wanted).toBe(0)
      }
    },
  )

  test('full power that lifts nothing for minutes winds nothing up: above its target it is off at once', () => {
    let state: ControlState = CONTROL_START
    for (let count = 0; count < 3000; count++) {
      state = controlStep(state, { target: at(180), surface: celsius(40), elapsed: 0.1, ...on(2000) }).state
    }
    // Somebody puts a pan down that is far hotter than what was asked for.
    const step = controlStep(state, { target: at(180), surface: celsius(195), elapsed: 0.1, ...on(2000) })
    expect(
      controlStep(step.state, { target: at(180), surface: celsius(195), elapsed: 0.1, ...on(2000) }).wanted,
    ).toBe(0)
  })

  test('a zone that holds a surface by itself is told the surface, and never one that is a fault', () => {
    const regulating = { ...on(1000), zone: { ...on(1000).zone, sets: 'setpoint' as const } }
    const told = { surface: celsius(20), elapsed: 0.1, ...regulating }
    expect(controlStep(CONTROL_START, { target: at(180), ...told }).setpoint).toBe(180)
    expect(controlStep(CONTROL_START, { target: at(400), ...told }).setpoint).toBeLessThan(300)
    const liquid: ZoneTarget = { kind: 'liquid', celsius: celsius(80) }
    const blind = controlStep(CONTROL_START, { target: liquid, ...told }).setpoint
    expect(blind).toBeGreaterThan(80)
    expect(blind).toBeLessThan(95)
    const seen = controlStep(CONTROL_START, { target: liquid, ...told, probe: celsius(70) }).setpoint
    expect(seen).toBeGreaterThan(95)
    expect(seen).toBeLessThan(125)
  })

  test('six zones take less than a millisecond', () => {
    let state: ControlState = CONTROL_START
    const step = (): void => {
      state = controlStep(state, { target: at(180), surface: celsius(60), elapsed: 0.1, ...on(2000) }).state
    }
    for (let count = 0; count < 2000; count++) step()
    const spans = Array.from({ length: 41 }, () => {
      const before = performance.now()
      for (let zone = 0; zone < 6; zone++) step()
      return performance.now() - before
    }).sort((a, b) => a - b)
    expect(spans[20]).toBeLessThan(1)
  })
})

/** Highest reading over the setpoint, and the mean error of the last half minute. */
function heatUp(
  seed: number,
  pan: PanName,
  water: number,
  setpoint: number,
  seconds: number,
  speed: number,
): { readonly over: number; readonly rest: number } {
  const hob = new Hob({ seed, zones: 1, altitude: 0 })
  const vessel = hob.put(0, pan)
  if (water > 0) vessel.addWater(water, 20, hob.ledger)
  const zone = hob.zones[0]
  if (zone === undefined) throw new Error('no zone')
  const elapsed = 0.1 * speed
  let state: ControlState = CONTROL_START
  let told = 0
  let peak = Number.NEGATIVE_INFINITY
  const errors: number[] = []
  for (let time = 0; time < seconds; time += elapsed) {
    const surface = zone.readSensor()
    const step = controlStep(state, {
      target: at(setpoint),
      surface: celsius(surface),
      elapsed,
      ...on(zone.place.power),
    })
    state = step.state
    // What was wanted with one report reaches the coil with the next.
    zone.command(told)
    told = Math.floor(step.wanted)
    hob.run(elapsed)
    peak = Math.max(peak, surface)
    if (time > seconds - 30) errors.push(surface - setpoint)
  }
  return { over: peak - setpoint, rest: errors.reduce((sum, error) => sum + error, 0) / errors.length }
}

describe('on pans it has never seen', () => {
  // The controller was tuned on seeds 1 to 3; these are others.
  test.each<[PanName, number, number, number]>([
    ['steel-20', 0, 180, 240],
    ['steel-28', 0, 200, 300],
    ['carbon-28', 0, 220, 300],
    ['iron-26', 0, 200, 400],
    ['coated-28', 0, 160, 300],
    ['pot-20', 1, 80, 600],
  ])(
    '%s with %d kg of water to %d °C passes by 8 K at most and comes to rest',
    (pan, water, setpoint, seconds) => {
      for (const [seed, speed] of [
        [41, 1],
        [42, 20],
        [43, 20],
      ] as const) {
        const { over, rest } = heatUp(seed, pan, water, setpoint, seconds, speed)
        expect(over).toBeLessThan(8)
        expect(Math.abs(rest)).toBeLessThan(6)
      }
    },
  )
})
