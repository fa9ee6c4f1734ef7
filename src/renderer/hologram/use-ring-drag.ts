import { type RefObject, useEffect, useRef } from 'react'
import { type Drag, turn } from './dial.ts'
import type { Framing } from './framing.ts'
import { angleFrom, hitAt } from './hit.ts'
import type { HologramStove } from './props.ts'

/** A finger that moved less than this has tapped. */
const TAP_PX = 8

export interface RingGestures {
  readonly stove: HologramStove
  readonly framing: Framing | null
  readonly draggable: boolean
  /** Where a zone's ring stands now, 0 to 1. */
  readonly fractionOf: (zone: number) => number
  readonly onPress: (zone: number) => void
  readonly onTurn: (zone: number, fraction: number, phase: 'moving' | 'done' | 'cancelled') => void
}

interface Finger {
  readonly pointer: number
  readonly zone: number
  readonly part: 'ring' | 'disc'
  readonly x: number
  readonly y: number
  drag: Drag
  turning: boolean
}

/**
 * Presses and turned rings from one finger at a time. A touch alone sets nothing: a ring moves only after the
 * finger has travelled, and then by as much as the finger turns.
 */
export function useRingDrag(host: RefObject<HTMLElement | null>, gestures: RingGestures): void {
  const latest = useRef(gestures)
  useEffect(() => {
    latest.current = gestures
  })
  useEffect(() => {
    const element = host.current
    if (element === null) return
    let finger: Finger | null = null

    const pixelOf = (event: PointerEvent): { x: number; y: number } => {
      const box = element.getBoundingClientRect()
      return { x: event.clientX - box.left, y: event.clientY - box.top }
    }
    const down = (event: PointerEvent): void => {
      const { framing, stove, fractionOf } = latest.current
      if (framing === null || finger !== null || event.button !== 0) return
      // Cards and bubbles over the glass keep their own touches.
      if (
        event.target instanceof Element &&
        event.target.closest('button, a, input, [data-own-touch]') !== null
      )
        return
      const pixel = pixelOf(event)
      const hit = hitAt(framing, stove, pixel)
      if (hit === null) return
      finger = {
        pointer: event.pointerId,
        zone: hit.zone,
        part: hit.part,
        ...pixel,
        drag: { angle: hit.angle, turned: fractionOf(hit.zone) },
        turning: false,
      }
      element.setPointerCapture(event.pointerId)
    }
    const move = (event: PointerEvent): void => {
      const { framing, stove, draggable, onTurn } = latest.current
      if (framing === null) return
      const pixel = pixelOf(event)
      if (finger === null) {
        if (event.pointerType === 'mouse') {
          const hit = hitAt(framing, stove, pixel)
          element.style.cursor = hit === null ? '' : hit.part === 'ring' && draggable ? 'grab' : 'pointer'
        }
        return
      }
      if (event.pointerId !== finger.pointer || finger.part !== 'ring' || !draggable) return
      if (!finger.turning && Math.hypot(pixel.x - finger.x, pixel.y - finger.y) < TAP_PX) return
      const angle = angleFrom(framing, stove, finger.zone, pixel)
      if (angle === null) return
      finger.turning = true
      finger.drag = turn(finger.drag, angle)
      element.style.cursor = 'grabbing'
      onTurn(finger.zone, finger.drag.turned, 'moving')
    }
    const end = (event: PointerEvent): void => {
      if (finger === null || event.pointerId !== finger.pointer) return
      const done = finger
      finger = null
      element.style.cursor = ''
      const { onPress, onTurn } = latest.current
      const pixel = pixelOf(event)
      const lifted = event.type === 'pointerup'
      if (done.turning) onTurn(done.zone, done.drag.turned, lifted ? 'done' : 'cancelled')
      else if (lifted && Math.hypot(pixel.x - done.x, pixel.y - done.y) < TAP_PX * 2) onPress(done.zone)
    }
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', end)
    element.addEventListener('pointercancel', end)
    element.addEventListener('lostpointercapture', end)
    return () => {
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', end)
      element.removeEventListener('pointercancel', end)
      element.removeEventListener('lostpointercapture', end)
    }
  }, [host])
}
