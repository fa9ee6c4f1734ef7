import { useId } from 'react'
import './segmented.css'

interface SegmentedProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly text: string }[]
  readonly onChange: (value: T) => void
  readonly disabled?: boolean
}

/** One of a few, all in sight: native radio buttons, so that arrow keys and screen readers simply work. */
export function Segmented<T extends string>({
  label,
  value,
  options,
  onChange,
  disabled,
}: SegmentedProps<T>) {
  const name = useId()
  return (
    <fieldset className="segmented" disabled={disabled} aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className="segment" data-on={option.value === value || undefined}>
          <input
            type="radio"
            name={name}
            className="unseen"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.text}
        </label>
      ))}
    </fieldset>
  )
}
