import { useEffect, useSyncExternalStore } from 'react'
import { environment } from '../environment.ts'
import { useKitchen } from '../state/kitchen.ts'

const matches = (query: string) => {
  const list = typeof matchMedia === 'undefined' ? null : matchMedia(query)
  return {
    subscribe: (listener: () => void) => {
      list?.addEventListener('change', listener)
      return () => list?.removeEventListener('change', listener)
    },
    read: () => list?.matches ?? false,
  }
}
const daylight = matches('(prefers-color-scheme: light)')
const stillness = matches('(prefers-reduced-motion: reduce)')

export function useTheme(): 'dark' | 'light' {
  const theme = useKitchen((state) => state.snapshot?.settings.theme ?? 'dark')
  const light = useSyncExternalStore(daylight.subscribe, daylight.read)
  return theme === 'auto' ? (light ? 'light' : 'dark') : theme
}

export function useReducedMotion(): boolean {
  const chosen = useKitchen((state) => state.snapshot?.settings.reducedMotion ?? false)
  const wished = useSyncExternalStore(stillness.subscribe, stillness.read)
  return chosen || wished || environment.frozen !== null
}

/** Puts theme, size of text and motion where the style sheets find them. */
export function useAppearance(): void {
  const theme = useTheme()
  const still = useReducedMotion()
  const text = useKitchen((state) => state.snapshot?.settings.textSize ?? 'normal')
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['theme'] = theme
    dataset['text'] = text
    dataset['motion'] = still ? 'reduced' : 'full'
  }, [theme, text, still])
}
