import { MAX_ZONES } from '#core/stove/stove.ts'
import { parseFault, type ScriptedFault } from './faults.ts'
import type { FirmwareChoice } from './firmware.ts'
import { firmwareFor } from './firmwares.ts'
import { isSceneName, parsePan, SCENES, type PanSetting } from './scene.ts'

/** A virtual stove as somebody ordered it. */
export interface VirtualOptions {
  readonly seed: number
  /** How many times faster than wall time its physics runs. */
  readonly speed: number
  readonly zones: number
  /** Height of its kitchen over the sea, m. */
  readonly altitude: number
  readonly camera: boolean
  /** A temperature probe is plugged in and hangs in what zone 0 cooks. */
  readonly probe: boolean
  /** What the stove pretends to be. */
  readonly firmware: FirmwareChoice
  readonly pans: readonly PanSetting[]
  readonly faults: readonly ScriptedFault[]
}

export type OptionsOutcome =
  | { readonly kind: 'ok'; readonly options: VirtualOptions }
  | { readonly kind: 'bad'; readonly detail: string }

/** Parameters of a `virtual:` address and of the emulator. */
const KNOWN = [
  'seed',
  'speed',
  'zones',
  'altitude',
  'camera',
  'probe',
  'scene',
  'pans',
  'fault',
  'driver',
  'model',
]

/** Carries the first complaint out of the readers below; never leaves this file. */
class Complaint extends Error {}

function number(
  parameters: Readonly<Record<string, string>>,
  name: string,
  usual: number,
  least: number,
  most: number,
  whole: boolean,
): number {
  const text = parameters[name]
  if (text === undefined) return usual
  const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
    throw new Complaint(
      `${name} must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}, got "${text}"`,
    )
  }
  return value
}

function entries(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter((entry) => entry.trim() !== '')
}

/** One value or a complaint, from any outcome of this folder. */
function sound<Outcome extends { readonly kind: 'ok' | 'bad' }>(
  name: string,
  outcome: Outcome,
): Extract<Outcome, { kind: 'ok' }> {
  if (outcome.kind === 'ok') return outcome as Extract<Outcome, { kind: 'ok' }>
  throw new Complaint(`${name}: ${'detail' in outcome ? String(outcome.detail) : 'is wrong'}`)
}

/**
 * Reads the parameters: driver (link) and its model, seed (1), speed (1; 0.1 to 100), zones (4, or as many as the
 * device has), altitude (0), camera (0 or 1), probe (0 or 1), scene (demo), pans (comma separated, see scene.ts; they replace the scene's pans on their zones), fault (comma separated,
 * see faults.ts).
 */
export function parseOptions(parameters: Readonly<Record<string, string>>): OptionsOutcome {
  try {
    return { kind: 'ok', options: read(parameters) }
  } catch (error) {
    if (error instanceof Complaint) return { kind: 'bad', detail: error.message }
    throw error
  }
}

function read(parameters: Readonly<Record<string, string>>): VirtualOptions {
  const unknown = Object.keys(parameters).find((name) => !KNOWN.includes(name))
  if (unknown !== undefined) {
    throw new Complaint(`a virtual stove knows no "${unknown}"; it knows: ${KNOWN.join(', ')}`)
  }
  const firmware = firmwareFor(parameters['driver'] ?? 'link', parameters['model'] ?? null)
  if (firmware.kind === 'bad') throw new Complaint(firmware.detail)
  const most = Math.min(firmware.zones, MAX_ZONES)
  const zones = number(parameters, 'zones', Math.min(4, most), 1, most, true)
  const scene = parameters['scene'] ?? 'demo'
  if (!isSceneName(scene)) {
    throw new Complaint(`there is no scene "${scene}"; there are: ${Object.keys(SCENES).join(', ')}`)
  }
  const own = entries(parameters['pans']).map((text) => sound('pans', parsePan(text, zones)).setting)
  const pans: readonly PanSetting[] = SCENES[scene]
  return {
    seed: number(parameters, 'seed', 1, 0, 4_294_967_295, true),
    speed: number(parameters, 'speed', 1, 0.1, 100, false),
    zones,
    altitude: number(parameters, 'altitude', 0, -400, 6000, false),
    camera: number(parameters, 'camera', 0, 0, 1, true) === 1,
    probe: number(parameters, 'probe', 0, 0, 1, true) === 1,
    firmware,
    pans: [
      ...pans.filter(({ zone }) => zone < zones && !own.some((setting) => setting.zone === zone)),
      ...own,
    ],
    faults: entries(parameters['fault']).map((text) => sound('fault', parseFault(text, zones)).fault),
  }
}
