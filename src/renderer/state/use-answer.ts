import { useCallback, useEffect, useState } from 'react'
import type { KitchenClient } from '../bridge/kitchen-link.ts'
import { kitchen, useKitchen } from './kitchen.ts'

export type Answer<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly value: T }

/**
 * Asks the kitchen once for something that is not in the snapshot; again when `key` changes, when `again` is called,
 * and when the kitchen comes back.
 */
export function useAnswer<T>(
  ask: (client: KitchenClient) => Promise<T>,
  key: string,
): { readonly answer: Answer<T>; readonly again: () => void } {
  const [answer, setAnswer] = useState<Answer<T>>({ kind: 'loading' })
  const [round, setRound] = useState(0)
  const linked = useKitchen((state) => state.link === 'open')
  useEffect(() => {
    let left = false
    ask(kitchen()).then(
      (value) => {
        if (!left) setAnswer({ kind: 'ready', value })
      },
      () => {
        if (!left) setAnswer({ kind: 'failed' })
      },
    )
    return () => {
      left = true
    }
    // `ask` is written in place by its caller: `key` says when it means something else.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, round, linked])
  const again = useCallback(() => setRound((before) => before + 1), [])
  return { answer, again }
}
