import { useSyncExternalStore } from 'react'

/** The layout with three columns; the same line as in shell.css. */
const WIDE = '(min-width: 1600px) and (min-height: 860px)'

/** A telephone held upright: no hologram, one thing at a time; the same line as in the style sheets. */
const NARROW = '(max-width: 599px)'

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}

export const useWide = (): boolean => useMedia(WIDE)
export const useNarrow = (): boolean => useMedia(NARROW)
