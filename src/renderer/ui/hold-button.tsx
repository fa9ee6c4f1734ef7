import { useEffect, useRef, useState } from 'react'
import './hold-button.css'

const HOLD_MS = 1500

/** A button that must be held: by a finger, or by the space bar. A wiping cloth or a child's tap does nothing. */
export function HoldButton({ label, onHeld }: { readonly label: string; readonly onHeld: () => void }) {
  const [holding, setHolding] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const begin = (): void => {
    if (holding) return
    setHolding(true)
    timer.current = setTimeout(onHeld, HOLD_MS)
  }
  const end = (): void => {
    setHolding(false)
    clearTimeout(timer.current)
  }
  return (
    <button
      type="button"
      className="hold"
      data-holding={holding || undefined}
      onPointerDown={begin}
      onPointerUp={end}
      onPointerLeave={end}
      onPointerCancel={end}
      onKeyDown={(event) => {
        if (event.key === ' ' || event.key === 'Enter') begin()
      }}
      onKeyUp={end}
      onBlur={end}
    >
      <span>{label}</span>
    </button>
  )
}
