import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../../state/kitchen.ts'
import { go, useScreen } from '../../state/screen.ts'
import { Button } from '../../ui/button.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { ZonePanel } from '../../zones/zone-panel.tsx'
import { CookFinish } from './cook-finish.tsx'
import { StepCard } from './step-card.tsx'
import { StepList } from './step-list.tsx'
import './cook-screen.css'

/** One step at a time, beside the hob that it belongs to. */
export function CookScreen() {
  const { t } = useTranslation()
  const wide = useWide()
  const status = useSnapshot((snapshot) => snapshot.cook?.status)
  const zone = useScreen((state) => state.zone)
  if (status === undefined || status === 'abandoned') {
    return (
      <section className="cook-empty">
        <h1>{t('cook.emptyTitle')}</h1>
        <p className="mute">{t('cook.emptyText')}</p>
        <Button tone="primary" big icon="recipes" onClick={() => go('recipes')}>
          {t('hob.chooseRecipe')}
        </Button>
      </section>
    )
  }
  const panel = zone === null ? null : <ZonePanel key={zone} zone={zone} />
  const card = status === 'finished' ? <CookFinish /> : <StepCard />
  return (
    <>
      <section className="side-left">{wide ? card : (panel ?? card)}</section>
      {wide && <aside className="side-right">{panel ?? <StepList />}</aside>}
    </>
  )
}
