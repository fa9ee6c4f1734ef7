import { useTranslation } from 'react-i18next'
import { spoken } from '../format/text.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { selectZone } from '../state/screen.ts'
import { NextAction } from './program-foot.tsx'
import { ReadyLine } from './ready-line.tsx'
import './program-view.css'

/** Every technique under way beside the recipe, with the touch it waits for; pressing one opens its zone. */
export function ProgramsUnderWay() {
  const { i18n } = useTranslation()
  const programs = useSnapshot((snapshot) => snapshot.programs)
  const zones = useSnapshot((snapshot) => snapshot.zones)
  const own = programs.filter(({ ofCook }) => !ofCook)
  if (own.length === 0) return null
  return (
    <ul className="under-way">
      {own.map((program) => (
        <li key={program.zone}>
          <button type="button" className="under-way-open" onClick={() => selectZone(program.zone)}>
            <span className="under-way-title">{spoken(program.title, i18n.language)}</span>
            <span className="mute small">{zones.find(({ id }) => id === program.zone)?.name}</span>
            <ReadyLine program={program} />
          </button>
          {(program.awaitingTouch !== null || program.phase.done) && (
            <NextAction program={program} technique={null} />
          )}
        </li>
      ))}
    </ul>
  )
}
