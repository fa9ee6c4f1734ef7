/** How often a waited-for picture is asked after, in milliseconds. */
const LOOK_MS = 8
/** The longest rest, in milliseconds: a page that is busy with itself keeps pictures waiting, and rest is not the cure. */
const LONGEST_REST_MS = 250

/**
 * Leaves a software renderer's cores to the rest of the kitchen, STOP's way to the stove first of all. A picture is
 * never begun before the last one is really drawn (a fence tells, nobody stalls for it), and then rests for a
 * multiple of the time that one took: what is slow here comes seldom, what is quick flows.
 */
export class Pace {
  readonly #draw: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = false

  constructor(draw: () => void) {
    this.#draw = draw
  }

  /** Wants a picture: now, or as soon as the last one has had its rest. */
  ask(): void {
    if (this.#timer === undefined) this.#draw()
    else this.#asked = true
  }

  /** A picture has just been handed to the renderer. `rest`: its pause, in multiples of the time it takes. */
  drawn(gl: WebGL2RenderingContext, rest: number): void {
    clearTimeout(this.#timer)
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
    gl.flush()
    const from = performance.now()
    const look = (): void => {
      // A lost context answers null: nothing is being drawn there any more.
      if (fence !== null && gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED) {
        this.#timer = setTimeout(look, LOOK_MS)
        return
      }
      gl.deleteSync(fence)
      const pause = Math.min(LONGEST_REST_MS, (performance.now() - from) * rest)
      this.#timer = setTimeout(() => this.#rested(), pause)
    }
    this.#timer = setTimeout(look, LOOK_MS)
  }

  dispose(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#asked = false
  }

  #rested(): void {
    this.#timer = undefined
    if (!this.#asked) return
    this.#asked = false
    this.#draw()
  }
}
