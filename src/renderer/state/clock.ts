import { useSyncExternalStore } from 'react'
import type { Snapshot } from '#contract/snapshot.ts'
import { environment } from '../environment.ts'
import { useKitchen } from './kitchen.ts'

/** Monotonic milliseconds of this page; stands still in the deterministic mode. */
export const pageNow = (): number => (environment.frozen === null ? performance.now() : 0)

/**
 * The kitchen's clocks as this page reckons them: the snapshot's, moved on by the time since it came. The cook's
 * clock runs `speed` times faster. In the deterministic mode both stand where the snapshot says.
 */
export function kitchenClocks(
  snapshot: Snapshot,
  receivedAt: number,
  now: number,
): { wall: number; cook: number } {
  const elapsed = Math.max(0, now - receivedAt)
  return { wall: snapshot.wallNow + elapsed, cook: snapshot.cookNow + elapsed * snapshot.speed }
}

/** When a moment of the cook's clock comes on the kitchen's wall clock, and the other way round. */
export const wallOf = ({ wallNow, cookNow, speed }: Snapshot, cook: number): number =>
  wallNow + (cook - cookNow) / speed
export const cookOf = ({ wallNow, cookNow, speed }: Snapshot, wall: number): number =>
  cookNow + (wall - wallNow) * speed

const beats = new Set<() => void>()
let ticking: ReturnType<typeof setInterval> | undefined

function onBeat(listener: () => void): () => void {
  beats.add(listener)
  if (environment.frozen === null) {
    ticking ??= setInterval(() => {
      for (const beat of beats) beat()
    }, 250)
  }
  return () => {
    beats.delete(listener)
    if (beats.size === 0) {
      clearInterval(ticking)
      ticking = undefined
    }
  }
}

/** The kitchen's clocks in whole seconds: a component that reads them renders once a second and no more. */
export function useWallSeconds(): number {
  return useSyncExternalStore(onBeat, () => {
    const { snapshot, receivedAt } = useKitchen.getState()
    return snapshot === null ? 0 : Math.floor(kitchenClocks(snapshot, receivedAt, pageNow()).wall / 1000)
  })
}

export function useCookSeconds(): number {
  return useSyncExternalStore(onBeat, () => {
    const { snapshot, receivedAt } = useKitchen.getState()
    return snapshot === null ? 0 : Math.floor(kitchenClocks(snapshot, receivedAt, pageNow()).cook / 1000)
  })
}
