import { lazy, Suspense, useEffect } from 'react'
import { startSounder } from '../alarms/sounder.ts'
import { CookScreen } from '../screens/cook/cook-screen.tsx'
import { HobScreen } from '../screens/hob/hob-screen.tsx'
import { useKitchen } from '../state/kitchen.ts'
import { type ScreenName, useScreen } from '../state/screen.ts'
import { ScreenKeyboard } from '../ui/screen-keyboard.tsx'
import { useNarrow } from '../ui/use-wide.ts'
import { CleaningLock } from './cleaning-lock.tsx'
import { Dim } from './dim.tsx'
import { Notices } from './notices.tsx'
import { SafetyBar } from './safety-bar.tsx'
import { Stage } from './stage.tsx'
import { TopLine } from './top-line.tsx'
import { keepAwake } from './wake-lock.ts'
import { ZoneStrip } from './zone-strip.tsx'
import './shell.css'

const RecipesScreen = lazy(() =>
  import('../screens/recipes/recipes-screen.tsx').then((m) => ({ default: m.RecipesScreen })),
)
const HistoryScreen = lazy(() =>
  import('../screens/history/history-screen.tsx').then((m) => ({ default: m.HistoryScreen })),
)
const SettingsScreen = lazy(() =>
  import('../screens/settings/settings-screen.tsx').then((m) => ({ default: m.SettingsScreen })),
)

/** The frame around every screen: top line, safety bar, the screen, the strip of zones. STOP lies outside. */
export function Shell() {
  const screen = useScreen((state) => state.route.screen)
  const linked = useKitchen((state) => state.link === 'open')
  const cooking = useKitchen((state) => state.snapshot?.cook != null)
  useEffect(startSounder, [])
  useEffect(keepAwake, [])
  const narrow = useNarrow()
  const panel = useScreen((state) => state.zone !== null)
  const onStage = screen === 'hob' || (screen === 'cook' && cooking)
  return (
    <div className="shell" data-screen={screen} data-linked={linked} data-panel={panel || undefined}>
      <TopLine />
      <SafetyBar />
      <main className="main" data-stage={onStage || undefined}>
        {!narrow && <Stage awake={onStage} cooking={screen === 'cook'} />}
        <Suspense fallback={null}>
          <CurrentScreen screen={screen} />
        </Suspense>
      </main>
      <ZoneStrip />
      <Notices />
      <ScreenKeyboard />
      <CleaningLock />
      <Dim />
    </div>
  )
}

function CurrentScreen({ screen }: { readonly screen: ScreenName }) {
  switch (screen) {
    case 'hob':
      return <HobScreen />
    case 'cook':
      return <CookScreen />
    case 'recipes':
      return <RecipesScreen />
    case 'history':
      return <HistoryScreen />
    case 'settings':
      return <SettingsScreen />
    default:
      return screen satisfies never
  }
}
