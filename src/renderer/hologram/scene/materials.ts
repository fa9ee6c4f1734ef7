import {
  AdditiveBlending,
  Color,
  DoubleSide,
  NoBlending,
  NormalBlending,
  type IUniform,
  ShaderMaterial,
  type ShaderMaterialParameters,
  type Texture,
  Vector2,
  Vector3,
} from 'three'
import { DIAL_START, DIAL_SWEEP } from '../dial.ts'
import { EMBER_MAX, EMBER_MIN } from '../ember.ts'
import { PALETTES, type Theme } from '../palette.ts'
import type { DialRange, HologramStove, HologramZone } from '../props.ts'
import type { Tier } from '../tier.ts'
import { ringOf, type Vessel } from '../vessel.ts'
import {
  GROUND_FRAGMENT,
  LIT_FRAGMENT,
  LIT_VERTEX,
  SLAB_FRAGMENT,
  SPILL_FRAGMENT,
  SPILL_VERTEX,
  STILL_VERTEX,
} from './counter-shader.ts'
import { DIAL_FRAGMENT } from './dial-shader.ts'
import { DISC_FRAGMENT, PLANE_VERTEX } from './disc-shader.ts'
import { DIAL_MARGIN } from './geometry.ts'
import { VESSEL_FRAGMENT, VESSEL_VERTEX } from './vessel-shader.ts'

/** A shader whose uniforms are known by name, so that writing one needs no search and no guess. */
export type Shaded<U> = ShaderMaterial & { uniforms: { [K in keyof U]: IUniform<U[K]> } }

function shaded<U extends Record<string, unknown>>(
  values: U,
  parameters: ShaderMaterialParameters,
): Shaded<U> {
  const uniforms = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]))
  return new ShaderMaterial({ ...parameters, uniforms }) as Shaded<U>
}

const colour = (hex: string): Color => new Color(hex)
/** As it will stand on the screen: for shaders that only lay marks over one another. */
const encoded = (hex: string): Color => new Color(hex).convertLinearToSRGB()

/** Stone, glass and light of each theme; mixed from the tokens, in linear light where they are scaled. */
const STUFF = {
  dark: {
    far: colour('#1F272B'),
    near: colour('#101517'),
    well: colour('#06090B'),
    lip: colour('#3A5A63').multiplyScalar(0.5),
    hatch: colour('#7F8B8C'),
    glass: colour('#6FD6E8').lerp(colour('#F4EFE6'), 0.16).multiplyScalar(0.58),
    grain: 0.34,
  },
  light: {
    far: colour('#FBF8F2'),
    near: colour('#E4DDD1'),
    well: colour('#1A2225'),
    lip: colour('#8FA5A6').multiplyScalar(0.35),
    hatch: colour('#A9B3B2'),
    glass: colour('#0B4F52'),
    grain: 0.055,
  },
} as const

const definesOf = (theme: Theme, tier: Tier): Record<string, string> => ({
  ...(theme === 'light' ? { PAPER: '' } : {}),
  ...(tier === 'full' ? { FULL: '' } : {}),
})

/** What the still picture of the counter is drawn with. */
export function stillMaterials(stove: HologramStove, stone: Texture, theme: Theme) {
  const palette = PALETTES[theme]
  const stuff = STUFF[theme]
  const half = new Vector2(stove.widthMm / 2, stove.depthMm / 2)
  const shared = { uHalf: half, uRim: colour(palette.aqua) }
  const defines = definesOf(theme, 'full')
  const slab = shaded(
    { ...shared, uStone: stone, uFar: stuff.far, uNear: stuff.near, uGrain: stuff.grain },
    { vertexShader: STILL_VERTEX, fragmentShader: SLAB_FRAGMENT, defines, blending: NoBlending },
  )
  const ground = shaded(
    { ...shared, uGround: colour(palette.ground) },
    { vertexShader: STILL_VERTEX, fragmentShader: GROUND_FRAGMENT, defines, blending: NoBlending },
  )
  return { slab, ground }
}

