import { type BufferGeometry, type DataTexture, Group, type Material, Mesh, type Texture } from 'three'
import { shine } from '../ember.ts'
import type { Theme } from '../palette.ts'
import type { DialRange, HologramStove, HologramZone } from '../props.ts'
import type { Tier } from '../tier.ts'
import { vesselOf } from '../vessel.ts'
import type { ZoneLook } from '../zone-look.ts'
import { ringGeometry, vesselGeometry } from './geometry.ts'
import { dialMaterial, discMaterial, vesselMaterial } from './materials.ts'
import { fieldTexture, writeField } from './textures.ts'

export interface ZonePlan {
  readonly zone: HologramZone
  readonly stove: HologramStove
  readonly ember: Texture
  readonly plane: BufferGeometry
  readonly theme: Theme
  readonly tier: Tier
  readonly range: DialRange
}

/** How far above the glass a pan appears before it settles, millimetres. */
const SETTLES_FROM = 14

/** One zone on the GPU: heat disc, dial and the ghost of what stands on it. Three draws. */
export class ZoneParts {
  readonly group = new Group()
  private readonly shell: Mesh
  private readonly ring: BufferGeometry
  private readonly vessel: BufferGeometry
  private readonly disc: ReturnType<typeof discMaterial>
  private readonly dial: ReturnType<typeof dialMaterial>
  private readonly glass: ReturnType<typeof vesselMaterial>
  private field: DataTexture

  constructor({ zone, stove, ember, plane, theme, tier, range }: ZonePlan) {
    const vessel = vesselOf(zone, stove)
    this.field = fieldTexture(1)
    this.disc = discMaterial(zone, ember, this.field, theme, tier)
    this.dial = dialMaterial(zone, stove, range, theme, tier)
    this.glass = vesselMaterial(vessel, theme, tier)
    this.ring = ringGeometry(zone, stove)
    this.vessel = vesselGeometry(vessel)
    this.add(plane, this.disc, 0.2, 2)
    this.add(this.ring, this.dial, 0.4, 3)
    this.shell = this.add(this.vessel, this.glass, 0, 4)
    this.group.position.set(zone.xMm, 0, -zone.yMm)
  }

  private add(geometry: BufferGeometry, material: Material, height: number, order: number): Mesh {
    const mesh = new Mesh(geometry, material)
    mesh.position.y = height
    mesh.renderOrder = order
    mesh.frustumCulled = false
    this.group.add(mesh)
    return mesh
  }

  /** Writes a look into the uniforms; allocates only when the field changes its size. */
  show(look: ZoneLook, isothermStep: number): void {
    const { side } = look.field
    if (this.field.image.width !== side) {
      this.field.dispose()
      this.field = fieldTexture(side)
      this.disc.uniforms.uField.value = this.field
    }
    writeField(this.field, look.field)
    const disc = this.disc.uniforms
    disc.uSide.value = side
    disc.uKnown.value = look.heat.value
    disc.uStale.value = look.stale.value
    disc.uIsotherm.value = isothermStep
    disc.uResidual.value = look.residual.value
    const dial = this.dial.uniforms
    dial.uActual.value = look.reading.value
    dial.uTarget.value = look.target.value
    dial.uOn.value = look.on.value
    dial.uHeating.value = look.heating.value
    dial.uDoubt.value = Math.max(look.stale.value, 1 - look.heat.value)
    dial.uSelected.value = look.selected.value
    dial.uPending.value = look.pending.value
    dial.uStep.value = look.stepMark.value
    const live = look.heat.value * (1 - look.stale.value)
    shine(look.temperature.value, live, this.glass.uniforms.uHeat.value)
    this.glass.uniforms.uPresent.value = look.pan.value
    this.shell.visible = look.pan.value > 0.002
    this.shell.position.y = (1 - look.pan.value) * SETTLES_FROM
  }

  dispose(): void {
    this.field.dispose()
    this.ring.dispose()
    this.vessel.dispose()
    this.disc.dispose()
    this.dial.dispose()
    this.glass.dispose()
  }
}
