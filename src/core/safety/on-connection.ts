import type { StoveDescription } from '../stove/stove.ts'
import { NO_LINK } from './link.ts'
import { cooled, storedNow, type StoredHeat } from './residual.ts'
import type { ResidualHeat } from './settings.ts'
import { anyOn, freshZone, type ZoneState } from './state.ts'
import { SUPERVISOR, type Work } from './work.ts'

/** The hotter of what was remembered and what the store knows (law 9). */
export function recallHeat(
  stored: StoredHeat | null,
  zone: ZoneState['zone'],
  residual: readonly ResidualHeat[],
  at: number,
): StoredHeat | null {
  const told = residual.find((entry) => entry.zone === zone.id)
  if (told === undefined) return stored
  const now = cooled(told.surface, at - told.at)
  if (stored !== null && storedNow(stored, at) >= now) return stored
  return { celsius: now, at, held: false, margin: 0, hot: true }
}

/** Laws 2, 7 and 12: a new connection begins with off, and with nothing wanted. */
export function onConnected(work: Work, stove: StoveDescription): void {
  const { state, at } = work
  const same = state.stove?.id === stove.id
  work.change({
    connected: true,
    stove,
    link: NO_LINK,
    sent: [],
    heatingSince: null,
    lastHeat: null,
    questions: [],
    zones: stove.zones.map((zone) => {
      const before = same ? state.zones.find((entry) => entry.zone.id === zone.id) : undefined
      return freshZone(zone, recallHeat(before?.stored ?? null, zone, state.settings.residual, at), at)
    }),
  })
  work.note('connected', null, SUPERVISOR, {
    stove: stove.id,
    firmware: stove.firmware,
    virtual: stove.virtual,
    lease: stove.leaseClass,
  })
  work.allOff(SUPERVISOR)
}

/** The driver has given up. Whatever was on is off for us too, and stays off until a hand comes (law 7). */
export function onLost(work: Work, reason: string): void {
  const { state, at } = work
  if (anyOn(state)) work.fault({ code: 'link-lost', zone: null, figures: {} })
  if (state.connected) work.note('lost', null, SUPERVISOR, { reason })
  work.change({
    connected: false,
    link: NO_LINK,
    sent: [],
    questions: [],
    zones: work.state.zones.map((zone) => ({
      ...freshZone(zone.zone, zone.stored, at),
      // The last reading stays to be shown as what it is: stale.
      reading: { ...zone.reading, problem: 'sensor-missing' as const },
      cooling: zone.cooling,
    })),
  })
}
