import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { useHeldPress } from './use-held-press.ts'
import './stepper.css'

interface StepperProps {
  readonly label: string
  readonly less: string
  readonly more: string
  readonly value: ReactNode
  readonly onStep: (direction: -1 | 1) => void
  readonly min?: boolean
  readonly max?: boolean
  readonly disabled?: boolean
}

/** A value between two big buttons; holding one repeats it. */
export function Stepper({ label, less, more, value, onStep, min, max, disabled }: StepperProps) {
  const down = useHeldPress(() => onStep(-1))
  const up = useHeldPress(() => onStep(1))
  return (
    <div className="stepper" role="group" aria-label={label}>
      <Button icon="minus" aria-label={less} disabled={disabled || min} {...down} />
      <output className="stepper-value num">{value}</output>
      <Button icon="plus" aria-label={more} disabled={disabled || max} {...up} />
    </div>
  )
}
