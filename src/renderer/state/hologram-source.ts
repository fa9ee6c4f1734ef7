import type { TelemetryFrame } from '#contract/telemetry.ts'
import { STALE_MS } from '../zones/zone-face.ts'
import { useKitchen } from './kitchen.ts'
import { frameAge, onTelemetry, telemetry } from './telemetry.ts'

/** The frame as it would be had the kitchen known how old it has become here: nothing in it is live. */
export function staled(frame: TelemetryFrame): TelemetryFrame {
  return {
    ...frame,
    zones: frame.zones.map((zone) =>
      zone.quality === 'measured' ? { ...zone, quality: 'stale', rate: 0 } : { ...zone, rate: 0 },
    ),
  }
}

let memo: { of: TelemetryFrame | null; stale: boolean; shown: TelemetryFrame | null } = {
  of: null,
  stale: false,
  shown: null,
}

function current(): TelemetryFrame | null {
  const { frame } = telemetry
  const stale = useKitchen.getState().link !== 'open' || frameAge() > Math.max(STALE_MS, period())
  if (frame !== memo.of || stale !== memo.stale) {
    memo = { of: frame, stale, shown: frame !== null && stale ? staled(frame) : frame }
  }
  return memo.shown
}

/** The stove's own period between reports, where it is longer than a reading may be old. */
function period(): number {
  const connection = useKitchen.getState().snapshot?.connection
  return connection !== undefined && 'stove' in connection ? (connection.stove?.reportPeriod ?? 0) : 0
}

/** What the hologram draws: the newest frame, and the same frame once more as stale when no newer one came (law 9). */
export const hologramSource = {
  read: current,
  subscribe: (listener: () => void): (() => void) => {
    let last = current()
    const look = (): void => {
      const now = current()
      if (now === last) return
      last = now
      listener()
    }
    const leave = [onTelemetry(look), useKitchen.subscribe(look)]
    return () => {
      for (const off of leave) off()
    }
  },
}
