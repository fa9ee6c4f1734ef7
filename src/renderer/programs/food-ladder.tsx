import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgramSection, ProgramSnapshot } from '#contract/program.ts'
import { degreesText, type TemperatureUnit } from '../format/temperature.ts'
import { place, type Scale } from './section-geometry.ts'

interface FoodLadderProps {
  readonly core: ProgramSnapshot['core']
  readonly goal: number | null
  readonly bands: ProgramSection['bands']
  readonly scale: Scale
  readonly unit: TemperatureUnit
}

/** What the middle would be called at each temperature, with where it is now, how sure that is, and where it shall be. */
export function FoodLadder({ core, goal, bands, scale, unit }: FoodLadderProps) {
  const { t } = useTranslation()
  if (bands.length === 0) return null
  const at = (celsius: number): string => `${(100 * place(scale, celsius)).toFixed(2)}%`
  const styled = (values: Readonly<Record<`--${string}`, string>>): CSSProperties => values
  const low = core === null ? 0 : core.celsius - 2 * core.deviation
  const high = core === null ? 0 : core.celsius + 2 * core.deviation
  return (
    <div className="ladder" aria-hidden="true">
      <ul className="ladder-bands">
        {bands.map(({ code, kind, from, to }) => (
          <li
            key={code}
            className="ladder-band"
            data-kind={kind}
            data-here={(core !== null && core.celsius >= from && core.celsius < to) || undefined}
            style={styled({ '--from': at(from), '--to': at(to) })}
          >
            <span className="ladder-degree num">{degreesText(from, unit)}</span>
            <span className="ladder-name">{t(`program.band.${code}`)}</span>
          </li>
        ))}
      </ul>
      {core !== null && (
        <>
          <span className="ladder-spread" style={styled({ '--from': at(low), '--to': at(high) })} />
          <span className="ladder-now" style={styled({ '--at': at(core.celsius) })} />
        </>
      )}
      {goal !== null && <span className="ladder-goal" style={styled({ '--at': at(goal) })} />}
    </div>
  )
}
