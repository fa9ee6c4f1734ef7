import { useId } from 'react'
import type { StoveDescription } from '#core/stove/stove.ts'
import { useSnapshot } from '../../state/kitchen.ts'

interface ZoneChoiceProps {
  readonly title: string
  readonly stove: StoveDescription
  readonly chosen: number | null
  readonly onChoose: (zone: number) => void
}

/** Which zone a pot stands on: the zones as they lie, back row first. */
export function ZoneChoice({ title, stove, chosen, onChoose }: ZoneChoiceProps) {
  const name = useId()
  const places = useSnapshot((snapshot) => snapshot.zones)
  const rows = stove.zones.toSorted((a, b) => Math.sign(b.yMm - a.yMm) * (Math.abs(b.yMm - a.yMm) > 40 ? 1 : 0) || a.xMm - b.xMm)
  return (
    <fieldset className="zone-choice">
      <legend className="eyebrow">{title}</legend>
      {rows.map(({ id }) => (
        <label key={id} className="zone-choice-zone" data-on={chosen === id || undefined}>
          <input type="radio" className="unseen" name={name} checked={chosen === id} onChange={() => onChoose(id)} />
          {places.find((zone) => zone.id === id)?.name ?? id + 1}
        </label>
      ))}
    </fieldset>
  )
}
