import {
  type BufferGeometry,
  type Camera,
  Mesh,
  PlaneGeometry,
  Scene,
  UnsignedByteType,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import { SLAB_MM } from '../layout.ts'
import type { Theme } from '../palette.ts'
import type { HologramStove } from '../props.ts'
import { slabGeometry } from './geometry.ts'
import { stillMaterials } from './materials.ts'
import { stoneTexture } from './textures.ts'

/** A square of the hob's plane that fills every view of it. */
export function planeOfView(): BufferGeometry {
  const geometry = new PlaneGeometry(9000, 9000)
  geometry.rotateX(-Math.PI / 2)
  return geometry
}

/**
 * The still part of the picture, slab and ground, drawn only when the camera, the size or the theme changes. It keeps
 * software renderers from shading stone that has not moved, and gives them smooth edges without multisampling.
 */
export class Backdrop {
  readonly target = new WebGLRenderTarget(1, 1, { samples: 4, type: UnsignedByteType })
  private stale = true
  private readonly scene = new Scene()
  private readonly stone = stoneTexture()
  private readonly slab: BufferGeometry
  private readonly ground: BufferGeometry
  private readonly materials: ReturnType<typeof stillMaterials>
  private readonly size = new Vector2()

  constructor(stove: HologramStove, theme: Theme) {
    this.materials = stillMaterials(stove, this.stone, theme)
    this.slab = slabGeometry(stove.widthMm, stove.depthMm, SLAB_MM, 26, 5)
    this.ground = planeOfView()
    this.ground.translate(0, -SLAB_MM, 0)
    for (const [geometry, material] of [
      [this.ground, this.materials.ground],
      [this.slab, this.materials.slab],
    ] as const) {
      const mesh = new Mesh(geometry, material)
      mesh.frustumCulled = false
      this.scene.add(mesh)
    }
  }

  /** The picture must be drawn anew. */
  invalidate(): void {
    this.stale = true
  }

  draw(gl: WebGLRenderer, camera: Camera): void {
    gl.getDrawingBufferSize(this.size)
    const { x: width, y: height } = this.size
    if (width !== this.target.width || height !== this.target.height) {
      this.target.setSize(width, height)
      this.stale = true
    }
    if (!this.stale) return
    this.stale = false
    gl.setRenderTarget(this.target)
    gl.render(this.scene, camera)
    gl.setRenderTarget(null)
  }

  dispose(): void {
    this.target.dispose()
    this.stone.dispose()
    this.slab.dispose()
    this.ground.dispose()
    this.materials.slab.dispose()
    this.materials.ground.dispose()
  }
}
