import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../../state/kitchen.ts'
import { go, useScreen } from '../../state/screen.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { AboutSection } from './about-section.tsx'
import { BackupSection } from './backup-section.tsx'
import { DisplaySection } from './display-section.tsx'
import { SafetySection } from './safety-section.tsx'
import { SharingSection } from './sharing-section.tsx'
import { SoundSection } from './sound-section.tsx'
import { StoveSection } from './stove-section.tsx'
import './settings.css'

const SECTIONS = ['display', 'sound', 'stove', 'safety', 'sharing', 'backup', 'about'] as const
type Section = (typeof SECTIONS)[number]

const ICONS: Readonly<Record<Section, IconName>> = {
  display: 'settings',
  sound: 'sound',
  stove: 'hob',
  safety: 'lock',
  sharing: 'people',
  backup: 'download',
  about: 'question',
}

export function SettingsScreen() {
  const { t } = useTranslation()
  const item = useScreen((state) => state.route.item)
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  const section = SECTIONS.find((each) => each === item) ?? 'display'
  return (
    <section className="page settings" aria-label={t('nav.settings')}>
      <nav className="settings-nav" aria-label={t('settings.sections')}>
        {SECTIONS.map((each) => (
          <button
            key={each}
            type="button"
            className="settings-tab"
            aria-current={each === section || undefined}
            onClick={() => go('settings', each)}
          >
            <Icon name={ICONS[each]} />
            <span>{t(`settings.section.${each}`)}</span>
          </button>
        ))}
      </nav>
      <div className="settings-body card scroll" tabIndex={0}>
        <h1>{t(`settings.section.${section}`)}</h1>
        {remote && <p className="settings-note">{t('settings.atTheStove')}</p>}
        {/* A screen that may only ask sees the settings and changes none. */}
        <fieldset className="settings-fields" disabled={remote}>
          <Shown section={section} />
        </fieldset>
      </div>
    </section>
  )
}

function Shown({ section }: { readonly section: Section }) {
  switch (section) {
    case 'display':
      return <DisplaySection />
    case 'sound':
      return <SoundSection />
    case 'stove':
      return <StoveSection />
    case 'safety':
      return <SafetySection />
    case 'sharing':
      return <SharingSection />
    case 'backup':
      return <BackupSection />
    case 'about':
      return <AboutSection />
    default:
      return section satisfies never
  }
}
