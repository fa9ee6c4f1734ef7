import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../state/kitchen.ts'
import { useWallSeconds } from '../state/clock.ts'
import { Alert } from './alert.tsx'

/** The kitchen cannot be reached from this screen: nothing here is live any more. */
export function KitchenLost() {
  const { t } = useTranslation()
  return (
    <Alert tone="danger" icon="unplugged" title={t('link.lostTitle')}>
      <p>
        {t('link.lostWhat')} <strong>{t('link.lostDo')}</strong>
      </p>
    </Alert>
  )
}

/** The kitchen cannot reach the stove. It goes on trying for ever; the surface counts as hot. */
export function StoveLost() {
  const { t } = useTranslation()
  const connection = useSnapshot((snapshot) => snapshot.connection)
  const wall = useWallSeconds()
  if (connection.kind !== 'lost') return null
  const wait = Math.max(0, Math.ceil(connection.retryAtWall / 1000 - wall))
  return (
    <Alert tone="danger" icon="unplugged" title={t(`stove.${connection.code}.title`)}>
      <p>
        {t(`stove.${connection.code}.what`)} <strong>{t(`stove.${connection.code}.do`)}</strong>{' '}
        {connection.stove !== null && <strong>{t('stove.assumeHot')} </strong>}
        <span className="mute">{wait > 0 ? t('stove.retryIn', { count: wait }) : t('stove.retrying')}</span>
      </p>
    </Alert>
  )
}
