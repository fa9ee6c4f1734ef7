import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ProgramSnapshot } from '#contract/program.ts'
import { degrees, degreesText, differenceText, type TemperatureUnit } from '../format/temperature.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { Icon } from '../ui/icon.tsx'
import { Degrees } from '../ui/degrees.tsx'
import { FoodCut } from './food-cut.tsx'
import { FoodLadder } from './food-ladder.tsx'
import { scaleOf } from './section-geometry.ts'
import './food-section.css'

export type ShownFood = Pick<ProgramSnapshot, 'section' | 'food' | 'core' | 'goal'>

/** The food cut through: how warm it is from face to face, its middle as a numeral, and what the middle would be called. */
export function FoodSection({ program }: { readonly program: ShownFood }) {
  const { t, i18n } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const { section, core, goal, food } = program
  if (food === null && goal === null) return null
  const bands = section?.bands ?? []
  const scale = scaleOf(core?.celsius ?? null, goal, bands)
  return (
    <section className="food">
      <p className="unseen">{foodTold(program, unit, i18n.language, t)}</p>
      <div className="food-top" aria-hidden="true">
        <p className="food-core">
          <span className="food-figures">
            <span className="food-numeral">
              {core === null ? (
                <span className="num">––</span>
              ) : (
                <Degrees value={degrees(core.celsius, unit)} approximate={core.from === 'model'} />
              )}
            </span>
            {goal !== null && (
              <span className="food-goal">
                <Icon name="arrow" />
                {degreesText(goal, unit)}
              </span>
            )}
          </span>
          <span className="small mute">
            {core === null
              ? t('program.coreUnknown')
              : `${t('program.core')} · ± ${differenceText(core.deviation, unit, i18n.language)} ${t(`program.from.${core.from}`)}`}
          </span>
        </p>
        {section !== null && <FoodCut profile={section.celsius} {...{ food, goal, scale, unit }} />}
      </div>
      {section !== null && (
        <>
          <FoodLadder {...{ core, goal, bands, scale, unit }} />
          <p className="food-safety small" data-safe={section.pasteurised === true || undefined}>
            {t(`program.pasteurised.${pasteurised(section.pasteurised)}`)}
          </p>
        </>
      )}
    </section>
  )
}

const pasteurised = (is: boolean | null): 'yes' | 'no' | 'unknown' =>
  is === null ? 'unknown' : is ? 'yes' : 'no'

/** The section in words, for whoever hears it. */
export function foodTold(
  { section, core, goal }: ShownFood,
  unit: TemperatureUnit,
  language: string,
  t: TFunction,
): string {
  const edge = section === null ? null : Math.max(...section.celsius)
  return [
    core === null
      ? t('program.coreUnknown')
      : t(`program.coreTold.${core.from}`, {
          value: degreesText(core.celsius, unit),
          spread: differenceText(core.deviation, unit, language),
        }),
    edge === null ? '' : t('program.edgeTold', { value: degreesText(edge, unit) }),
    goal === null ? '' : t('program.goalTold', { value: degreesText(goal, unit) }),
    ...(section?.bands ?? []).map(({ code, from }) =>
      t('program.bandTold', { name: t(`program.band.${code}`), from: degreesText(from, unit) }),
    ),
  ]
    .filter((part) => part !== '')
    .join(' ')
}
