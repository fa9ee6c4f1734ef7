import type { ZoneTarget } from '#core/stove/stove.ts'
import { celsius } from '#core/units/quantities.ts'
import type { TargetKind } from './target-kind.ts'

export interface Preset {
  /** Text under `preset.<id>`. */
  readonly id: string
  readonly target: ZoneTarget
}

const at = (id: string, value: number): Preset => ({
  id,
  target: { kind: 'temperature', celsius: celsius(value) },
})
const liquid = (id: string, value: number): Preset => ({
  id,
  target: { kind: 'liquid', celsius: celsius(value) },
})
const simmer = (id: string, vigour: number): Preset => ({ id, target: { kind: 'simmer', vigour } })
const share = (id: string, value: number): Preset => ({ id, target: { kind: 'power', share: value } })

/**
 * Temperatures of the pan's base for everyday work: butter melts from 32 °C, water simmers below boiling, butter
 * foams while its water leaves (100 to 120 °C), browning runs from about 140 °C, searing wants 200 °C and more.
 * Of the contents: as the techniques of the same names have them in `resources/techniques`, with their sources there.
 */
export const PRESETS: Readonly<Record<TargetKind, readonly Preset[]>> = {
  temperature: [
    at('warm', 60),
    at('simmer', 95),
    at('foam', 120),
    at('fry', 160),
    at('brown', 180),
    at('sear', 220),
  ],
  liquid: [
    liquid('bath', 56),
    liquid('hold', 65),
    liquid('poach', 80),
    liquid('milk', 82),
    liquid('oil', 170),
    liquid('frying', 175),
  ],
  simmer: [simmer('bare', 0.1), simmer('gentleSimmer', 0.3), simmer('lively', 0.6), simmer('rolling', 1)],
  power: [
    share('low', 0.2),
    share('gentle', 0.35),
    share('half', 0.5),
    share('strong', 0.75),
    share('full', 1),
  ],
}
