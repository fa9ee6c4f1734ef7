import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packageFolder } from '#main/package-folder.ts'

/** A number as manuals print it: 360, or "1000H" in hexadecimal. */
const word = z
  .union([z.int().min(0).max(65_535), z.string().regex(/^[0-9A-F]{4}H$/)])
  .transform((value) => (typeof value === 'number' ? value : Number.parseInt(value, 16)))

const place = {
  /** The function that reads it: 1 coils, 2 inputs, 3 holding registers, 4 input registers. */
  function: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  /** As it goes over the wire, from 0. */
  address: word,
}

const register = z.strictObject({
  ...place,
  type: z.enum(['bit', 'int16', 'uint16', 'float32']),
  /** What one step of the register means; temperatures in the profile's unit, outputs in percent. */
  scale: z.number().positive().default(1),
  /** Only this bit of the word, 0 = the least. */
  bit: z.int().min(0).max(15).optional(),
})

/** What a controller may say instead of a temperature. */
const trouble = z.enum(['sound', 'not-ready', 'sensor-open', 'sensor-range', 'hardware'])

/** A value that means trouble; what is not listed means `otherwise`. */
const complaint = register.extend({
  values: z.record(z.string(), trouble),
  otherwise: trouble.default('sound'),
})

const write = z.strictObject({
  function: z.union([z.literal(5), z.literal(6), z.literal(16)]),
  address: word,
  /** One word; a coil is FF00H or 0000H. */
  words: z.array(word).min(1).max(2),
})

/** What must be read for the device to be of this model, set as this profile needs it. */
const identity = register.extend({
  oneOf: z.array(z.number()).min(1).optional(),
  from: z.number().optional(),
  to: z.number().optional(),
  /** What a person can do about it; goes into the detail of the refusal. */
  means: z.string(),
})

const profile = z.strictObject({
  model: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  /** Where these facts were read. */
  sources: z.array(z.string()).min(1),
  line: z.strictObject({
    baudRate: z.int(),
    dataBits: z.literal(8),
    parity: z.enum(['none', 'even', 'odd']),
    stopBits: z.union([z.literal(1), z.literal(2)]),
  }),
  /** Silence between an answer and the next request, ms. */
  spacing: z.int().min(5),
  /** How long an answer may take, ms. */
  patience: z.int().min(50),
  /** How often the device has something new to say, ms. */
  period: z.int().min(100),
  temperatures: z.enum(['celsius', 'fahrenheit']),
  wordOrder: z.enum(['high-first', 'low-first']),
  /** What is read in each period, the temperature last. */
  blocks: z.array(z.strictObject({ ...place, count: z.int().min(1).max(20) })).min(1),
  value: register,
  complaints: z.array(complaint),
  setpoint: register.extend({
    write: z.union([z.literal(6), z.literal(16)]),
    /** Where it stands while off, C. */
    lowest: z.number(),
    /** Smaller changes are not written, K: each write may wear the device's memory. */
    step: z.number().positive(),
  }),
  run: register.extend({ running: z.array(z.number()).min(1) }),
  start: write,
  stop: write,
  /** What must be written before the device obeys, once a connection. */
  prepare: z.array(write),
  /** Percent of the rated power that flows now; null where the device does not tell. */
  output: register.nullable(),
  identity: z.array(identity).min(1),
})

export type Profile = z.infer<typeof profile>
export type Register = z.infer<typeof register>
export type Write = z.infer<typeof write>
export type Trouble = z.infer<typeof trouble>

const FOLDER = join(packageFolder, 'resources/modbus')

/** The controllers that the kitchen knows, by model. A file that is no profile is a fault of ours, and thrown. */
export function readProfiles(folder: string = FOLDER): ReadonlyMap<string, Profile> {
  const profiles = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => profile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  return new Map(profiles.map((one) => [one.model, one]))
}
