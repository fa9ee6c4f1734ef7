import {
  AdditiveBlending,
  Color,
  DoubleSide,
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
import { COUNTER_VERTEX, GROUND_FRAGMENT, SLAB_FRAGMENT } from './counter-shader.ts'
import { DIAL_FRAGMENT } from './dial-shader.ts'
import { DISC_FRAGMENT, PLANE_VERTEX } from './disc-shader.ts'
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

/** Uniforms that slab and ground share: where the zones are and how much light each gives. */
export interface Spill {
  readonly zones: Vector3[]
  readonly glow: Color[]
}

export function spillOf(stove: HologramStove): Spill {
  return {
    zones: stove.zones.map((zone) => new Vector3(zone.xMm, -zone.yMm, zone.diameterMm / 2)),
    glow: stove.zones.map(() => new Color(0, 0, 0)),
  }
}

export function counterMaterials(
  stove: HologramStove,
  spill: Spill,
  stone: Texture,
  theme: Theme,
  tier: Tier,
) {
  const palette = PALETTES[theme]
  const stuff = STUFF[theme]
  const half = new Vector2(stove.widthMm / 2, stove.depthMm / 2)
  const defines = { ...definesOf(theme, tier), ZONES: String(Math.max(1, stove.zones.length)) }
  const shared = { uHalf: half, uZones: spill.zones, uGlow: spill.glow, uRim: colour(palette.aqua), uLit: 1 }
  const slab = shaded(
    { ...shared, uStone: stone, uFar: stuff.far, uNear: stuff.near, uGrain: stuff.grain },
    { vertexShader: COUNTER_VERTEX, fragmentShader: SLAB_FRAGMENT, defines },
  )
  const ground = shaded(
    { ...shared, uGround: colour(palette.ground) },
    { vertexShader: COUNTER_VERTEX, fragmentShader: GROUND_FRAGMENT, defines },
  )
  return { slab, ground }
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
      uReach: ring.outer + 8,
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
      uPaper: colour(palette.paper),
      uMute: colour(palette.mute),
      uAqua: colour(palette.aqua),
      uEmber: colour(palette.ember),
      uCore: colour(palette.ground),
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
