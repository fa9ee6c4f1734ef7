import { z } from 'zod'

export const LANGUAGES = ['en', 'de'] as const

/** The kitchen's settings: they belong to the kitchen, not to one screen. */
export const settingsSchema = z.object({
  /** The first run is done. Until then nothing heats. */
  setUp: z.boolean(),
  language: z.enum(LANGUAGES),
  temperature: z.enum(['c', 'f']),
  mass: z.enum(['metric', 'imperial']),
  theme: z.enum(['dark', 'light', 'auto']),
  sounds: z.boolean(),
  /** Loudness of alarms, 0 to 1. Alarms of faults cannot be silenced below 0.3. */
  volume: z.number().min(0).max(1),
  /** Scale of all text. */
  textSize: z.enum(['normal', 'large', 'huge']),
  /** Minutes without a touch after which an idle display dims; 0 = never. */
  dimAfterMinutes: z.number().int().min(0).max(120),
  reducedMotion: z.boolean(),
  /** The circuit the stove hangs on. */
  circuitAmperes: z.number().min(1).max(64),
  circuitVolts: z.number().min(100).max(400),
  /** Height above sea level in metres: water boils earlier. */
  altitudeMetres: z.number().min(-430).max(6000),
  /** Law 2, class C. */
  externalCutOff: z.boolean(),
  /** Child lock: nobody starts or raises, everybody lowers. Set by `lock` alone. */
  locked: z.boolean(),
  /** Where the stove is; null = the virtual stove. */
  stoveAddress: z.string().min(1).max(300).nullable(),
})
export type Settings = z.infer<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = {
  setUp: false,
  language: 'en',
  temperature: 'c',
  mass: 'metric',
  theme: 'dark',
  sounds: true,
  volume: 0.7,
  textSize: 'normal',
  dimAfterMinutes: 10,
  reducedMotion: false,
  circuitAmperes: 16,
  circuitVolts: 230,
  altitudeMetres: 0,
  externalCutOff: false,
  locked: false,
  stoveAddress: null,
}

/** Where each zone of a stove is, as the household calls it; kept for each stove. */
export const zoneNamesSchema = z.array(z.string().trim().min(1).max(40)).max(6)
