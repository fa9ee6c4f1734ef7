import { hexOf, linearOf, linearOfOklab, oklabOf, type Triple } from './oklab.ts'

/**
 * The heat ramp "Ember": temperature in degrees Celsius to colour. Monotone in lightness, also under the three
 * colour-blindnesses, so that hotter always reads as lighter. The stops stand where a kitchen needs to tell apart:
 * below 45 nothing burns, 100 boils, 140 browns, 180 sears, 230 smokes.
 */
export const EMBER_STOPS: readonly { readonly celsius: number; readonly hex: string }[] = [
  { celsius: 20, hex: '#0B0E10' },
  { celsius: 42, hex: '#10323A' },
  { celsius: 68, hex: '#1C5A63' },
  { celsius: 100, hex: '#6B6A5C' },
  { celsius: 140, hex: '#B4682F' },
  { celsius: 180, hex: '#F08A2C' },
  { celsius: 230, hex: '#FFC56B' },
  { celsius: 290, hex: '#FFF3D6' },
]

export const EMBER_MIN = 20
export const EMBER_MAX = 290

const LAB = EMBER_STOPS.map((stop) => oklabOf(linearOf(stop.hex)))

/** Colour of a temperature in linear light, interpolated in OKLab; ends hold beyond the ramp. */
export function emberAt(celsius: number): Triple {
  const last = EMBER_STOPS.length - 1
  let index = 0
  while (index < last - 1 && celsius > (EMBER_STOPS[index + 1]?.celsius ?? 0)) index++
  const from = EMBER_STOPS[index]
  const to = EMBER_STOPS[index + 1]
  const a = LAB[index]
  const b = LAB[index + 1]
  if (from === undefined || to === undefined || a === undefined || b === undefined) return [0, 0, 0]
  const share = Math.min(1, Math.max(0, (celsius - from.celsius) / (to.celsius - from.celsius)))
  const mix = (x: number, y: number): number => x + (y - x) * share
  const [red, green, blue] = linearOfOklab([mix(a[0], b[0]), mix(a[1], b[1]), mix(a[2], b[2])])
  return [Math.max(0, red), Math.max(0, green), Math.max(0, blue)]
}

export const emberHex = (celsius: number): string => hexOf(emberAt(celsius))

export const EMBER_TEXELS = 512

/** The ramp baked for the shader: RGBA floats in linear light, texel centres from EMBER_MIN to EMBER_MAX. */
export function bakeEmber(texels = EMBER_TEXELS): Float32Array {
  const baked = new Float32Array(texels * 4)
  for (let i = 0; i < texels; i++) {
    const [red, green, blue] = emberAt(EMBER_MIN + ((i + 0.5) / texels) * (EMBER_MAX - EMBER_MIN))
    baked.set([red, green, blue, 1], i * 4)
  }
  return baked
}

let baked: Float32Array | undefined

/** Gives a temperature's colour, in linear light times `strength`, to what takes one; allocates nothing. */
export function shine(
  celsius: number,
  strength: number,
  target: { setRGB: (red: number, green: number, blue: number) => unknown },
): void {
  baked ??= bakeEmber()
  const share = (celsius - EMBER_MIN) / (EMBER_MAX - EMBER_MIN)
  const o = Math.min(EMBER_TEXELS - 1, Math.max(0, Math.floor(share * EMBER_TEXELS))) * 4
  target.setRGB((baked[o] ?? 0) * strength, (baked[o + 1] ?? 0) * strength, (baked[o + 2] ?? 0) * strength)
}

/** A gradient of CSS for the legend: stops at even distances of temperature. */
export function emberGradient(from: number, to: number, stops = 24): string {
  const parts = Array.from({ length: stops + 1 }, (_, i) => emberHex(from + ((to - from) * i) / stops))
  return `linear-gradient(90deg, ${parts.join(', ')})`
}
