import i18next from 'i18next'
import { create } from 'zustand'
import type { Snapshot } from '#contract/snapshot.ts'
import type { KitchenClient, KitchenLink, LinkState } from '../bridge/kitchen-link.ts'
import { environment } from '../environment.ts'
import { withNamedZones } from '../zones/name-zones.ts'
import { receiveTelemetry } from './telemetry.ts'

/** What the kitchen last said, at human speed. */
export interface KitchenState {
  readonly link: LinkState['kind']
  readonly snapshot: Snapshot | null
  /** Page time (see clock.ts) at which the snapshot came. */
  readonly receivedAt: number
}

export const useKitchen = create<KitchenState>(() => ({ link: 'connecting', snapshot: null, receivedAt: 0 }))

let attached: KitchenLink | null = null

/** The commands. Only called by hands, long after the link was attached. */
export function kitchen(): KitchenClient {
  if (attached === null) throw new Error('no link attached')
  return attached.client
}

export function attachKitchen(link: KitchenLink): () => void {
  attached = link
  const leave = [
    link.onState(({ kind }) => useKitchen.setState({ link: kind })),
    link.onSnapshot((told) =>
      useKitchen.setState({
        snapshot: withNamedZones(told, i18next.getFixedT(told.settings.language)),
        receivedAt: environment.frozen === null ? performance.now() : 0,
      }),
    ),
    link.onTelemetry(receiveTelemetry),
  ]
  return () => {
    for (const off of leave) off()
    link.close()
  }
}

/** The snapshot, for components that are only mounted once there is one. */
export function useSnapshot<T>(select: (snapshot: Snapshot) => T): T {
  return useKitchen((state) => {
    if (state.snapshot === null) throw new Error('no snapshot yet')
    return select(state.snapshot)
  })
}
