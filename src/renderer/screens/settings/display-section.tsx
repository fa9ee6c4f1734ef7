import { useTranslation } from 'react-i18next'
import { LANGUAGE_NAMES } from '../../i18n/languages.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { change } from './change.ts'
import { Row } from './row.tsx'

const DIM_STEPS = [0, 1, 2, 5, 10, 15, 30, 60, 120] as const

export function DisplaySection() {
  const { t } = useTranslation()
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const dimAt = DIM_STEPS.findLastIndex((minutes) => minutes <= settings.dimAfterMinutes)
  return (
    <>
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
      <Row label={t('settings.theme')}>
        <Segmented
          label={t('settings.theme')}
          value={settings.theme}
          options={[
            { value: 'dark', text: t('settings.dark') },
            { value: 'light', text: t('settings.light') },
            { value: 'auto', text: t('settings.auto') },
          ]}
          onChange={(theme) => change({ theme })}
        />
      </Row>
      <Row label={t('settings.textSize')}>
        <Segmented
          label={t('settings.textSize')}
          value={settings.textSize}
          options={[
            { value: 'normal', text: t('settings.normal') },
            { value: 'large', text: t('settings.large') },
            { value: 'huge', text: t('settings.huge') },
          ]}
          onChange={(textSize) => change({ textSize })}
        />
      </Row>
      <Row label={t('settings.dim')} hint={t('settings.dimHint')}>
        <Stepper
          label={t('settings.dim')}
          less={t('ui.less')}
          more={t('ui.more')}
          value={
            settings.dimAfterMinutes === 0
              ? t('settings.never')
              : t('settings.minutes', { count: settings.dimAfterMinutes })
          }
          min={dimAt <= 0}
          max={dimAt >= DIM_STEPS.length - 1}
          onStep={(direction) =>
            change({ dimAfterMinutes: DIM_STEPS[dimAt + direction] ?? settings.dimAfterMinutes })
          }
        />
      </Row>
      <Row label={t('settings.motion')} hint={t('settings.motionHint')}>
        <Toggle
          label={t('settings.motion')}
          on={settings.reducedMotion}
          onChange={(reducedMotion) => change({ reducedMotion })}
        />
      </Row>
    </>
  )
}
