import { useTranslation } from 'react-i18next'
import { startCleaning } from '../../shell/cleaning-lock.tsx'
import { useSnapshot } from '../../state/kitchen.ts'
import { send } from '../../state/send.ts'
import { STOP_KEY } from '../../stop/stop.ts'
import { Button } from '../../ui/button.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { change } from './change.ts'
import { AltitudeRow, CircuitRows } from './circuit-rows.tsx'
import { Row } from './row.tsx'

export function SafetySection() {
  const { t } = useTranslation()
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const storage = useSnapshot((snapshot) => snapshot.storage)
  const log = useSnapshot((snapshot) => snapshot.safety.log)
  const leaseClass = useSnapshot((snapshot) =>
    'stove' in snapshot.connection ? snapshot.connection.stove?.leaseClass : undefined,
  )
  return (
    <>
      <Row label={t('settings.lockNow')} hint={t('settings.lockHint')}>
        <Button icon="hand" onClick={() => void startCleaning()}>
          {t('settings.clean')}
        </Button>
        <Button icon="lock" onClick={() => void send((client) => client.lock({ locked: true }))}>
          {t('settings.lock')}
        </Button>
      </Row>
      <CircuitRows amperes={settings.circuitAmperes} volts={settings.circuitVolts} onChange={change} />
      <AltitudeRow
        metres={settings.altitudeMetres}
        onChange={(altitudeMetres) => change({ altitudeMetres })}
      />
      <Row
        label={t('settings.cutOff')}
        hint={t(leaseClass === 'C' ? 'settings.cutOffNeeded' : 'settings.cutOffHint')}
      >
        <Toggle
          label={t('settings.cutOff')}
          on={settings.externalCutOff}
          onChange={(externalCutOff) => change({ externalCutOff })}
        />
      </Row>
      <Row label={t('settings.log')} hint={t('settings.logHint')}>
        <span className="setting-state" data-kind={log === 'ok' ? 'connected' : 'lost'}>
          {t(`settings.logState.${log}`)}
        </span>
      </Row>
      <Row label={t('settings.storage')}>
        <span className="setting-state" data-kind={storage.kind === 'unwritable' ? 'lost' : 'connected'}>
          {t(`settings.storageState.${storage.kind}`)}
        </span>
      </Row>
      <Row label={t('settings.stopKey')} hint={t('settings.stopKeyHint')}>
        <kbd>{STOP_KEY}</kbd>
      </Row>
    </>
  )
}
