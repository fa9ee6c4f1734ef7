import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Pace } from '../../../src/renderer/hologram/scene/pace.ts'

/** A renderer that is done with its picture `takes` milliseconds after it was handed over. */
class SlowRenderer {
  readonly SYNC_GPU_COMMANDS_COMPLETE = 1
  readonly SYNC_STATUS = 2
  readonly UNSIGNALED = 3
  readonly SIGNALED = 4
  readonly takes: number
  handed = 0
  constructor(takes: number) {
    this.takes = takes
  }
  fenceSync(): object {
    this.handed = performance.now()
    return {}
  }
  getSyncParameter(): number | null {
    return performance.now() - this.handed < this.takes ? this.UNSIGNALED : this.SIGNALED
  }
  flush(): void {}
  deleteSync(): void {}
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Asks for a picture every 10 ms, as live telemetry and motion do, and counts those that were drawn. */
function draw(renderer: SlowRenderer, rest: number, milliseconds: number): number {
  let pictures = 0
  const gl = renderer as unknown as WebGL2RenderingContext
  const pace = new Pace(() => {
    pictures++
    pace.drawn(gl, rest)
  })
  for (let at = 0; at < milliseconds; at += 10) {
    pace.ask()
    vi.advanceTimersByTime(10)
  }
  pace.dispose()
  return pictures
}

describe('the pace of pictures drawn on the CPU', () => {
  test('the first picture after stillness comes at once', () => {
    expect(draw(new SlowRenderer(50), 3, 10)).toBe(1)
  })

  test('a slow renderer draws for a quarter of the time at most', () => {
    const pictures = draw(new SlowRenderer(50), 3, 10_000)
    expect(pictures * 50).toBeLessThanOrEqual(2500)
    expect(pictures).toBeGreaterThan(30)
  })

  test('a quick one flows, and a ring in the hand follows sooner', () => {
    expect(draw(new SlowRenderer(5), 3, 1000)).toBeGreaterThan(20)
    expect(draw(new SlowRenderer(50), 1, 1000)).toBeGreaterThan(draw(new SlowRenderer(50), 3, 1000))
  })

  test('a renderer that is kept waiting for seconds never keeps the picture waiting for many more', () => {
    expect(draw(new SlowRenderer(2000), 3, 20_000)).toBeGreaterThanOrEqual(8)
  })

  test('no picture is begun while the last one is still being drawn', () => {
    expect(draw(new SlowRenderer(60_000), 0, 30_000)).toBe(1)
  })

  test('what was asked for meanwhile is drawn once, and then nothing more', () => {
    let pictures = 0
    const gl = new SlowRenderer(40) as unknown as WebGL2RenderingContext
    const pace = new Pace(() => {
      pictures++
      pace.drawn(gl, 3)
    })
    for (let i = 0; i < 5; i++) pace.ask()
    vi.advanceTimersByTime(5000)
    expect(pictures).toBe(2)
  })
})
