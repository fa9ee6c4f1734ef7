import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../../state/kitchen.ts'
import { Icon } from '../../ui/icon.tsx'

/** Other screens: how they come in, and who is here. */
export function SharingSection() {
  const { t } = useTranslation()
  const pairing = useSnapshot((snapshot) => snapshot.pairing)
  const screens = useSnapshot((snapshot) => snapshot.screens)
  return (
    <>
      <p className="settings-lead">{t('sharing.text')}</p>
      {pairing === null ? (
        <p className="settings-note">{t('sharing.off')}</p>
      ) : (
        <div className="pairing-code">
          <div>
            <p className="mute">{t('sharing.open')}</p>
            {pairing.urls.map((url) => (
              <p key={url} className="pairing-url">
                {url}
              </p>
            ))}
          </div>
          <div>
            <p className="mute">{t('sharing.code')}</p>
            <output className="pairing-figure num">{pairing.code}</output>
          </div>
        </div>
      )}
      <h2 className="eyebrow">{t('sharing.screens')}</h2>
      <ul className="ports">
        {screens.map((screen, index) => (
          <li key={`${screen.id}-${String(index)}`} className="port">
            <Icon name={screen.role === 'display' ? 'hob' : 'people'} />
            <span className="setting-text">
              <span>{screen.role === 'display' ? t('sharing.display') : screen.name}</span>
              <span className="small mute">{t(`sharing.role.${screen.role}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