/** What draws the map of the heat's light. */
export function spillMaterial(zones: number, extent: Vector2) {
  return shaded(
    {
      uExtent: extent,
      uZones: Array.from({ length: zones }, () => new Vector3()),
      uGlow: Array.from({ length: zones }, () => new Color(0, 0, 0)),
    },
    {
      vertexShader: SPILL_VERTEX,
      fragmentShader: SPILL_FRAGMENT,
      defines: { ZONES: String(zones) },
      blending: NoBlending,
      depthTest: false,
      depthWrite: false,
      side: DoubleSide,
    },
  )
}

/** What lays the still picture down and lights it. */
export function litMaterial(still: Texture, spill: Texture, extent: Vector2, theme: Theme, tier: Tier) {
  return shaded(
    { uStill: still, uSpill: spill, uExtent: extent },
    {
      vertexShader: LIT_VERTEX,
      fragmentShader: LIT_FRAGMENT,
      defines: definesOf(theme, tier),
      blending: NoBlending,
      depthTest: false,
      depthWrite: false,
    },
  )
}

export function discMaterial(zone: HologramZone, ember: Texture, field: Texture, theme: Theme, tier: Tier) {
  const stuff = STUFF[theme]
  return shaded(
    {
      uField: field,
      uEmber: ember,
      uEmberSpan: new Vector2(EMBER_MIN, EMBER_MAX),
      uSide: 24,
      uReach: zone.diameterMm / 2 + 2,
      uRadius: zone.diameterMm / 2,
      uKnown: 0,
      uStale: 0,
      uIsotherm: 10,
      uResidual: 0,
      uWell: stuff.well,
      uLip: stuff.lip,
      uMark: colour('#FFC56B'),
      uHatch: stuff.hatch,
    },
    {
      vertexShader: PLANE_VERTEX,
      fragmentShader: DISC_FRAGMENT,
      defines: definesOf(theme, tier),
      transparent: true,
      depthTest: false,
      depthWrite: false,
    },
  )
}

export function dialMaterial(
  zone: HologramZone,
  stove: HologramStove,
  range: DialRange,
  theme: Theme,
  tier: Tier,
) {
  const palette = PALETTES[theme]
  const ring = ringOf(zone, stove)
  const step = 10
  const span = range.maxCelsius - range.minCelsius
  return shaded(
    {
      uReach: ring.outer + DIAL_MARGIN,
      uRing: ring.radius,
      uOuter: ring.outer,
      uDisc: zone.diameterMm / 2,
      uStart: DIAL_START,
      uSweep: DIAL_SWEEP,
      uTicks: span / step,
      uStrongEvery: 5,
      // The first strong tick stands on a round fifty.
      uStrongPhase: (Math.ceil(range.minCelsius / 50) * 50 - range.minCelsius) / step,
      uActual: 0,
      uTarget: 0,
      uOn: 0,
      uHeating: 0,
      uDoubt: 0,
      uSelected: 0,
      uPending: 0,
      uStep: 0,
      uPaper: encoded(palette.paper),
      uMute: encoded(palette.mute),
      uAqua: encoded(palette.aqua),
      uEmber: encoded(palette.ember),
      uCore: encoded(palette.ground),
    },
    {
      vertexShader: PLANE_VERTEX,
      fragmentShader: DIAL_FRAGMENT,
      defines: definesOf(theme, tier),
      transparent: true,
      depthTest: false,
      depthWrite: false,
    },
  )
}

export function vesselMaterial(vessel: Vessel, theme: Theme, tier: Tier) {
  const paper = theme === 'light'
  return shaded(
    { uHeight: vessel.height, uPresent: 0, uGlass: STUFF[theme].glass, uHeat: new Color(0, 0, 0) },
    {
      vertexShader: VESSEL_VERTEX,
      fragmentShader: VESSEL_FRAGMENT,
      defines: definesOf(theme, tier),
      transparent: true,
      depthWrite: false,
      depthTest: false,
      side: DoubleSide,
      // Both walls in one draw: what is added needs no order.
      forceSinglePass: true,
      blending: paper ? NormalBlending : AdditiveBlending,
      premultipliedAlpha: !paper,
    },
  )
}
