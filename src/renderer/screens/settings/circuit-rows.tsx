import { useTranslation } from 'react-i18next'
import { boilingPoint } from '#core/heat/boiling.ts'
import { temperatureText } from '../../format/temperature.ts'
import { decimal } from '../../format/wall-time.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { Row } from './row.tsx'

/** Fuses that are sold, and mains that are found. */
const AMPERES = [6, 10, 13, 15, 16, 20, 25, 30, 32, 40, 50, 63] as const
const VOLTS = ['120', '208', '230', '240', '400'] as const
const ALTITUDE_STEP = 50

interface CircuitRowsProps {
  readonly amperes: number
  readonly volts: number
  readonly onChange: (change: { circuitAmperes?: number; circuitVolts?: number }) => void
}

export function CircuitRows({ amperes, volts, onChange }: CircuitRowsProps) {
  const { t, i18n } = useTranslation()
  const at = AMPERES.findLastIndex((each) => each <= amperes)
  return (
    <>
      <Row label={t('settings.amperes')} hint={t('settings.amperesHint')}>
        <Stepper
          label={t('settings.amperes')}
          less={t('ui.less')}
          more={t('ui.more')}
          value={`${amperes} A`}
          min={at <= 0}
          max={at >= AMPERES.length - 1}
          onStep={(direction) =>
            onChange({ circuitAmperes: AMPERES[Math.max(0, at) + direction] ?? amperes })
          }
        />
      </Row>
      <Row label={t('settings.volts')}>
        <Segmented
          label={t('settings.volts')}
          value={String(volts)}
          options={[...new Set([...VOLTS, String(volts)])].map((value) => ({ value, text: `${value} V` }))}
          onChange={(value) => onChange({ circuitVolts: Number(value) })}
        />
      </Row>
      <Row label={t('settings.circuitLimit')}>
        <strong className="setting-figure">{decimal((amperes * volts) / 1000, 1, i18n.language)} kW</strong>
      </Row>
    </>
  )
}

export function AltitudeRow({
  metres,
  onChange,
}: {
  readonly metres: number
  readonly onChange: (metres: number) => void
}) {
  const { t } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  return (
    <Row
      label={t('settings.altitude')}
      hint={t('settings.boilsAt', { temperature: temperatureText(boilingPoint(metres), unit) })}
    >
      <Stepper
        label={t('settings.altitude')}
        less={t('ui.less')}
        more={t('ui.more')}
        value={`${metres} m`}
        min={metres <= -430}
        max={metres >= 6000}
        onStep={(direction) =>
          onChange(
            Math.min(6000, Math.max(-430, (Math.round(metres / ALTITUDE_STEP) + direction) * ALTITUDE_STEP)),
          )
        }
      />
    </Row>
  )
}
