import type { KitchenClient } from '../bridge/kitchen-link.ts'
import { isStopVisible } from './stop-visible.ts'

/** The kitchen wants a beat at least every 2 s. */
const PERIOD_MS = 1000
/** How soon a page that has just opened, or found the kitchen again, beats for the first time. */
const LOOK_MS = 200
/** A screen reader's press is a click without a pointer. */
const TOUCHES = ['pointerdown', 'keydown', 'click'] as const

/**
 * The display's proof of life (laws 8 and 13): once a second, only if a frame was really drawn since the last beat
 * and STOP can really be hit in it. A hung, hidden or covered page falls silent, and the heat goes off.
 */
export function startBeat(button: HTMLElement, client: KitchenClient, isDisplay: () => boolean): () => void {
  // Law 8: a page that opens by itself, after a crash, was touched by nobody.
  let touched = false
  let drawn = false
  let frame = 0
  let dueAt = 0

  const onTouch = (): void => {
    touched = true
  }
  const askForFrame = (): void => {
    frame = requestAnimationFrame(() => {
      drawn = true
    })
  }
  const beat = (): void => {
    if (!isDisplay() || !drawn || performance.now() < dueAt) return
    drawn = false
    askForFrame()
    if (!isStopVisible(button)) return
    const told = touched
    touched = false
    dueAt = performance.now() + PERIOD_MS
    client.beat({ touched: told }).catch(() => {
      // Not heard: the hand on the glass must not be forgotten, and the next look tries again.
      touched ||= told
      dueAt = 0
    })
  }

  for (const kind of TOUCHES) window.addEventListener(kind, onTouch, { capture: true, passive: true })
  askForFrame()
  const timer = setInterval(beat, LOOK_MS)
  return () => {
    clearInterval(timer)
    cancelAnimationFrame(frame)
    for (const kind of TOUCHES) window.removeEventListener(kind, onTouch, { capture: true })
  }
}
