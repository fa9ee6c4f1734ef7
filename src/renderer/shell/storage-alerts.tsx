import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../state/kitchen.ts'
import { Button } from '../ui/button.tsx'
import { Alert } from './alert.tsx'

/** Law 11: when nothing can be written down, off works and starting is refused; and why. */
export function StorageAlerts() {
  const { t } = useTranslation()
  const storage = useSnapshot((snapshot) => snapshot.storage)
  const log = useSnapshot((snapshot) => snapshot.safety.log)
  const [read, setRead] = useState(false)
  if (storage.kind === 'unwritable') {
    return (
      <Alert tone="danger" icon="warning" title={t(`storage.${storage.code}.title`)}>
        <p>
          {t('storage.refuses')} <strong>{t(`storage.${storage.code}.do`)}</strong>
        </p>
      </Alert>
    )
  }
  if (log === 'unwritable') {
    return (
      <Alert tone="danger" icon="warning" title={t('storage.failed.title')}>
        <p>
          {t('storage.refuses')} <strong>{t('storage.failed.do')}</strong>
        </p>
      </Alert>
    )
  }
  if (storage.kind !== 'replaced' || read) return null
  return (
    <Alert
      tone="note"
      icon="warning"
      title={t('storage.replaced.title')}
      actions={<Button onClick={() => setRead(true)}>{t('ui.understood')}</Button>}
    >
      <p className="storage-place">{t('storage.replaced.what', { place: storage.setAside })}</p>
    </Alert>
  )
}
