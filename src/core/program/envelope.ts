import type { EnvelopeZone } from '../safety/settings.ts'
import type { ZoneTarget } from '../stove/stove.ts'
import { celsius } from '../units/quantities.ts'

/** The most that may be asked of a zone without another hand (law 6). */
export type Envelope = Omit<EnvelopeZone, 'zone'>

/** Nothing was accepted. */
export const NOTHING: Envelope = {
  maxShare: 0,
  maxCelsius: celsius(0),
  maxLiquid: celsius(0),
  maxVigour: 0,
}

/** The envelope that also holds this target. */
export function widen(most: Envelope, target: ZoneTarget): Envelope {
  switch (target.kind) {
    case 'off':
      return most
    case 'power':
      return { ...most, maxShare: Math.max(most.maxShare, target.share) }
    case 'temperature':
      return { ...most, maxCelsius: celsius(Math.max(most.maxCelsius, target.celsius)) }
    case 'liquid':
      return { ...most, maxLiquid: celsius(Math.max(most.maxLiquid, target.celsius)) }
    case 'simmer':
      return { ...most, maxVigour: Math.max(most.maxVigour, target.vigour) }
  }
}

/** The envelope that holds both. */
export const union = (a: Envelope, b: Envelope): Envelope => ({
  maxShare: Math.max(a.maxShare, b.maxShare),
  maxCelsius: celsius(Math.max(a.maxCelsius, b.maxCelsius)),
  maxLiquid: celsius(Math.max(a.maxLiquid, b.maxLiquid)),
  maxVigour: Math.max(a.maxVigour, b.maxVigour),
})

/** Whether a target asks for no more than was accepted. */
export function within(accepted: Envelope, target: ZoneTarget): boolean {
  switch (target.kind) {
    case 'off':
      return true
    case 'power':
      return target.share <= accepted.maxShare
    case 'temperature':
      return target.celsius <= accepted.maxCelsius
    case 'liquid':
      return target.celsius <= accepted.maxLiquid
    case 'simmer':
      return target.vigour <= accepted.maxVigour
  }
}
