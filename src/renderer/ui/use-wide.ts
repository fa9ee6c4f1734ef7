import { useSyncExternalStore } from 'react'

/** The layout with three columns; the same line as in shell.css. */
const WIDE = '(min-width: 1600px) and (min-height: 860px)'

const list = typeof matchMedia === 'undefined' ? null : matchMedia(WIDE)

export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      list?.addEventListener('change', listener)
      return () => list?.removeEventListener('change', listener)
    },
    () => list?.matches ?? false,
  )
}
