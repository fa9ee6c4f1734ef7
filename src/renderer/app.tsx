import { useEffect } from 'react'
import { lazy, Suspense } from 'react'
import { Guard } from './shell/guard.tsx'
import { Shell } from './shell/shell.tsx'
import { Waiting } from './shell/waiting.tsx'
import { useKitchen } from './state/kitchen.ts'
import { useAppearance } from './ui/appearance.ts'

const FirstRun = lazy(() =>
  import('./screens/first-run/first-run.tsx').then((m) => ({ default: m.FirstRun })),
)
const PairingScreen = lazy(() =>
  import('./screens/pairing/pairing.tsx').then((m) => ({ default: m.PairingScreen })),
)

export function App() {
  useAppearance()
  return (
    <Guard>
      <Suspense fallback={null}>
        <Screen />
      </Suspense>
    </Guard>
  )
}

function Screen() {
  const link = useKitchen((state) => state.link)
  const known = useKitchen((state) => state.snapshot !== null)
  const setUp = useKitchen((state) => state.snapshot?.settings.setUp ?? false)
  const remote = useKitchen((state) => state.snapshot?.role === 'remote')
  const screen =
    link === 'unpaired' ? 'pairing' : !known ? 'waiting' : !setUp && !remote ? 'first-run' : 'shell'
  useEffect(() => {
    document.documentElement.dataset['screen'] = screen
  }, [screen])
  switch (screen) {
    case 'pairing':
      return <PairingScreen />
    case 'waiting':
      return <Waiting />
    case 'first-run':
      return <FirstRun />
    case 'shell':
      return <Shell />
    default:
      return screen satisfies never
  }
}
