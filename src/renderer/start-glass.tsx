import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import type { KitchenLink } from './bridge/kitchen-link.ts'
import { startI18n } from './i18n/start-i18n.ts'
import { attachKitchen, useKitchen } from './state/kitchen.ts'
import { followPast } from './state/past.ts'
import { followAddress } from './state/screen.ts'
import { startBeat } from './stop/beat.ts'
import { mountStop } from './stop/stop.ts'

function place(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`the page has no #${id}`)
  return element
}

/** Brings the glass up over one link: STOP first, then the screens. */
export function startGlass(link: KitchenLink): void {
  startI18n()
  const stop = mountStop(place('stop-root'), link.client)
  attachKitchen(link)
  followPast()
  followAddress()
  startBeat(stop, link.client, () => (useKitchen.getState().snapshot?.role ?? 'display') === 'display')
  createRoot(place('root')).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
