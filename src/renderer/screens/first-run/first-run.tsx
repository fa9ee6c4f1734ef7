import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGE_NAMES } from '../../i18n/languages.ts'
import { SafetyBar } from '../../shell/safety-bar.tsx'
import { useSnapshot } from '../../state/kitchen.ts'
import { send } from '../../state/send.ts'
import { Button } from '../../ui/button.tsx'
import { ScreenKeyboard } from '../../ui/screen-keyboard.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { change } from '../settings/change.ts'
import { AltitudeRow, CircuitRows } from '../settings/circuit-rows.tsx'
import { Row } from '../settings/row.tsx'
import { ZoneNames } from './zone-names.tsx'
import '../settings/settings.css'
import './first-run.css'

const STEPS = ['language', 'circuit', 'altitude', 'zones'] as const
type Step = (typeof STEPS)[number]

/** Four short questions. Until they are answered nothing heats: the circuit is not known (law 10). */
export function FirstRun() {
  const { t } = useTranslation()
  const [index, setIndex] = useState(0)
  const step = STEPS[index] ?? 'language'
  const last = index === STEPS.length - 1
  const names = useSnapshot((snapshot) => snapshot.zones)
  const finish = async (): Promise<void> => {
    // Names that were only proposed are meant from here on: the history will show them.
    if (names.length > 0)
      await send((client) => client.settings.nameZones({ names: names.map((zone) => zone.name) }))
    change({ setUp: true })
  }
  const virtual = useSnapshot(
    (snapshot) => 'stove' in snapshot.connection && snapshot.connection.stove?.virtual === true,
  )
  return (
    <div className="first-run">
      <div>
        <p className="first-run-mark serif">SmartTop</p>
        <SafetyBar />
      </div>
      <main className="first-run-main scroll">
        <header>
          <p className="first-run-place">
            {t('firstRun.place', { step: index + 1, of: STEPS.length })}
            {virtual && <span className="top-label">{t('shell.virtual')}</span>}
          </p>
          <h1>{t(`firstRun.${step}.title`)}</h1>
          <p className="first-run-text">{t(`firstRun.${step}.text`)}</p>
        </header>
        <Question step={step} />
      </main>
      <footer className="first-run-foot">
        <Button big icon="back" disabled={index === 0} onClick={() => setIndex(index - 1)}>
          {t('ui.previous')}
        </Button>
        <Button
          big
          tone="primary"
          icon={last ? 'check' : 'forward'}
          onClick={() => (last ? void finish() : setIndex(index + 1))}
        >
          {t(last ? 'firstRun.done' : 'ui.next')}
        </Button>
      </footer>
      <ScreenKeyboard />
    </div>
  )
}

function Question({ step }: { readonly step: Step }): ReactNode {
  const { t } = useTranslation()
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const connection = useSnapshot((snapshot) => snapshot.connection)
  switch (step) {
    case 'language':
      return (
        <div>
          <Row label={t('settings.language')}>
            <Segmented
              label={t('settings.language')}
              value={settings.language}
              options={LANGUAGE_NAMES}
              onChange={(language) => change({ language })}
            />
          </Row>
          <Row label={t('settings.temperature')}>
            <Segmented
              label={t('settings.temperature')}
              value={settings.temperature}
              options={[
                { value: 'c', text: '°C' },
                { value: 'f', text: '°F' },
              ]}
              onChange={(temperature) => change({ temperature })}
            />
          </Row>
          <Row label={t('settings.mass')}>
            <Segmented
              label={t('settings.mass')}
              value={settings.mass}
              options={[
                { value: 'metric', text: t('settings.metric') },
                { value: 'imperial', text: t('settings.imperial') },
              ]}
              onChange={(mass) => change({ mass })}
            />
          </Row>
        </div>
      )
    case 'circuit':
      return (
        <div>
          <CircuitRows amperes={settings.circuitAmperes} volts={settings.circuitVolts} onChange={change} />
        </div>
      )
    case 'altitude':
      return (
        <div>
          <AltitudeRow
            metres={settings.altitudeMetres}
            onChange={(altitudeMetres) => change({ altitudeMetres })}
          />
          <div className="first-run-towns">
            {TOWNS.map(([town, metres]) => (
              <Button
                key={town}
                aria-pressed={settings.altitudeMetres === metres}
                onClick={() => change({ altitudeMetres: metres })}
              >
                {t(`firstRun.town.${town}`, { metres })}
              </Button>
            ))}
          </div>
        </div>
      )
    case 'zones': {
      const stove = 'stove' in connection ? connection.stove : null
      return stove === null ? (
        <p className="settings-note">{t('firstRun.noStove')}</p>
      ) : (
        <ZoneNames stove={stove} />
      )
    }
    default:
      return step satisfies never
  }
}

/** Heights above sea level to go by, in metres. */
const TOWNS = [
  ['sea', 0],
  ['munich', 520],
  ['madrid', 650],
  ['denver', 1600],
  ['mexico', 2250],
] as const
