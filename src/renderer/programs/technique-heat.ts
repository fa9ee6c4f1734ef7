import type { TFunction } from 'i18next'
import { planProgram } from '#core/program/plan.ts'
import type { ZoneTarget } from '#core/stove/stove.ts'
import type { Technique } from '#core/technique/technique.ts'
import { degreesText, type TemperatureUnit } from '../format/temperature.ts'
import { targetText } from '../zones/target-text.ts'
import { usualChoices } from './usual-choices.ts'

/** A target and what it is the heat of: pan 180°, contents 80°, gentle simmer. */
export function heatText(target: ZoneTarget, unit: TemperatureUnit, t: TFunction): string {
  if (target.kind === 'temperature' || target.kind === 'liquid')
    return t(`technique.heat.${target.kind}`, { celsius: degreesText(target.celsius, unit) })
  return target.kind === 'off' ? t('technique.heat.off') : targetText(target, unit, t)
}

/** What a technique mostly asks of its zone, with its usual choices: its longest phase is seldom its first. */
export function usualHeat(technique: Technique): ZoneTarget {
  const planning = planProgram(technique, usualChoices(technique))
  if (planning.kind === 'refused') return { kind: 'off' }
  const heating = planning.plan.phases.filter(({ target }) => target.kind !== 'off')
  return (heating[1] ?? heating[0])?.target ?? { kind: 'off' }
}
