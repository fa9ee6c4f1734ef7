import type { DeviceFlag } from '#core/stove/stove.ts'
import { watts, type Celsius, type Watts } from '#core/units/quantities.ts'
import type { Profile, Trouble } from './profile.ts'
import { decode, toCelsius, type Words } from './register.ts'

/** What one round of reading says of a controller; null = it did not say. */
export interface Sight {
  readonly surface: Celsius | null
  readonly flags: readonly DeviceFlag[]
  /** In the device's own unit. */
  readonly setpoint: number | null
  readonly running: boolean | null
  readonly power: Watts | null
}

/** Reads what the blocks of a round hold. A word that stands for an error is never a temperature. */
export function sightOf(profile: Profile, words: Words, rated: Watts): Sight {
  const { wordOrder } = profile
  const troubles = profile.complaints.map((complaint): Trouble => {
    const value = decode(complaint, words, wordOrder)
    if (value === null) return 'not-ready'
    return named(complaint.values, value) ?? complaint.otherwise
  })
  const sound = troubles.every((trouble) => trouble === 'sound')
  const value = decode(profile.value, words, wordOrder)
  const run = decode(profile.run, words, wordOrder)
  const output = profile.output === null ? null : decode(profile.output, words, wordOrder)
  return {
    surface: sound && value !== null ? toCelsius(value, profile.temperatures) : null,
    flags: [...new Set(troubles)].filter(
      (trouble): trouble is Extract<Trouble, DeviceFlag> => trouble !== 'sound' && trouble !== 'not-ready',
    ),
    setpoint: decode(profile.setpoint, words, wordOrder),
    running: run === null ? null : profile.run.running.includes(run),
    power: output === null ? null : watts((Math.min(100, Math.max(0, output)) / 100) * rated),
  }
}

/** Values are named as manuals print them: 61 or 8003H. */
function named(values: Readonly<Record<string, Trouble>>, value: number): Trouble | null {
  const hexadecimal = `${value.toString(16).toUpperCase().padStart(4, '0')}H`
  return values[String(value)] ?? values[hexadecimal] ?? null
}
