import i18next from 'i18next'
import { useKitchen } from '../state/kitchen.ts'
import type { KitchenClient } from '../bridge/kitchen-link.ts'
import { stopAside } from './stop-aside.ts'
import { LINGER_MS, type StopPhase, stopPhase } from './stop-phase.ts'
import './stop.css'

/** The key that is STOP, on every screen, in every dialog and text field. */
export const STOP_KEY = 'End'
const RESEND_MS = 500

/**
 * STOP (law 1). Plain DOM in a root of its own, outside React: it is there before the screens are and stays when
 * they fail; `pointerdown` and not click; nothing is asked. It says what the kitchen confirms and nothing else.
 */
export function mountStop(root: HTMLElement, client: KitchenClient): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'stop'
  button.setAttribute('aria-keyshortcuts', STOP_KEY)
  const sign = document.createElement('span')
  sign.className = 'stop-sign'
  sign.setAttribute('aria-hidden', 'true')
  const word = document.createElement('span')
  word.className = 'stop-word'
  button.append(sign, word)
  const message = document.createElement('div')
  message.className = 'stop-message'
  message.setAttribute('role', 'status')
  message.setAttribute('aria-live', 'assertive')
  root.append(message, button)

  let pressedAt: number | null = null
  let taken = false
  let offSince: number | null = null
  let lastSent = 0
  let shown: StopPhase | null = null

  const send = (): void => {
    lastSent = performance.now()
    stopAside(useKitchen.getState().snapshot?.stopPort ?? null)
    client.stop({ zone: null }).then(
      (result) => {
        if (result.kind === 'done') taken = true
        render()
      },
      () => render(),
    )
  }
  const press = (): void => {
    pressedAt = performance.now()
    taken = false
    offSince = null
    send()
    render()
  }
  const render = (): void => {
    const { link, snapshot } = useKitchen.getState()
    const now = performance.now()
    const phase = stopPhase({ pressedAt, taken, offSince, now, linked: link === 'open', snapshot })
    // Not longer than it lasts: an "off" that came too early starts anew.
    if (phase === 'off') offSince ??= now
    else if (phase !== 'unreachable') offSince = null
    // A press that was answered is not said again: it would turn off what a hand has started since.
    if (phase === 'ready') pressedAt = null
    if (phase !== shown) {
      shown = phase
      root.dataset['phase'] = phase
      message.textContent = phase === 'ready' ? '' : i18next.t(`stop.${phase}`)
    }
  }
  const tick = (): void => {
    if (pressedAt === null) return
    const now = performance.now()
    const waiting = shown !== 'off'
    // Said again until it is confirmed: off is harmless to repeat.
    if (waiting && now - lastSent > RESEND_MS && now - pressedAt < LINGER_MS) send()
    if (now - pressedAt > LINGER_MS) pressedAt = null
    render()
  }
  const label = (): void => {
    word.textContent = i18next.t('stop.word')
    button.setAttribute('aria-label', i18next.t('stop.label'))
    shown = null
    render()
  }

  button.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    event.stopPropagation()
    press()
  })
  // A screen reader's press arrives as a click without a pointer.
  button.addEventListener('click', () => {
    if (pressedAt === null || performance.now() - pressedAt > 700) press()
  })
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== STOP_KEY || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (!event.repeat) press()
    },
    { capture: true },
  )
  button.addEventListener('contextmenu', (event) => event.preventDefault())

  useKitchen.subscribe(render)
  setInterval(tick, 200)
  if (i18next.isInitialized) label()
  i18next.on('initialized', label)
  i18next.on('languageChanged', label)
  return button
}
