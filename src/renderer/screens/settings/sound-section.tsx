import { useTranslation } from 'react-i18next'
import { LEAST_FAULT_VOLUME } from '../../alarms/alarm.ts'
import { play, useSound } from '../../alarms/sounder.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { Button } from '../../ui/button.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { change } from './change.ts'
import { Row } from './row.tsx'

export function SoundSection() {
  const { t } = useTranslation()
  const { sounds, volume } = useSnapshot((snapshot) => snapshot.settings)
  const blocked = useSound((state) => state.blocked)
  const percent = Math.round(volume * 100)
  return (
    <>
      {blocked && <p className="settings-note">{t('sound.blocked')}</p>}
      <Row label={t('settings.sounds')} hint={t('settings.soundsHint')}>
        <Toggle label={t('settings.sounds')} on={sounds} onChange={(on) => change({ sounds: on })} />
      </Row>
      <Row label={t('settings.volume')}>
        <Stepper
          label={t('settings.volume')}
          less={t('ui.less')}
          more={t('ui.more')}
          value={t('zone.percent', { value: percent })}
          min={percent <= 0}
          max={percent >= 100}
          disabled={!sounds}
          onStep={(direction) =>
            change({ volume: Math.min(100, Math.max(0, percent + direction * 10)) / 100 })
          }
        />
      </Row>
      <Row label={t('settings.tryOut')}>
        <Button icon="timer" onClick={() => play('timer', sounds ? volume : 0)}>
          {t('settings.tryTimer')}
        </Button>
        <Button
          icon="warning"
          onClick={() => play('fault', Math.max(LEAST_FAULT_VOLUME, sounds ? volume : 0))}
        >
          {t('settings.tryFault')}
        </Button>
      </Row>
    </>
  )
}
