import { Mesh, OrthographicCamera, Scene, Vector2, type WebGLRenderer, WebGLRenderTarget } from 'three'
import { shine } from '../ember.ts'
import type { HobLook } from '../hob-look.ts'
import type { Theme } from '../palette.ts'
import type { HologramStove } from '../props.ts'
import { planeGeometry } from './geometry.ts'
import { spillMaterial } from './materials.ts'

/** How far beyond the hob's edge light is followed, millimetres. */
const BEYOND = 220

/** The heat's own light on the counter: a small map, drawn anew with each picture. */
export class Spill {
  /** Half the width and depth that the map covers, millimetres. */
  readonly extent: Vector2
  readonly target = new WebGLRenderTarget(128, 128, { depthBuffer: false })
  private readonly scene = new Scene()
  private readonly camera = new OrthographicCamera()
  private readonly plane = planeGeometry()
  private readonly material: ReturnType<typeof spillMaterial>

  constructor(stove: HologramStove) {
    this.extent = new Vector2(stove.widthMm / 2 + BEYOND, stove.depthMm / 2 + BEYOND)
    this.material = spillMaterial(Math.max(1, stove.zones.length), this.extent)
    stove.zones.forEach((zone, index) => {
      this.material.uniforms.uZones.value[index]?.set(zone.xMm, -zone.yMm, zone.diameterMm / 2)
    })
    const mesh = new Mesh(this.plane, this.material)
    mesh.frustumCulled = false
    this.scene.add(mesh)
  }

  /** Light grows with the real temperature, from hand-warm on; what is not live gives none. */
  light(look: HobLook, theme: Theme): void {
    look.zones.forEach((zone, index) => {
      const warmth = Math.min(1.2, Math.max(0, (zone.temperature.value - 45) / 200))
      const strength = warmth ** (theme === 'light' ? 1.1 : 1.35) * zone.heat.value * (1 - zone.stale.value)
      const glow = this.material.uniforms.uGlow.value[index]
      if (glow !== undefined) shine(Math.min(215, zone.temperature.value), strength, glow)
    })
  }

  draw(gl: WebGLRenderer): void {
    gl.setRenderTarget(this.target)
    gl.render(this.scene, this.camera)
    gl.setRenderTarget(null)
  }

  dispose(): void {
    this.target.dispose()
    this.plane.dispose()
    this.material.dispose()
  }
}
