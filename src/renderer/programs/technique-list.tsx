import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Technique } from '#core/technique/technique.ts'
import { spoken } from '../format/text.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { Icon } from '../ui/icon.tsx'
import { grouped } from './technique-groups.ts'
import { heatText, usualHeat } from './technique-heat.ts'

interface TechniqueListProps {
  readonly techniques: readonly Technique[]
  readonly onChoose: (technique: Technique) => void
}

/** Groups at the left, what is in one of them at the right: nothing to scroll with wet fingers. */
export function TechniqueList({ techniques, onChoose }: TechniqueListProps) {
  const { t, i18n } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const groups = grouped(techniques)
  const [chosen, setChosen] = useState(groups[0]?.group)
  const shown = groups.find(({ group }) => group === chosen) ?? groups[0]
  return (
    <div className="techniques">
      <div className="technique-groups" role="radiogroup" aria-label={t('technique.groups')}>
        {groups.map(({ group }) => (
          <label key={group} className="technique-group" data-on={group === shown?.group || undefined}>
            <input
              type="radio"
              name="technique-group"
              className="unseen"
              checked={group === shown?.group}
              onChange={() => setChosen(group)}
            />
            {t(`technique.group.${group}`)}
          </label>
        ))}
      </div>
      <ul className="technique-rows">
        {shown?.techniques.map((technique) => (
          <li key={technique.id}>
            <button type="button" className="technique-row" onClick={() => onChoose(technique)}>
              <span className="technique-name">{spoken(technique.title, i18n.language)}</span>
              <span className="technique-heat">{heatText(usualHeat(technique), unit, t)}</span>
              <span className="technique-about">{spoken(technique.about, i18n.language)}</span>
              <Icon name="forward" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
