import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../../state/kitchen.ts'
import { Row } from './row.tsx'

export function AboutSection() {
  const { t } = useTranslation()
  const version = useSnapshot((snapshot) => snapshot.version)
  return (
    <>
      <p className="settings-lead">{t('about.text')}</p>
      <Row label="SmartTop">
        <span className="num">{version}</span>
      </Row>
      <Row label={t('about.licence')}>
        <span>MIT</span>
      </Row>
    </>
  )
}
