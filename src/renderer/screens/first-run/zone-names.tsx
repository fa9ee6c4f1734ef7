import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoveDescription } from '#core/stove/stove.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { send } from '../../state/send.ts'
import { Button } from '../../ui/button.tsx'
import { PLACES } from '../../zones/place-of-zone.ts'
import { HobMap } from './hob-map.tsx'

/** Touch a zone, say what it is called. The names are kept for this stove. */
export function ZoneNames({ stove }: { readonly stove: StoveDescription }) {
  const { t } = useTranslation()
  const zones = useSnapshot((snapshot) => snapshot.zones)
  const names = stove.zones.map(({ id }) => zones.find((zone) => zone.id === id)?.name ?? '')
  const [chosen, setChosen] = useState<number | null>(stove.zones[0]?.id ?? null)
  const [typed, setTyped] = useState('')
  const index = stove.zones.findIndex((zone) => zone.id === chosen)
  const rename = (name: string): void => {
    if (index < 0 || name.trim() === '') return
    const next = names.with(index, name.trim())
    setTyped('')
    void send((client) => client.settings.nameZones({ names: next }))
  }
  return (
    <div className="zone-names">
      <HobMap stove={stove} names={names} chosen={chosen} onChoose={setChosen} />
      <div className="zone-names-choices">
        {PLACES.map((place) => (
          <Button
            key={place}
            aria-pressed={names[index] === t(`place.${place}`)}
            onClick={() => rename(t(`place.${place}`))}
          >
            {t(`place.${place}`)}
          </Button>
        ))}
        <label className="field">
          <span className="small mute">{t('firstRun.ownName')}</span>
          <input
            type="text"
            value={typed}
            maxLength={40}
            placeholder={names[index] ?? ''}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => rename(typed)}
            onKeyDown={(event) => event.key === 'Enter' && rename(typed)}
          />
        </label>
      </div>
    </div>
  )
}
