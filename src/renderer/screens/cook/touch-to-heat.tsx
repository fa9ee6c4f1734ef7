import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../../state/kitchen.ts'
import { heat } from '../../state/send.ts'
import { Button } from '../../ui/button.tsx'
import { targetText } from '../../zones/target-text.ts'

/** Law 6: the step wants a zone started or raised; a hand does it, here, for this zone and this target. */
export function TouchToHeat() {
  const { t } = useTranslation()
  const awaiting = useSnapshot((snapshot) => snapshot.cook?.awaitingTouch)
  const zones = useSnapshot((snapshot) => snapshot.zones)
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  if (awaiting === undefined || awaiting.length === 0) return null
  return (
    <div className="touch-to-heat">
      {awaiting.map(({ zone, target }) => {
        const figures = {
          zone: zones.find((each) => each.id === zone)?.name ?? '',
          target: targetText(target, unit, t),
        }
        return (
          <Button
            key={zone}
            tone="heat"
            big
            wide
            icon={remote ? 'question' : 'hand'}
            onClick={() => void heat(zone, target)}
          >
            {t(remote ? 'ask.heatZone' : 'cook.touchToHeat', figures)}
          </Button>
        )
      })}
    </div>
  )
}
