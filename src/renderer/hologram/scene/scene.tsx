import { extend, type RootState, useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, useRef } from 'react'
import { type BufferGeometry, Mesh, PerspectiveCamera, type Texture } from 'three'
import type { FrameMeter } from '../bench.ts'
import type { Framing } from '../framing.ts'
import type { HobLook } from '../hob-look.ts'
import type { Theme } from '../palette.ts'
import type { DialRange, HologramStove, HologramZone } from '../props.ts'
import type { Tier } from '../tier.ts'
import type { ZoneLook } from '../zone-look.ts'
import { applyFraming } from './camera.ts'
import { Backdrop, planeOfView } from './backdrop.ts'
import { planeGeometry } from './geometry.ts'
import { litMaterial } from './materials.ts'
import { Pace } from './pace.ts'
import { Spill } from './spill.ts'
import { emberTexture } from './textures.ts'
import { ZoneParts } from './zone-parts.ts'

extend({ Mesh })

export interface SceneProps {
  readonly stove: HologramStove
  readonly look: HobLook
  readonly framing: Framing
  readonly theme: Theme
  readonly tier: Tier
  readonly range: DialRange
  readonly isothermStep: number
  /** False while nobody can see the canvas: nothing is drawn. */
  readonly awake: boolean
  /** No easing: each picture shows the end of every motion. */
  readonly still: boolean
  /** Pictures keep a distance in time, so that drawing on the CPU leaves the CPU to others. */
  readonly paced: boolean
  readonly meter: FrameMeter
  /** Counts restored contexts: each asks for a new picture. */
  readonly restored: number
}

/** Keeps what the GPU holds for as long as `made` is used, then gives it back. */
function useGpu<T extends { dispose: () => void }>(make: () => T, deps: readonly unknown[]): T {
  // oxlint-disable-next-line react/exhaustive-deps -- the caller names what it depends on
  const made = useMemo(make, deps)
  useEffect(() => () => made.dispose(), [made])
  return made
}

/** Longest step of a motion, in milliseconds: a slow picture may not make the light jump. */
const LONGEST_STEP = 250

/** How long a paced picture rests, in multiples of its own time: less while a finger turns a ring. */
const REST = 3
const REST_IN_HAND = 1

export function Scene(props: SceneProps) {
  const { stove, look, framing, theme, tier, awake, still, paced, meter, restored } = props
  const invalidate = useThree((state) => state.invalidate)
  const camera = useThree((state) => state.camera)
  const size = useThree((state) => state.size)
  const ember = useGpu(emberTexture, [])
  const plane = useGpu(planeGeometry, [])
  const spill = useGpu(() => new Spill(stove), [stove])
  const backdrop = useGpu(() => new Backdrop(stove, theme), [stove, theme])
  const moving = useRef(false)
  const pace = useGpu(() => new Pace(invalidate), [invalidate])

  useEffect(() => (awake ? look.onChange(() => pace.ask()) : undefined), [look, pace, awake])
  useEffect(() => {
    if (camera instanceof PerspectiveCamera) applyFraming(camera, framing, size.width, size.height)
    backdrop.invalidate()
  }, [camera, framing, size, backdrop, restored])
  useEffect(() => {
    if (awake) invalidate()
  })

  useFrame((_state, delta) => {
    meter.begin()
    if (still) look.settle()
    else moving.current = look.advance(moving.current ? Math.min(LONGEST_STEP, delta * 1000) : 16)
    spill.light(look, theme)
  }, -1)
  // With a positive priority the picture is ours to draw, after every zone has written its uniforms.
  useFrame((state: RootState) => {
    const { gl } = state
    gl.info.autoReset = false
    gl.info.reset()
    backdrop.draw(gl, state.camera)
    spill.draw(gl)
    gl.render(state.scene, state.camera)
    meter.end(gl.info.render.calls)
    const context = gl.getContext()
    if (paced && context instanceof WebGL2RenderingContext)
      pace.drawn(context, look.inHand ? REST_IN_HAND : REST)
    if (moving.current) pace.ask()
  }, 1)

  return (
    <>
      <Counter backdrop={backdrop} spill={spill} theme={theme} tier={tier} />
      {stove.zones.map((zone, index) => {
        const zoneLook = look.zones[index]
        return zoneLook === undefined ? null : (
          <ZoneGlass key={zone.id} {...props} zone={zone} look={zoneLook} ember={ember} plane={plane} />
        )
      })}
    </>
  )
}

interface CounterProps {
  readonly backdrop: Backdrop
  readonly spill: Spill
  readonly theme: Theme
  readonly tier: Tier
}

/** The still picture, laid over everything one can see of the plane and lit by the hot zones. */
function Counter({ backdrop, spill, theme, tier }: CounterProps) {
  const plane = useGpu(planeOfView, [])
  const lit = useGpu(
    () => litMaterial(backdrop.target.texture, spill.target.texture, spill.extent, theme, tier),
    [backdrop, spill, theme, tier],
  )
  return <mesh geometry={plane} material={lit} renderOrder={0} frustumCulled={false} />
}

interface ZoneGlassProps extends Omit<SceneProps, 'look'> {
  readonly zone: HologramZone
  readonly look: ZoneLook
  readonly ember: Texture
  readonly plane: BufferGeometry
}

function ZoneGlass({ zone, look, ember, plane, stove, theme, tier, range, isothermStep }: ZoneGlassProps) {
  const parts = useGpu(
    () => new ZoneParts({ zone, stove, ember, plane, theme, tier, range }),
    [zone, stove, ember, plane, theme, tier, range],
  )
  useFrame(() => parts.show(look, isothermStep))
  return <primitive object={parts.group} />
}
