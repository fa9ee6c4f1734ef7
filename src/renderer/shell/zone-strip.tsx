import { useTranslation } from 'react-i18next'
import { useKitchen } from '../state/kitchen.ts'
import { ZoneCard } from '../zones/zone-card.tsx'

/** The zones along the foot of every screen, beside the place of STOP. */
export function ZoneStrip() {
  const { t } = useTranslation()
  const ids = useKitchen((state) => state.snapshot?.zones.map((zone) => zone.id).join(',') ?? '')
  const zones = ids === '' ? [] : ids.split(',').map(Number)
  return (
    <section className="strip" aria-label={t('shell.zones')}>
      {zones.map((zone) => (
        <ZoneCard key={zone} zone={zone} />
      ))}
    </section>
  )
}
