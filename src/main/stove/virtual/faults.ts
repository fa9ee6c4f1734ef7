/**
 * What can be made to go wrong, by script or by hand. A script entry reads `NAME[:ZONE]@SECONDS[+DURATION]`, in wall
 * seconds since the start, for example `frozen-sensor:1@30` or `stall@12.5+3`:
 *
 * - cable-out: no byte passes either way; the device goes on by itself. Behind a pseudo-terminal the port vanishes.
 * - stall: the device sends nothing for a while (5 s), though it still hears.
 * - bit-errors: single bits flip on the line, both ways.
 * - brown-out: the device starts anew: heat off, deaf for 0.4 s, uptime and sequence from zero.
 * - frozen-sensor: a zone's sensor stays at the value it had.
 * - sensor-jump: a zone's sensor reads 80 K too much from one moment to the next.
 * - open-sensor: a zone's sensor is torn off: no value.
 * - probe-out: the probe is pulled out of its socket; nothing where there is none.
 * - shorted-switch: a zone heats with all its power, told or not, and its own meter does not see it.
 * - dead-switch: a zone takes no power, told or not; its meter reports what it was told.
 *
 * All but `brown-out` last until they are cleared, unless the entry says for how long.
 */
export const FAULT_NAMES = [
  'cable-out',
  'stall',
  'bit-errors',
  'brown-out',
  'frozen-sensor',
  'sensor-jump',
  'open-sensor',
  'probe-out',
  'shorted-switch',
  'dead-switch',
] as const
export type FaultName = (typeof FAULT_NAMES)[number]

const ZONE_FAULTS: readonly FaultName[] = [
  'frozen-sensor',
  'sensor-jump',
  'open-sensor',
  'probe-out',
  'shorted-switch',
  'dead-switch',
]

/** How long a fault lasts when nobody says so, s. */
const USUAL_DURATION: Readonly<Partial<Record<FaultName, number>>> = { stall: 5, 'brown-out': 0.4 }

export interface FaultRequest {
  readonly name: FaultName
  /** Null for a fault of the whole stove. */
  readonly zone: number | null
  /** s; Infinity = until it is cleared. */
  readonly duration: number
}

export interface ScriptedFault extends FaultRequest {
  /** Wall seconds since the stove was switched on. */
  readonly at: number
}

export type FaultRequestOutcome =
  | { readonly kind: 'ok'; readonly fault: FaultRequest }
  | { readonly kind: 'bad'; readonly detail: string }

export type FaultOutcome =
  | { readonly kind: 'ok'; readonly fault: ScriptedFault }
  | { readonly kind: 'bad'; readonly detail: string }

export function isFaultName(name: string): name is FaultName {
  return (FAULT_NAMES as readonly string[]).includes(name)
}

/** Checks a fault that somebody asks for; a zone fault without a zone means zone 0. */
export function faultRequest(
  name: string,
  zone: number | null,
  duration: number | null,
  zones: number,
): FaultRequestOutcome {
  if (!isFaultName(name)) {
    return { kind: 'bad', detail: `there is no fault "${name}"; there are: ${FAULT_NAMES.join(', ')}` }
  }
  const ofZone = ZONE_FAULTS.includes(name)
  if (!ofZone && zone !== null)
    return { kind: 'bad', detail: `${name} is a fault of the whole stove, not of a zone` }
  if (zone !== null && (!Number.isInteger(zone) || zone < 0 || zone >= zones)) {
    return { kind: 'bad', detail: `${name}: this stove has zones 0 to ${zones - 1}, not ${zone}` }
  }
  if (duration !== null && !(duration > 0)) {
    return { kind: 'bad', detail: `${name}: a duration is a number of seconds over 0, got ${duration}` }
  }
  return {
    kind: 'ok',
    fault: {
      name,
      zone: ofZone ? (zone ?? 0) : null,
      duration: duration ?? USUAL_DURATION[name] ?? Infinity,
    },
  }
}

/** Reads one entry of a script, `NAME[:ZONE]@SECONDS[+DURATION]`. */
export function parseFault(text: string, zones: number): FaultOutcome {
  const match = /^([a-z-]+)(?::(\d+))?@(\d+(?:\.\d+)?)(?:\+(\d+(?:\.\d+)?))?$/.exec(text.trim())
  const [, name = '', zone, at = '', duration] = match ?? []
  if (match === null) {
    return {
      kind: 'bad',
      detail: `"${text}" is not of the form NAME[:ZONE]@SECONDS[+DURATION], for example frozen-sensor:1@30`,
    }
  }
  const asked = faultRequest(
    name,
    zone === undefined ? null : Number(zone),
    duration === undefined ? null : Number(duration),
    zones,
  )
  return asked.kind === 'bad' ? asked : { kind: 'ok', fault: { ...asked.fault, at: Number(at) } }
}
