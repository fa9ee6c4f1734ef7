import type { TFunction } from 'i18next'
import type { Snapshot } from '#contract/snapshot.ts'
import { placeOf } from './place-of-zone.ts'

/** A household that has not named its zones yet sees them by where they lie; no two by the same name. */
export function withNamedZones(snapshot: Snapshot, t: TFunction): Snapshot {
  const stove = 'stove' in snapshot.connection ? snapshot.connection.stove : null
  if (snapshot.zones.every((zone) => zone.name.trim() !== '')) return snapshot
  const taken = new Set(snapshot.zones.map((zone) => zone.name.trim()))
  const zones = snapshot.zones.map((zone) => {
    if (zone.name.trim() !== '') return zone
    const place = stove === null ? String(zone.id + 1) : t(`place.${placeOf(stove, zone.id)}`)
    let name = place
    for (let count = 2; taken.has(name); count++) name = `${place} ${count}`
    taken.add(name)
    return { ...zone, name }
  })
  return { ...snapshot, zones }
}
