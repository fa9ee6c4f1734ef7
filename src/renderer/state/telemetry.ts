import { useSyncExternalStore } from 'react'
import type { TelemetryFrame } from '#contract/telemetry.ts'
import { environment } from '../environment.ts'

/**
 * The newest telemetry frame, kept outside React: the hologram reads it each frame, numerals subscribe to one
 * rounded value each. Listeners are also called four times a second without frames, so that age shows by itself.
 */
export const telemetry: { frame: TelemetryFrame | null; receivedAt: number } = { frame: null, receivedAt: 0 }

const listeners = new Set<() => void>()
let ageing: ReturnType<typeof setInterval> | undefined

const now = (): number => (environment.frozen === null ? performance.now() : 0)

export function receiveTelemetry(frame: TelemetryFrame): void {
  if (telemetry.frame !== null && frame.at < telemetry.frame.at && telemetry.frame.at - frame.at < 5000)
    return
  telemetry.frame = frame
  telemetry.receivedAt = now()
  for (const listener of listeners) listener()
}

export function onTelemetry(listener: () => void): () => void {
  listeners.add(listener)
  if (environment.frozen === null) {
    ageing ??= setInterval(() => {
      for (const each of listeners) each()
    }, 250)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(ageing)
      ageing = undefined
    }
  }
}

/** Milliseconds since the newest frame came. */
export const frameAge = (): number => Math.max(0, now() - telemetry.receivedAt)

/** Age of a zone's reading now, in milliseconds: what it was when the frame was made, and the time since. */
export function readingAge(zone: number): number {
  const reading = telemetry.frame?.zones[zone]
  return reading === undefined ? Number.POSITIVE_INFINITY : reading.age + frameAge()
}

/** One value out of the telemetry. `select` must return a primitive: the component renders when it changes. */
export function useTelemetry<T extends string | number | boolean | null>(select: () => T): T {
  return useSyncExternalStore(onTelemetry, select)
}
