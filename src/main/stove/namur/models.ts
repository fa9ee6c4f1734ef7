import type { LeaseClass } from '#core/stove/stove.ts'

/** One make of hotplate with the NAMUR command set, as its manual and its data sheet describe it. */
export interface NamurModel {
  readonly maker: string
  /** Names that the device answers to IN_NAME; null = it knows no IN_NAME. */
  readonly names: RegExp | null
  /** It repeats each command before its answer, and answers commands that set something too. */
  readonly echoes: boolean
  /** Least pause from one command to the next, ms. */
  readonly spacing: number
  /** Our own period of questions, ms: some times what one round takes on its line. */
  readonly period: number
  /** Channels of IN_PV. */
  readonly plate: number
  readonly probe: number
  /** Channel of IN_SP with the safety temperature; null = it cannot be asked. */
  readonly safety: number | null
  readonly leaseClass: LeaseClass
  /** C; what OUT_SP_1 takes, and a surface that alone is a fault where no safety temperature can be asked. */
  readonly hottest: number
  readonly maxSurface: number
  /** Rated heating power, W. */
  readonly watts: number
  /** mm */
  readonly plateDiameter: number
  readonly width: number
  readonly depth: number
}

/** The shortest watchdog of the IKA devices, s (20 to 1500); its second mode with 0 ends both. */
export const WATCHDOG_SECONDS = 20

const IKA = {
  maker: 'IKA',
  echoes: false,
  spacing: 0,
  period: 500,
  plate: 2,
  probe: 1,
  safety: 3,
  leaseClass: 'B',
} as const

/**
 * By the name that `model=` calls them. RCT digital: its manual's command table (OUT_SP_1 0 to 310), 600 W, plate of
 * 135 mm. C-MAG HS 7: 1000 W, 180 mm, to 500. Heidolph MR Hei-Tec/Connect: its manual's table (9600 7E1, pause of 0.1 s,
 * 999.9 without a sensor), 800 W, 145 mm, to 300.
 */
export const NAMUR_MODELS = {
  'ika-rct': {
    ...IKA,
    names: /\b(IKA)?(RCT|RET)/i,
    hottest: 310,
    maxSurface: 360,
    watts: 600,
    plateDiameter: 135,
    width: 160,
    depth: 270,
  },
  'ika-c-mag': {
    ...IKA,
    names: /C-?MAG|\bHS ?\d/i,
    hottest: 500,
    maxSurface: 550,
    watts: 1000,
    plateDiameter: 180,
    width: 215,
    depth: 330,
  },
  'heidolph-mr-hei': {
    maker: 'Heidolph',
    names: null,
    echoes: true,
    spacing: 100,
    period: 1000,
    plate: 3,
    probe: 1,
    safety: null,
    // With CC_ON ten seconds of silence show "PC Err"; the manual does not say that the heat ends with it.
    leaseClass: 'C',
    hottest: 300,
    maxSurface: 325,
    watts: 800,
    plateDiameter: 145,
    width: 173,
    depth: 277,
  },
} as const satisfies Record<string, NamurModel>

export type NamurModelName = keyof typeof NAMUR_MODELS
export const USUAL_MODEL: NamurModelName = 'ika-rct'

export function isNamurModel(name: string): name is NamurModelName {
  return Object.hasOwn(NAMUR_MODELS, name)
}

export function unknownModel(name: string): { readonly kind: 'bad'; readonly detail: string } {
  const all = Object.keys(NAMUR_MODELS).join(', ')
  return { kind: 'bad', detail: `namur knows no model "${name}"; it knows: ${all}` }
}
