import { z } from 'zod'
import { faultRequest, isFaultName } from './faults.ts'
import type { FaultBoard } from './fault-board.ts'
import type { Hob } from './physics/hob.ts'
import { isPanName } from './physics/pans.ts'
import type { Vessel } from './physics/vessel.ts'
import { addContents, NOTHING, readContents, setPan, unknownPan } from './scene.ts'

const zone = z.int().min(0).max(5)
/** What is added has this temperature; room temperature unless told. */
const celsius = z.number().min(-30).max(300).optional()
/** kg of water, oil and foods by name. */
const contents = z.record(z.string(), z.number())

/**
 * What a hand may do to a virtual stove while it runs: cook at it, or break it.
 * `{"command": "pan", "zone": 0, "pan": "steel-28", "contents": {"water": 1.5}}`; `"pan": "off"` takes it away.
 */
const CONTROL = z.discriminatedUnion('command', [
  z.strictObject({
    command: z.literal('pan'),
    zone,
    pan: z.string(),
    contents: contents.optional(),
    lid: z.boolean().optional(),
    celsius,
  }),
  z.strictObject({ command: z.literal('add'), zone, contents, celsius }),
  z.strictObject({ command: z.literal('empty'), zone }),
  z.strictObject({ command: z.literal('lid'), zone, on: z.boolean() }),
  /** Turns the food over. */
  z.strictObject({ command: z.literal('flip'), zone }),
  /** Holds the pan in the hand (`on`), or sets it down again. */
  z.strictObject({ command: z.literal('lift'), zone, on: z.boolean() }),
  z.strictObject({
    command: z.literal('fault'),
    name: z.string(),
    zone: zone.optional(),
    /** Wall seconds; until cleared where left out. */
    seconds: z.number().positive().optional(),
  }),
  z.strictObject({ command: z.literal('clear'), name: z.string().optional(), zone: zone.optional() }),
])
type Control = z.infer<typeof CONTROL>

export type ControlAnswer = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly detail: string }

const DONE: ControlAnswer = { kind: 'done' }
const refused = (detail: string): ControlAnswer => ({ kind: 'refused', detail })

/** Does what a control command says; anything may come in. */
export function control(hob: Hob, faults: FaultBoard, command: unknown, now: number): ControlAnswer {
  const read = CONTROL.safeParse(command)
  if (!read.success) return refused(z.prettifyError(read.error))
  const { data } = read
  if ('zone' in data && data.zone !== undefined && data.zone >= hob.zones.length) {
    return refused(`this stove has zones 0 to ${hob.zones.length - 1}, not ${data.zone}`)
  }
  switch (data.command) {
    case 'pan':
      return pan(hob, data)
    case 'add': {
      const what = readContents(data.contents)
      if (what.kind === 'bad') return refused(what.detail)
      return withPan(hob, data.zone, () => {
        addContents(hob, data.zone, what.contents, data.celsius)
      })
    }
    case 'empty':
      return withPan(hob, data.zone, (vessel) => {
        vessel.empty(hob.ledger)
      })
    case 'lid':
      return withPan(hob, data.zone, (vessel) => {
        vessel.lid = data.on
      })
    case 'flip':
      return withPan(hob, data.zone, (vessel) => {
        for (const portion of vessel.foods) portion.flip()
      })
    case 'lift':
      return withPan(hob, data.zone, () => {
        hob.lift(data.zone, data.on)
      })
    case 'fault': {
      const asked = faultRequest(data.name, data.zone ?? null, data.seconds ?? null, hob.zones.length)
      if (asked.kind === 'bad') return refused(asked.detail)
      faults.raise(asked.fault, now)
      return DONE
    }
    case 'clear': {
      const { name } = data
      if (name !== undefined && !isFaultName(name)) return refused(`there is no fault "${name}"`)
      faults.clear(name ?? null, data.zone ?? null)
      return DONE
    }
  }
}

function pan(hob: Hob, data: Extract<Control, { command: 'pan' }>): ControlAnswer {
  if (data.pan === 'off') {
    hob.remove(data.zone)
    return DONE
  }
  if (!isPanName(data.pan)) return refused(unknownPan(data.pan))
  const what =
    data.contents === undefined ? { kind: 'ok' as const, contents: NOTHING } : readContents(data.contents)
  if (what.kind === 'bad') return refused(what.detail)
  setPan(
    hob,
    { zone: data.zone, pan: data.pan, contents: what.contents, lid: data.lid ?? false },
    data.celsius,
  )
  return DONE
}

function withPan(hob: Hob, index: number, deed: (vessel: Vessel) => void): ControlAnswer {
  const vessel = hob.zones[index]?.vessel ?? null
  if (vessel === null) return refused(`there is no pan on zone ${index}`)
  deed(vessel)
  return DONE
}
