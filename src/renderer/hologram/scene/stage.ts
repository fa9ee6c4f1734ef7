import { createRoot } from '@react-three/fiber'
import type { ReactNode } from 'react'
import { PerspectiveCamera, WebGLRenderer } from 'three'
import type { Tier } from '../tier.ts'

/** The most pixels a software renderer is asked for: beyond it the picture is scaled up, the text never is. */
const LITE_PIXELS = 2560 * 1440

/** Device pixels per CSS pixel that a tier draws. */
export function pixelRatio(tier: Tier, device: number, width: number, height: number): number {
  if (tier === 'full') return Math.min(2, Math.max(1, device))
  return Math.min(1, Math.sqrt(LITE_PIXELS / Math.max(1, width * height)))
}

/** The one canvas of the product with its renderer, as long as the hologram lives. */
export interface Stage {
  readonly canvas: HTMLCanvasElement
  readonly render: (scene: ReactNode, tier: Tier, width: number, height: number) => void
  readonly dispose: () => void
}

/**
 * Puts a canvas into the host and draws on it; null when WebGL 2 is impossible here. Multisampling doubles what a
 * software renderer has to do, and every shader smooths its own edges.
 */
export function openStage(host: HTMLElement, antialias: boolean): Stage | null {
  const canvas = document.createElement('canvas')
  canvas.setAttribute('aria-hidden', 'true')
  canvas.className = 'hologram-canvas'
  let gl: WebGLRenderer
  try {
    gl = new WebGLRenderer({
      canvas,
      antialias,
      alpha: false,
      depth: false,
      powerPreference: 'high-performance',
    })
  } catch {
    return null
  }
  host.append(canvas)
  // The projection is ours (see applyFraming): the fiber must not compute one from the aspect.
  const camera = Object.assign(new PerspectiveCamera(), { manual: true })
  const root = createRoot(canvas)
  return {
    canvas,
    render(scene, now, width, height) {
      void root.configure({
        gl,
        camera,
        frameloop: 'demand',
        flat: true,
        dpr: pixelRatio(now, window.devicePixelRatio, width, height),
        size: { width, height, top: 0, left: 0 },
      })
      root.render(scene)
    },
    dispose() {
      root.unmount()
      gl.dispose()
      canvas.remove()
    },
  }
}
