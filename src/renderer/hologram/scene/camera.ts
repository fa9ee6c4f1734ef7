import type { PerspectiveCamera } from 'three'
import type { Framing } from '../framing.ts'

const NEAR_MM = 50
const FAR_MM = 20_000

/** Makes three's camera see exactly what `project` computes: the same pin-hole, lens shift included. */
export function applyFraming(
  camera: PerspectiveCamera,
  framing: Framing,
  width: number,
  height: number,
): void {
  const { elevation, distance, scale, centreX, centreY } = framing
  camera.position.set(0, distance * Math.sin(elevation), distance * Math.cos(elevation))
  camera.lookAt(0, 0, 0)
  camera.updateMatrixWorld(true)
  const focal = scale * distance
  camera.projectionMatrix.set(
    (2 * focal) / width,
    0,
    1 - (2 * centreX) / width,
    0,
    0,
    (2 * focal) / height,
    (2 * centreY) / height - 1,
    0,
    0,
    0,
    -(FAR_MM + NEAR_MM) / (FAR_MM - NEAR_MM),
    (-2 * FAR_MM * NEAR_MM) / (FAR_MM - NEAR_MM),
    0,
    0,
    -1,
    0,
  )
  camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert()
}
