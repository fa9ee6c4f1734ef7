import type { StoveDescription } from '#core/stove/stove.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { HobMap } from '../first-run/hob-map.tsx'

interface ZoneChoiceProps {
  /** The pot or pan. */
  readonly title: string
  /** The most that the recipe may ask of its zone: what starting accepts. */
  readonly limit: string
  readonly stove: StoveDescription
  readonly chosen: number | null
  readonly onChoose: (zone: number) => void
}

/** Which zone a pot stands on, chosen on the hob itself, and how far it may heat there. */
export function ZoneChoice({ title, limit, stove, chosen, onChoose }: ZoneChoiceProps) {
  const places = useSnapshot((snapshot) => snapshot.zones)
  const names = stove.zones.map(({ id }) => places.find((zone) => zone.id === id)?.name ?? String(id + 1))
  const at = stove.zones.findIndex((zone) => zone.id === chosen)
  return (
    <div className="zone-choice" role="group" aria-label={title}>
      <div className="zone-choice-text">
        <span className="zone-choice-pot">{title}</span>
        <strong>{names[at] ?? '–'}</strong>
        <span className="zone-choice-limit">{limit}</span>
      </div>
      <HobMap small stove={stove} names={names} chosen={chosen} onChoose={onChoose} />
    </div>
  )
}
