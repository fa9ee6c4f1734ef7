/** What the bench asks of the picture. */
export interface HologramStats {
  /** Draw calls of the newest picture. */
  readonly drawCalls: number
  /** Pictures drawn since the page was loaded. */
  readonly frames: number
  /** JavaScript time of the newest pictures, milliseconds, newest last; at most 600. */
  readonly jsMs: readonly number[]
}

const KEPT = 600

/** Counts pictures and the time that our own code takes for one; allocates nothing while drawing. */
export class FrameMeter {
  private readonly taken = new Float64Array(KEPT)
  private frames = 0
  private drawCalls = 0
  private began = 0

  begin(): void {
    this.began = performance.now()
  }

  end(drawCalls: number): void {
    this.taken[this.frames % KEPT] = performance.now() - this.began
    this.frames++
    this.drawCalls = drawCalls
  }

  stats(): HologramStats {
    const count = Math.min(this.frames, KEPT)
    const jsMs = Array.from({ length: count }, (_, i) => this.taken[(this.frames - count + i) % KEPT] ?? 0)
    return { drawCalls: this.drawCalls, frames: this.frames, jsMs }
  }
}

declare global {
  interface Window {
    /** Only with `?bench` in the address. */
    smarttopHologram?: { readonly stats: () => HologramStats }
  }
}

/** Shows the meter to the bench when the page was opened for it; returns what takes it away again. */
export function exposeMeter(meter: FrameMeter): () => void {
  if (!new URLSearchParams(window.location.search).has('bench')) return () => undefined
  window.smarttopHologram = { stats: () => meter.stats() }
  return () => {
    delete window.smarttopHologram
  }
}
