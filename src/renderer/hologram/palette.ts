export type Theme = 'dark' | 'light'

/** The glass's share of the colour tokens, sRGB hex. */
export interface Palette {
  readonly ground: string
  readonly raised: string
  readonly card: string
  /** Text and the hand's own marks. */
  readonly paper: string
  readonly mute: string
  /** What the machine knows. */
  readonly aqua: string
  /** Heating. */
  readonly ember: string
  readonly danger: string
}

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  dark: {
    ground: '#0B0E10',
    raised: '#14191C',
    card: '#1D2428',
    paper: '#F4EFE6',
    mute: '#A9B3B2',
    aqua: '#6FD6E8',
    ember: '#FFC56B',
    danger: '#FF3D57',
  },
  light: {
    ground: '#F7F3EC',
    raised: '#FFFDF8',
    card: '#FFFDF8',
    paper: '#14191C',
    mute: '#4E5A5C',
    aqua: '#0B6B68',
    ember: '#9A4B00',
    danger: '#B3261E',
  },
}
