import type { TFunction } from 'i18next'
import type { ZoneTarget } from '#core/stove/stove.ts'
import { degreesText, type TemperatureUnit } from '../format/temperature.ts'
import { vigourWord } from './vigour.ts'

/** What is set, in a few characters: 180°, 60 %, gentle simmer, off. */
export function targetText(target: ZoneTarget, unit: TemperatureUnit, t: TFunction): string {
  switch (target.kind) {
    case 'off':
      return t('zone.off')
    case 'power':
      return t('zone.percent', { value: Math.round(target.share * 100) })
    case 'simmer':
      return t(`zone.vigour.${vigourWord(target.vigour)}`)
    case 'temperature':
    case 'liquid':
      return degreesText(target.celsius, unit)
    default:
      return target satisfies never
  }
}
