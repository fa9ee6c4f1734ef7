import { create } from 'zustand'

export const SCREENS = ['hob', 'cook', 'recipes', 'history', 'settings'] as const
export type ScreenName = (typeof SCREENS)[number]

export interface Route {
  readonly screen: ScreenName
  /** Recipe, session or settings section, where the screen has one. */
  readonly item: string | null
}

/** `#/recipes/onion-soup`. Anything else is the hob. */
export function parseRoute(hash: string): Route {
  const [, name, item] = hash.replace(/^#/, '').split('/')
  const screen = SCREENS.find((each) => each === name) ?? 'hob'
  return { screen, item: item === undefined || item === '' ? null : decodeURIComponent(item) }
}

export interface Notice {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'refused'
}

/** What belongs to this screen alone. */
export interface ScreenState {
  readonly route: Route
  /** Zone whose panel is open. */
  readonly zone: number | null
  readonly notices: readonly Notice[]
  /** Page time at which the cleaning lock ends; null when it is not on. */
  readonly cleaningUntil: number | null
}

export const useScreen = create<ScreenState>(() => ({
  route: parseRoute(typeof location === 'undefined' ? '' : location.hash),
  zone: null,
  notices: [],
  cleaningUntil: null,
}))

export function go(screen: ScreenName, item: string | null = null): void {
  const hash = `#/${screen}${item === null ? '' : `/${encodeURIComponent(item)}`}`
  if (location.hash !== hash) location.hash = hash
  // The zone in hand is laid down on the way to another screen.
  const { route, zone } = useScreen.getState()
  useScreen.setState({ route: { screen, item }, zone: route.screen === screen ? zone : null })
}

export function followAddress(): () => void {
  const follow = (): void => useScreen.setState({ route: parseRoute(location.hash) })
  window.addEventListener('hashchange', follow)
  return () => window.removeEventListener('hashchange', follow)
}

export function selectZone(zone: number | null): void {
  useScreen.setState({ zone })
}

let lastNotice = 0
const NOTICE_MS = 6000

export function notify(text: string, tone: Notice['tone']): void {
  const id = ++lastNotice
  useScreen.setState((state) => ({ notices: [...state.notices.slice(-2), { id, text, tone }] }))
  setTimeout(() => dismissNotice(id), NOTICE_MS)
}

export function dismissNotice(id: number): void {
  useScreen.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }))
}
