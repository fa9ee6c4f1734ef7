import { type PointerEvent, useEffect, useRef } from 'react'

const FIRST_MS = 450
const NEXT_MS = 110

interface HeldPress {
  onPointerDown: (event: PointerEvent) => void
  onPointerUp: () => void
  onPointerLeave: () => void
  onPointerCancel: () => void
  onClick: () => void
}

/** A press that repeats while it is held. The first step comes on touch; a keyboard's press comes as a click. */
export function useHeldPress(step: () => void): HeldPress {
  const latest = useRef(step)
  useEffect(() => {
    latest.current = step
  })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const byPointer = useRef(false)
  const end = (): void => clearTimeout(timer.current)
  useEffect(() => end, [])
  const repeat = (): void => {
    latest.current()
    timer.current = setTimeout(repeat, NEXT_MS)
  }
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return
      byPointer.current = true
      latest.current()
      end()
      timer.current = setTimeout(repeat, FIRST_MS)
    },
    onPointerUp: end,
    onPointerLeave: end,
    onPointerCancel: end,
    onClick: () => {
      if (byPointer.current) {
        byPointer.current = false
        return
      }
      latest.current()
    },
  }
}
