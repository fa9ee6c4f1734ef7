import { useTranslation } from 'react-i18next'
import { spoken } from '../format/text.ts'
import { clockTime, decimal } from '../format/wall-time.ts'
import { useWallSeconds } from '../state/clock.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { go, SCREENS, useScreen } from '../state/screen.ts'
import { send } from '../state/send.ts'
import { Icon } from '../ui/icon.tsx'
import { SoundState } from '../alarms/sound-state.tsx'
import './top-line.css'

export function TopLine() {
  const { t, i18n } = useTranslation()
  const minutes = Math.floor(useWallSeconds() / 60)
  const screen = useScreen((state) => state.route.screen)
  const title = useSnapshot((snapshot) => snapshot.cook?.recipe.title)
  const servings = useSnapshot((snapshot) => snapshot.cook?.servings ?? 0)
  const cooking = title !== undefined
  return (
    <header className="top">
      <time className="top-clock num">{clockTime(minutes * 60_000, i18n.language)}</time>
      <nav className="top-nav" aria-label={t('shell.navigation')}>
        {SCREENS.map((name) => (
          <button
            key={name}
            type="button"
            className="top-tab"
            aria-current={name === screen ? 'page' : undefined}
            data-live={(name === 'cook' && cooking) || undefined}
            onClick={() => go(name)}
          >
            <Icon name={name} />
            <span>{t(`nav.${name}`)}</span>
          </button>
        ))}
      </nav>
      <p className="top-dish">
        {cooking && screen !== 'cook' && (
          <>
            <span className="top-dish-title">{spoken(title, i18n.language)}</span>
            <span className="mute"> · {t('cook.serves', { count: servings })}</span>
          </>
        )}
      </p>
      <div className="top-facts">
        <SoundState />
        <Labels />
        <Circuit />
      </div>
    </header>
  )
}

/** Law 9: what is not a real stove says so, on every screen. */
function Labels() {
  const { t } = useTranslation()
  const virtual = useSnapshot(
    (snapshot) => 'stove' in snapshot.connection && snapshot.connection.stove?.virtual === true,
  )
  const rehearsal = useSnapshot((snapshot) => snapshot.rehearsal)
  const speed = useSnapshot((snapshot) => snapshot.speed)
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  const times = speed === 1 ? '' : ` ${speed}×`
  return (
    <>
      {rehearsal && (
        <span className="top-label" data-kind="rehearsal">
          {t('shell.rehearsal') + times}
          {!remote && (
            <button type="button" onClick={() => void send((client) => client.rehearsal.end())}>
              {t('shell.endRehearsal')}
            </button>
          )}
        </span>
      )}
      {virtual && !rehearsal && <span className="top-label">{t('shell.virtual') + times}</span>}
      {remote && <span className="top-label">{t('shell.remote')}</span>}
    </>
  )
}

function Circuit() {
  const { t, i18n } = useTranslation()
  const used = useSnapshot((snapshot) => snapshot.safety.circuit.used)
  const limit = useSnapshot((snapshot) => snapshot.safety.circuit.limit)
  const shared = useSnapshot((snapshot) => snapshot.safety.circuit.shared)
  const kilo = (value: number): string => decimal(value / 1000, 1, i18n.language)
  return (
    <p className="top-circuit" data-shared={shared || undefined}>
      <span className="mute">{t(shared ? 'shell.circuitShared' : 'shell.circuit')}</span>{' '}
      <strong>{kilo(used)}</strong>{' '}
      <span className="mute">{t('shell.ofKilowatts', { limit: kilo(limit) })}</span>
    </p>
  )
}
