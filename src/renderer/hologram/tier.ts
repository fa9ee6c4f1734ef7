/**
 * How much the glass may cost. full: soft glow, device pixels up to 2. lite: the same picture with cheaper light,
 * DPR 1, for software renderers. flat: 2-D SVG, complete in function.
 */
export type Tier = 'full' | 'lite' | 'flat'

/** Renderers that draw on the CPU, as they name themselves (ANGLE/Chromium, Mesa, Windows, VMware, Apple). */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|swrast|lavapipe|apple generic/i

/** Chooses by what the GPU really is: the unmasked renderer string at boot, or null where there is no WebGL. */
export function tierOf(renderer: string | null): Tier {
  if (renderer === null) return 'flat'
  return SOFTWARE.test(renderer) ? 'lite' : 'full'
}

/**
 * Asks a throw-away WebGL 2 context who draws; null where there is none. A browser that masks the string answers
 * with a vendor's name, which counts as a real GPU.
 */
export function rendererString(doc: Document = document): string | null {
  const canvas = doc.createElement('canvas')
  const gl = canvas.getContext('webgl2')
  if (gl === null) return null
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL)
  // A context counts against the browser's limit until it is collected: give it back now.
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return typeof name === 'string' ? name : ''
}
