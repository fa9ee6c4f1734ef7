import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkZones, suggestZones } from '#core/recipe/assign.ts'
import { envelopeIn } from '#core/program/of-step.ts'
import { envelope, type ZonesByRole } from '#core/recipe/heat.ts'
import type { Recipe } from '#core/recipe/recipe.ts'
import { degreesText } from '../../format/temperature.ts'
import { spoken } from '../../format/text.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { useTechniques } from '../../state/techniques.ts'
import { go } from '../../state/screen.ts'
import { send } from '../../state/send.ts'
import { Button } from '../../ui/button.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { ZoneChoice } from './zone-choice.tsx'

interface StartCardProps {
  readonly recipe: Recipe
  readonly servings: number
  readonly onServings: (servings: number) => void
}

/** Half servings up to three, whole ones beyond. */
const stepped = (servings: number, direction: -1 | 1): number => {
  const step = servings + direction * 0.5 <= 3 && servings <= 3 ? 0.5 : 1
  return Math.min(24, Math.max(0.5, servings + direction * step))
}

/** Everything that is chosen before the first step; starting is the acceptance of the heat named here (law 6). */
export function StartCard({ recipe, servings, onServings }: StartCardProps) {
  const { t, i18n } = useTranslation()
  const connection = useSnapshot((snapshot) => snapshot.connection)
  const places = useSnapshot((snapshot) => snapshot.zones)
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  const busy = useSnapshot((snapshot) => snapshot.cook !== null && snapshot.cook.status !== 'finished')
  const stove = connection.kind === 'connected' ? connection.stove : null
  const [chosen, setChosen] = useState<ZonesByRole | null>(null)
  const suggested =
    stove === null
      ? null
      : suggestZones(
          recipe,
          stove.zones,
          places.map((zone) => zone.pan),
        )
  const zones = chosen ?? suggested ?? {}
  const fits = stove !== null && checkZones(recipe, zones, stove.zones).kind === 'ok'
  const techniques = useTechniques()
  const limits = techniques === null ? [] : envelope(recipe, zones, envelopeIn(techniques))
  const limitOf = (role: string): string => {
    const limit = limits.find((each) => each.zone === zones[role])
    const most = [
      limit !== undefined && limit.maxCelsius > 0 ? degreesText(limit.maxCelsius, unit) : null,
      limit !== undefined && limit.maxLiquid > 0 ? degreesText(limit.maxLiquid, unit) : null,
      limit !== undefined && limit.maxVigour > 0 ? t('start.boil') : null,
      limit !== undefined && limit.maxShare > 0
        ? t('zone.percent', { value: Math.round(limit.maxShare * 100) })
        : null,
    ].filter((each) => each !== null)
    return most.length === 0 ? t('start.byHand') : t('start.upTo', { limit: most.join(' / ') })
  }

  const choose = (role: string, zone: number): void => {
    // Whoever had that zone takes the one that is given up: nobody is left without.
    const holder = Object.keys(zones).find((each) => zones[each] === zone)
    const given = zones[role]
    setChosen({
      ...zones,
      [role]: zone,
      ...(holder !== undefined && holder !== role && given !== undefined ? { [holder]: given } : {}),
    })
  }
  const start = async (): Promise<void> => {
    if (await send((client) => client.cook.start({ recipe: recipe.id, servings, zones: { ...zones } })))
      go('cook')
  }
  const rehearse = async (): Promise<void> => {
    if (await send((client) => client.rehearsal.start({ recipe: recipe.id }))) go('cook')
  }

  return (
    <aside className="start card" aria-label={t('start.title')}>
      <div className="start-body scroll">
        <div className="start-row">
          <span>{t('start.servings')}</span>
          <Stepper
            label={t('start.servings')}
            less={t('ui.less')}
            more={t('ui.more')}
            value={servings.toLocaleString(i18n.language)}
            min={servings <= 0.5}
            max={servings >= 24}
            onStep={(direction) => onServings(stepped(servings, direction))}
          />
        </div>
        {stove !== null &&
          suggested !== null &&
          recipe.zones.map((role) => (
            <ZoneChoice
              key={role.id}
              title={spoken(role.name, i18n.language)}
              limit={limitOf(role.id)}
              stove={stove}
              chosen={zones[role.id] ?? null}
              onChoose={(zone) => choose(role.id, zone)}
            />
          ))}
        {stove === null && <p className="mute">{t('start.noStove')}</p>}
        {stove !== null && suggested === null && (
          <p className="mute">{t('start.tooFewZones', { count: recipe.zones.length })}</p>
        )}
        {suggested !== null && <p className="small mute">{t('start.envelopeText')}</p>}
      </div>
      {remote ? (
        <p className="small mute">{t('start.atTheStove')}</p>
      ) : (
        <div className="start-actions">
          <Button disabled={busy} onClick={() => void rehearse()}>
            {t('start.rehearse')}
          </Button>
          <Button tone="primary" big icon="play" disabled={!fits || busy} onClick={() => void start()}>
            {t(busy ? 'start.busy' : 'start.start')}
          </Button>
        </div>
      )}
    </aside>
  )
}
