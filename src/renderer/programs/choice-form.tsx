import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FOOD_KINDS, type Choices, type FoodKind } from '#core/program/choices.ts'
import { bandsOf } from '#core/program/goal.ts'
import type { Technique } from '#core/technique/technique.ts'
import { degreesText } from '../format/temperature.ts'
import { clockTime, decimal } from '../format/wall-time.ts'
import { useWallSeconds } from '../state/clock.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { Keypad } from '../ui/keypad.tsx'
import { Stepper } from '../ui/stepper.tsx'
import { type ChoiceRow, choiceRows, stepped } from './choice-rows.ts'
import { filledIn } from './filled-in.ts'
import './choice-form.css'

interface ChoiceFormProps {
  readonly technique: Technique
  readonly choices: Choices
  readonly onChange: (choices: Choices) => void
  /** While it runs the food is what it is. */
  readonly fixedFood?: boolean
}

/** Everything that may be chosen, each with big buttons; what a name says in one touch stands as a name. */
export function ChoiceForm({ technique, choices, onChange, fixedFood }: ChoiceFormProps) {
  const { t } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const [typing, setTyping] = useState<ChoiceRow['name'] | null>(null)
  const shown = filledIn(technique, choices)
  const rows = choiceRows(technique, choices, shown, unit).filter(
    ({ name }) => fixedFood !== true || !['thickness', 'diameter', 'start'].includes(name),
  )
  const typed = rows.find(({ name }) => name === typing)
  if (typed !== undefined) {
    return (
      <Keypad
        label={t(`technique.choice.${typed.name}`)}
        unit={typed.sign.trim()}
        min={Math.ceil(typed.min)}
        max={Math.floor(typed.max)}
        done={t('technique.take')}
        onCancel={() => setTyping(null)}
        onDone={(value) => {
          setTyping(null)
          onChange(typed.choose(value))
        }}
      />
    )
  }
  return (
    <div className="choices">
      {technique.choices.food !== 'none' && fixedFood !== true && (
        <FoodKinds technique={technique} choices={choices} onChange={onChange} />
      )}
      {rows.map((row) => (
        <div key={row.name} className="choice-block">
          <NumberRow row={row} onChange={onChange} onType={() => setTyping(row.name)} />
          {row.name === 'core' && (
            <DonenessNames technique={technique} choices={choices} onChange={onChange} />
          )}
        </div>
      ))}
      <ReadyAt choices={choices} onChange={onChange} />
    </div>
  )
}

function NumberRow(props: {
  readonly row: ChoiceRow
  readonly onChange: (choices: Choices) => void
  readonly onType: () => void
}) {
  const { row, onChange, onType } = props
  const { t, i18n } = useTranslation()
  const what = t(`technique.choice.${row.name}`)
  const number = Number.isInteger(row.value) ? String(row.value) : decimal(row.value, 1, i18n.language)
  return (
    <div className="choice">
      <span className="choice-name">{what}</span>
      <Stepper
        label={what}
        less={t('technique.less', { what })}
        more={t('technique.more', { what })}
        min={row.value <= row.min}
        max={row.value >= row.max}
        onStep={(direction) => onChange(row.choose(stepped(row, direction)))}
        value={
          <button
            type="button"
            className="choice-value num"
            aria-label={t('technique.typeFrom', { what, value: `${number}${row.sign}` })}
            onClick={onType}
          >
            {number}
            <span className="choice-sign">{row.sign}</span>
          </button>
        }
      />
    </div>
  )
}

function FoodKinds({ technique, choices, onChange }: Omit<ChoiceFormProps, 'fixedFood'>) {
  const { t } = useTranslation()
  const { food } = choices
  const choose = (kind: FoodKind): void => {
    const { core: _, doneness: __, ...rest } = choices
    onChange({
      ...rest,
      food: { shape: 'slab', thicknessMm: 30, startCelsius: 5, ...food, kind },
    })
  }
  return (
    <fieldset className="choice-names" aria-label={t('technique.choice.kind')}>
      {technique.choices.food === 'welcome' && (
        <Name
          on={food === undefined}
          text={t('technique.kind.none')}
          onChoose={() => {
            const { food: _, doneness: __, ...rest } = choices
            onChange(rest)
          }}
        />
      )}
      {FOOD_KINDS.map((kind) => (
        <Name
          key={kind}
          on={food?.kind === kind}
          text={t(`technique.kind.${kind}`)}
          onChoose={() => choose(kind)}
        />
      ))}
    </fieldset>
  )
}

/** The names that this food's middle has, each with its degrees. */
function DonenessNames({ technique, choices, onChange }: Omit<ChoiceFormProps, 'fixedFood'>) {
  const { t } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const range = technique.choices.core
  const bands = choices.food === undefined ? [] : bandsOf(choices.food.kind)
  const offered = bands.filter(({ from }) => range !== null && from >= range.least && from <= range.most)
  if (offered.length === 0) return null
  return (
    <fieldset className="choice-names" aria-label={t('technique.choice.core')}>
      {offered.map(({ code, from }) => (
        <Name
          key={code}
          on={filledIn(technique, choices).core === from}
          text={`${t(`program.band.${code}`)} ${degreesText(from, unit)}`}
          onChoose={() => onChange({ ...choices, core: from, doneness: undefined })}
        />
      ))}
    </fieldset>
  )
}

const QUARTER = 900_000
/** The first quarter that is worth naming lies so far ahead, ms. */
const SOONEST = 600_000

function ReadyAt({ choices, onChange }: Pick<ChoiceFormProps, 'choices' | 'onChange'>) {
  const { t, i18n } = useTranslation()
  const minutes = Math.floor(useWallSeconds() / 60) * 60_000
  const first = Math.ceil((minutes + SOONEST) / QUARTER) * QUARTER
  const times = [0, 1, 2, 3, 4, 5].map((quarter) => first + quarter * QUARTER)
  const own = choices.readyAt !== undefined && !times.includes(choices.readyAt) ? [choices.readyAt] : []
  const { readyAt, ...rest } = choices
  return (
    <fieldset className="choice-names" aria-label={t('technique.choice.readyAt')}>
      <legend className="choice-name">{t('technique.choice.readyAt')}</legend>
      <Name on={readyAt === undefined} text={t('technique.soon')} onChoose={() => onChange(rest)} />
      {[...own, ...times].map((time) => (
        <Name
          key={time}
          on={readyAt === time}
          text={clockTime(time, i18n.language)}
          onChoose={() => onChange({ ...rest, readyAt: time })}
        />
      ))}
    </fieldset>
  )
}

function Name({
  on,
  text,
  onChoose,
}: {
  readonly on: boolean
  readonly text: string
  readonly onChoose: () => void
}) {
  return (
    <button type="button" className="choice-chip" aria-pressed={on} onClick={onChoose}>
      {text}
    </button>
  )
}
