import { useTranslation } from 'react-i18next'
import { spoken } from '../../format/text.ts'
import { useKitchen, useSnapshot } from '../../state/kitchen.ts'
import { ProgramsUnderWay } from '../../programs/programs-under-way.tsx'
import { go, useScreen } from '../../state/screen.ts'
import { QuickTimers } from '../../timers/quick-timers.tsx'
import { Button } from '../../ui/button.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { ZonePanel } from '../../zones/zone-panel.tsx'
import { StoveNow } from './stove-now.tsx'
import './hob-screen.css'

/** The stove by itself: the hologram, and beside it the panel of the zone in hand. */
export function HobScreen() {
  const wide = useWide()
  const zone = useScreen((state) => state.zone)
  const panel = zone === null ? null : <ZonePanel key={zone} zone={zone} />
  return (
    <>
      <aside className="side-left">{wide || panel === null ? <Overview /> : panel}</aside>
      {wide && <aside className="side-right">{panel ?? <StoveNow />}</aside>}
    </>
  )
}

/** What a hand may want while no zone is in it: the dish under way or a recipe, and the timers. */
function Overview() {
  const { t, i18n } = useTranslation()
  // While there is no stove a recipe is for reading: nothing invites to cook.
  const linked = useKitchen((state) => state.link === 'open')
  const connected = useSnapshot((snapshot) => snapshot.connection.kind === 'connected')
  const ready = linked && connected
  const title = useSnapshot((snapshot) => snapshot.cook?.recipe.title)
  const programs = useSnapshot((snapshot) => snapshot.programs.some(({ ofCook }) => !ofCook))
  const step = useSnapshot((snapshot) =>
    snapshot.cook === null ? undefined : snapshot.cook.recipe.steps[snapshot.cook.stepIndex]?.title,
  )
  return (
    <div className="hob-overview card">
      {title === undefined && programs ? null : title === undefined ? (
        <div className="hob-lead">
          <h1>{t('hob.title')}</h1>
          <p className="mute">{t('hob.lead')}</p>
          <Button tone={ready ? 'primary' : 'plain'} icon="recipes" onClick={() => go('recipes')}>
            {t('hob.chooseRecipe')}
          </Button>
        </div>
      ) : (
        <div className="hob-lead">
          <p className="eyebrow">{t('hob.underWay')}</p>
          <h1>{spoken(title, i18n.language)}</h1>
          <p className="mute">{spoken(step, i18n.language)}</p>
          <Button tone="primary" icon="cook" onClick={() => go('cook')}>
            {t('hob.backToCook')}
          </Button>
        </div>
      )}
      <ProgramsUnderWay />
      <QuickTimers />
    </div>
  )
}
