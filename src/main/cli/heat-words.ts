import type { HoldUnknown } from '#core/heat/lethality/hold.ts'
import type { PasteuriseAnswer } from '#core/heat/lethality/pasteurise.ts'

type PasteuriseUnknown = Extract<PasteuriseAnswer, { kind: 'unknown' }>['why']

/** Why there is no time, for people. */
export const PASTEURISE_WHY: Readonly<Record<PasteuriseUnknown, string>> = {
  'bath-under-55': 'under 55 °C published reductions are not reliably observed: none is claimed',
  frozen: 'the food is frozen: thaw it first, the model does not know the melting of its ice',
  'too-thick': 'the source ends at 70 mm',
  'too-long': 'not within 24 hours',
}

export const HOLD_WHY: Readonly<Record<HoldUnknown | 'printed', string>> = {
  printed: 'never shorter than the printed rows around it',
  'under-55': 'under 55 °C no reduction is claimed',
  'under-table': 'the table for this product starts at a higher temperature',
  'no-table-for-log10': 'FSIS prints poultry for 7 powers of ten only',
  'fat-outside-table': 'the poultry tables speak of 1 to 12 % fat',
}
