import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../../state/kitchen.ts'
import { notify } from '../../state/screen.ts'
import { send } from '../../state/send.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'

/** Other screens: how they come in, who is here, and who was let in and may be sent away. */
export function SharingSection() {
  const { t } = useTranslation()
  const pairing = useSnapshot((snapshot) => snapshot.pairing)
  const screens = useSnapshot((snapshot) => snapshot.screens)
  const paired = useSnapshot((snapshot) => snapshot.paired) ?? []
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
      {paired.length > 0 && <h2 className="eyebrow">{t('sharing.paired')}</h2>}
      <ul className="ports">
        {paired.map(({ id, name, role }) => (
          <li key={id} className="port">
            <Icon name={role === 'display' ? 'hob' : 'people'} />
            <span className="setting-text">
              <span>{name}</span>
              <span className="small mute">{t(`sharing.role.${role}`)}</span>
            </span>
            <Button
              aria-label={t('sharing.removeNamed', { name })}
              onClick={() => {
                void send((client) => client.screen.remove({ id })).then((done) => {
                  if (done) notify(t('sharing.removed', { name }), 'plain')
                })
              }}
            >
              {t('sharing.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
