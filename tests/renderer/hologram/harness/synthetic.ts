import type { TelemetryFrame, ZoneTelemetry } from '#contract/telemetry.ts'
import { NO_TEMPERATURE, type ZoneTarget } from '#core/stove/stove.ts'
import { celsius, watts } from '#core/units/quantities.ts'
import type { HologramStove } from '../../../../src/renderer/hologram/props.ts'

/** Made-up hobs and moments for looking at the hologram; nothing here claims to be physics. */
const hob = (
  widthMm: number,
  depthMm: number,
  zones: readonly (readonly [number, number, number])[],
): HologramStove => ({
  widthMm,
  depthMm,
  zones: zones.map(([xMm, yMm, diameterMm], id) => ({ id, xMm, yMm, diameterMm, maxPower: watts(2200) })),
})

export const STOVES = {
  one: hob(300, 300, [[0, 0, 220]]),
  two: hob(290, 510, [
    [0, -115, 210],
    [0, 125, 160],
  ]),
  four: hob(590, 510, [
    [-145, -115, 220],
    [-145, 130, 180],
    [145, 130, 220],
    [145, -115, 145],
  ]),
  five: hob(780, 520, [
    [-280, -120, 180],
    [-280, 120, 180],
    [0, 0, 260],
    [280, 120, 180],
    [280, -120, 180],
  ]),
  six: hob(900, 520, [
    [-300, -125, 210],
    [-300, 125, 180],
    [0, 125, 180],
    [0, -125, 240],
    [300, 125, 210],
    [300, -125, 145],
  ]),
} as const

const SIDE = 24

/** A pan over a coil: a warm ring under its middle, cooler to the wall, a little crooked as real pans are. */
function fieldOf(surface: number, pan: boolean, seed: number): Int16Array {
  const field = new Int16Array(SIDE * SIDE).fill(NO_TEMPERATURE)
  if (!pan) return field
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const x = (column + 0.5) / (SIDE / 2) - 1
      const y = (row + 0.5) / (SIDE / 2) - 1
      const rho = Math.hypot(x - 0.05 * Math.sin(seed), y - 0.06 * Math.cos(seed * 2))
      if (Math.hypot(x, y) > 1.02) continue
      const ring = Math.exp(-(((rho - 0.5) / 0.32) ** 2))
      const wall = Math.max(0, rho - 0.62) ** 1.5
      const hot = surface - 20
      const t =
        surface +
        hot * (0.12 * ring - 0.7 * wall - 0.05 + 0.05 * x * Math.sin(seed) + 0.04 * y * Math.cos(seed))
      field[row * SIDE + column] = Math.round(t * 10)
    }
  }
  return field
}

interface Moment {
  readonly surface: number | null
  readonly power?: number
  readonly pan?: boolean
  readonly target?: ZoneTarget
  readonly quality?: ZoneTelemetry['quality']
  readonly residual?: ZoneTelemetry['residual']
  readonly rate?: number
}

const to = (value: number): ZoneTarget => ({ kind: 'temperature', celsius: celsius(value) })
const cold: Moment = { surface: 22 }

export const MOMENTS: Readonly<Record<string, readonly Moment[]>> = {
  cold: [cold, cold, cold, cold, cold, cold],
  hot: [
    { surface: 182, power: 1400, pan: true, target: to(200), rate: 1.4 },
    { surface: 110, power: 900, pan: true, target: to(120), rate: 0.6 },
    { surface: 60, power: 300, pan: true, target: to(70), rate: 0.1 },
    { surface: 240, power: 2000, pan: true, target: to(250), rate: 2.2 },
    { surface: 96, power: 800, pan: true, target: { kind: 'power', share: 0.4 }, rate: 0 },
    { surface: 140, power: 800, pan: true, target: to(180), rate: 1 },
  ],
  cook: [
    { surface: 182, power: 1400, pan: true, target: to(200), rate: 1.4 },
    { surface: 96, power: 500, pan: true, target: to(98), rate: 0 },
    { surface: 64, residual: 'hot' },
    { surface: 24 },
    cold,
    cold,
  ],
  doubt: [
    { surface: 182, power: 1400, pan: true, target: to(200), quality: 'stale' },
    { surface: null, quality: 'unknown', residual: 'assume-hot' },
    { surface: 64, residual: 'hot' },
    { surface: 130, power: 900, pan: true, target: to(150) },
    { surface: null, quality: 'unknown', residual: 'assume-hot' },
    cold,
  ],
}

export function frameOf(stove: HologramStove, moment: string): TelemetryFrame {
  const moments = MOMENTS[moment] ?? []
  return {
    at: 0,
    fieldSide: SIDE,
    zones: stove.zones.map((zone, index) => {
      const at = moments[index] ?? cold
      const pan = at.pan ?? false
      return {
        surface: at.surface,
        estimate: at.surface,
        deviation: 2,
        power: at.power ?? 0,
        demand: at.power ?? 0,
        age: 0,
        quality: at.quality ?? 'measured',
        pan: pan ? 'present' : 'absent',
        residual: at.residual ?? 'cool',
        rate: at.rate ?? 0,
        liquid: null,
        liquidDeviation: 0,
        energy: 0,
        field: fieldOf(at.surface ?? 20, pan && at.surface !== null, zone.id + 1),
      }
    }),
  }
}

export const targetsOf = (stove: HologramStove, moment: string): readonly ZoneTarget[] =>
  stove.zones.map((_, index) => MOMENTS[moment]?.[index]?.target ?? { kind: 'off' })
