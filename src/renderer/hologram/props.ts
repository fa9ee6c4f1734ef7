import type { ReactNode } from 'react'
import type { TelemetryFrame } from '#contract/telemetry.ts'
import type { StoveDescription, ZoneDescription, ZoneId, ZoneTarget } from '#core/stove/stove.ts'
import type { Theme } from './palette.ts'
import type { Tier } from './tier.ts'

/** One zone as far as it is drawn; a `ZoneDescription` is one. Millimetres from the hob's centre, y to the back. */
export type HologramZone = Pick<ZoneDescription, 'id' | 'xMm' | 'yMm' | 'diameterMm' | 'maxPower'>

/** The hob as far as it is drawn; a `StoveDescription` is one. Must keep its identity while nothing changes. */
export type HologramStove = Pick<StoveDescription, 'widthMm' | 'depthMm'> & {
  readonly zones: readonly HologramZone[]
}

/** The newest telemetry frame, outside React: frames arrive at 10 Hz and must not render components. */
export interface TelemetrySource {
  readonly read: () => TelemetryFrame | null
  /** Calls back after each new frame; returns its own unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void
}

/** What stands beside one zone as DOM. Built by the screens (units, language), placed by the hologram. */
export interface ZoneOverlay {
  readonly zone: ZoneId
  /** Numeral and caption, usually a `<ZoneReading>`. */
  readonly reading?: ReactNode
  /** The running step's bubble, usually a `<StepBubble>`; gives the zone a bright leader line and a mark. */
  readonly step?: ReactNode
  /** A fault of this zone in one word: marked on the zone itself. */
  readonly danger?: string
}

/** Pixels of the container that cards, strips and bars cover; the stove and its labels stay inside the rest. */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/**
 * `ready` also comes again after a restored context. `lost` and `impossible`: the flat hob is shown meanwhile,
 * complete in function.
 */
type HologramStatus = 'ready' | 'lost' | 'impossible'

/** Temperatures at the two ends of every dial, in degrees Celsius. */
export interface DialRange {
  readonly minCelsius: number
  readonly maxCelsius: number
}

export interface HologramProps {
  readonly stove: HologramStove
  readonly telemetry: TelemetrySource
  /** One per zone of the stove, in its order: what the kitchen says, never what a finger wishes. */
  readonly targets: readonly ZoneTarget[]
  readonly selected: ZoneId | null
  readonly tier: Tier
  readonly theme: Theme
  readonly reducedMotion: boolean
  /** Any number: pictures become still and repeatable, all easing is skipped (test builds, screenshots). */
  readonly frozenTime?: number
  readonly overlays?: readonly ZoneOverlay[]
  readonly insets?: Insets
  /** Keep room for step bubbles, so that the camera stays where it is while bubbles come and go (Cook screen). */
  readonly stepRoom?: boolean
  /** False while locked or for a screen that may only look: rings do not drag; presses still arrive. */
  readonly draggable?: boolean
  /** False while another screen owns the whole glass: nothing is drawn, the canvas and its context stay. */
  readonly awake?: boolean
  readonly dial?: DialRange
  /** Kelvin between two isotherms; every fifth one is strong. 10 unless told. */
  readonly isothermStep?: number
  readonly onZonePress?: (zone: ZoneId) => void
  /**
   * A finger turns the ring: 0 (off) to 1 of the dial; see `targetAt` for its meaning as a target. `done` once, when
   * the finger lifts; a drag that the browser cancels ends with `cancelled` and must set nothing.
   */
  readonly onRingDrag?: (zone: ZoneId, fraction: number, phase: DragPhase) => void
  readonly onStatus?: (status: HologramStatus) => void
}

export type DragPhase = 'moving' | 'done' | 'cancelled'
