/** Why a request for heat was not followed. The texts stand in the locales under `refusal.<code>`. */
export const REFUSAL_CODES = [
  'not-connected',
  'unknown-zone',
  'target-out-of-range',
  'fault-latched',
  'needs-touch', // law 6: another screen, a program or an assistant asked; a hand must answer
  'touch-expired', // law 6: the touch is older than 30 s or was for another zone or target
  'locked', // cleaning or child lock
  'log-unwritable', // law 11
  'no-display', // law 13
  'no-cut-off', // law 2, class C without a declared external cut-off
  'reading-unknown', // law 3: nothing trustworthy is known of this zone
  'not-set-up', // first run is not finished: circuit unknown (law 10)
] as const

export type RefusalCode = (typeof REFUSAL_CODES)[number]
