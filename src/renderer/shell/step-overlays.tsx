import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
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

/** What stands at each zone of the hologram: its reading, its fault, and the running step where it belongs. */
export function useStepOverlays(
  stove: StoveDescription,
  drag: Dragged | null,
  cooking: boolean,
): readonly ZoneOverlay[] {
  const cook = useSnapshot((snapshot) => snapshot.cook)
  const { t } = useTranslation()
  const faulted = useSnapshot(({ safety }) => safety.faults.map((fault) => fault.zone ?? '').join(','))
  const zones = cook === null || !cooking || cook.status === 'finished' ? '' : stepZones(cook).join(',')
  return useMemo(() => {
    const withStep = new Set(zones === '' ? [] : zones.split(',').map(Number))
    const withFault = new Set(faulted.split(','))
    return stove.zones.map(
      ({ id }): ZoneOverlay => ({
        zone: id,
        reading: <LiveReading zone={id} wished={drag?.zone === id ? drag.target : null} />,
        ...(withStep.has(id) ? { step: <StepOnZone zone={id} /> } : {}),
        ...(withFault.has(String(id)) ? { danger: t('zone.state.fault') } : {}),
      }),
    )
  }, [stove, drag, zones, faulted, t])
}
