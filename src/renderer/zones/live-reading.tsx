import { useTranslation } from 'react-i18next'
import type { ZoneTarget } from '#core/stove/stove.ts'
import { degrees } from '../format/temperature.ts'
import { decimal } from '../format/wall-time.ts'
import { ZoneReading } from '../hologram/overlay/zone-reading.tsx'
import { useSnapshot } from '../state/kitchen.ts'
import { targetText } from './target-text.ts'
import { useZoneFace } from './use-zone-face.ts'
import type { ZoneFace } from './zone-face.ts'

interface LiveReadingProps {
  readonly zone: number
  /** What a finger on the ring would set; shown instead of the temperature while it turns. */
  readonly wished: ZoneTarget | null
}

/** Numeral and caption beside one zone of the hologram. */
export function LiveReading({ zone, wished }: LiveReadingProps) {
  const { t, i18n } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const face = useZoneFace(zone, unit)
  if (face === null) return null
  if (wished !== null) {
    const bare =
      wished.kind === 'temperature' ? String(degrees(wished.celsius, unit)) : targetText(wished, unit, t)
    return (
      <ZoneReading
        numeral={bare}
        unit={wished.kind === 'temperature' ? '°' : ''}
        caption={t('zone.set')}
        tone="heating"
      />
    )
  }
  const word = t(
    face.quality === 'stale' && face.state !== 'assume-hot'
      ? 'zone.quality.stale'
      : `zone.state.${face.state}`,
  )
  const moving = face.quality === 'measured' && face.target.kind !== 'off' && Math.abs(face.rate) >= 0.1
  const rate = decimal(Math.abs(face.rate) * (unit === 'f' ? 1.8 : 1), 1, i18n.language)
  return (
    <ZoneReading
      numeral={
        face.celsius === null
          ? '––'
          : `${face.quality === 'estimated' ? '~' : ''}${degrees(face.celsius, unit)}`
      }
      unit={face.celsius === null ? '' : '°'}
      caption={moving ? `${word} · ${face.rate > 0 ? '+' : '−'}${rate}°/s` : word}
      tone={toneOf(face)}
    />
  )
}

function toneOf(face: ZoneFace): 'plain' | 'heating' | 'doubt' | 'quiet' {
  if (face.quality === 'stale' || face.quality === 'unknown') return 'doubt'
  if (face.target.kind !== 'off') return 'heating'
  return face.state === 'off' ? 'quiet' : 'plain'
}
