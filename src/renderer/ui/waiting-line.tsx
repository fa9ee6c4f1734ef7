import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

/** In place of an answer that has not come: wait, or ask again. */
export function WaitingLine({ failed, onRetry }: { readonly failed: boolean; readonly onRetry: () => void }) {
  const { t } = useTranslation()
  return failed ? (
    <p className="mute">
      {t('link.commandLost')} <Button onClick={onRetry}>{t('ui.retry')}</Button>
    </p>
  ) : (
    <p className="mute" role="status">
      {t('ui.loading')}
    </p>
  )
}
