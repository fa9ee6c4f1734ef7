import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../state/kitchen.ts'
import { Icon } from '../ui/icon.tsx'
import { useSound } from './sounder.ts'
import './sound-state.css'

/** Says when an alarm could not be heard: the browser holds sound back, or the household switched it off. */
export function SoundState() {
  const { t } = useTranslation()
  const blocked = useSound((state) => state.blocked)
  const sounds = useSnapshot((snapshot) => snapshot.settings.sounds)
  if (!blocked && sounds) return null
  return (
    <span
      className="sound-state"
      role="img"
      aria-label={t(blocked ? 'sound.blocked' : 'sound.off')}
      title={t(blocked ? 'sound.blocked' : 'sound.off')}
    >
      <Icon name="mute" />
    </span>
  )
}
