import { useMemo } from 'react'
import type { StoveDescription, ZoneTarget } from '#core/stove/stove.ts'
import type { ZoneOverlay } from '../hologram/props.ts'
import { stepZones } from '../screens/cook/step-zones.ts'
import { StepOnZone } from '../screens/cook/step-on-zone.tsx'
import { useSnapshot } from '../state/kitchen.ts'
import { LiveReading } from '../zones/live-reading.tsx'

interface Dragged {
  readonly zone: number
  readonly target: ZoneTarget
}

/** What stands beside each zone of the hologram: its reading, and the running step on the zone it belongs to. */
export function useStepOverlays(
  stove: StoveDescription,
  drag: Dragged | null,
  cooking: boolean,
): readonly ZoneOverlay[] {
  const cook = useSnapshot((snapshot) => snapshot.cook)
  const zones = cook === null || !cooking || cook.status === 'finished' ? '' : stepZones(cook).join(',')
  return useMemo(() => {
    const withStep = new Set(zones === '' ? [] : zones.split(',').map(Number))
    return stove.zones.map(({ id }): ZoneOverlay => {
      const reading = <LiveReading zone={id} wished={drag?.zone === id ? drag.target : null} />
      return withStep.has(id) ? { zone: id, reading, step: <StepOnZone zone={id} /> } : { zone: id, reading }
    })
  }, [stove, drag, zones])
}
