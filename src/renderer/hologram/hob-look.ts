import type { TelemetryFrame } from '#contract/telemetry.ts'
import type { ZoneId, ZoneTarget } from '#core/stove/stove.ts'
import { targetFraction } from './dial.ts'
import type { DialRange, HologramStove } from './props.ts'
import { ZoneLook } from './zone-look.ts'

/** A frame that the glass got longer ago than this is not live any more, whatever it says of itself. */
export const SILENT_MS = 1200

/** What the screens want to see, at human speed. */
export interface Wish {
  readonly targets: readonly ZoneTarget[]
  readonly selected: ZoneId | null
  readonly steps: ReadonlySet<ZoneId>
  readonly range: DialRange
}

/** A ring under a finger, or one whose new value the kitchen has not confirmed yet. */
interface Held {
  readonly zone: ZoneId
  readonly fraction: number
  readonly moving: boolean
  /** Where the kitchen's target stood when the ring was taken. */
  readonly from: number
}

/**
 * How the whole hob looks now. One mutable object outside React: telemetry tells it, pictures read it. It knows
 * whether anything visible changed, so that nobody draws for nothing.
 */
export class HobLook {
  readonly stove: HologramStove
  readonly zones: readonly ZoneLook[]
  private held: Held | null = null
  private wished: Wish | null = null
  private readonly listeners = new Set<() => void>()

  constructor(stove: HologramStove) {
    this.stove = stove
    this.zones = stove.zones.map(() => new ZoneLook(24))
  }

  /** Calls back when something visible has changed; returns its own unsubscribe. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /** `silent`: the frame is older than it may be; everything known in it becomes stale. */
  tell(frame: TelemetryFrame | null, wish: Wish, silent: boolean): void {
    let visible = false
    this.stove.zones.forEach((about, index) => {
      const reading = frame?.zones[index]
      const look = this.zones[index]
      if (look === undefined) return
      if (reading === undefined || frame === null) visible = look.lose() || visible
      else {
        const target = wish.targets[index] ?? { kind: 'off' }
        visible = look.tell(reading, frame.fieldSide, target, about, wish.range, silent) || visible
      }
    })
    if (visible) this.changed()
  }

  /** Takes a ring into the hand; lifted (`moving` false) it stays until the kitchen answers or `release`. */
  hold(zone: ZoneId, fraction: number, moving: boolean): void {
    this.held = {
      zone,
      fraction,
      moving,
      from: this.held?.zone === zone ? this.held.from : this.fractionOf(zone),
    }
    if (this.wished !== null) this.wish(this.wished)
  }

  release(): void {
    this.held = null
    if (this.wished !== null) this.wish(this.wished)
  }

  /** A finger turns a ring at this moment. */
  get inHand(): boolean {
    return this.held?.moving ?? false
  }

  /** Where the kitchen's target of a zone stands on its dial, 0 to 1. */
  fractionOf(zone: ZoneId): number {
    const target = this.wished?.targets[this.stove.zones.findIndex((each) => each.id === zone)]
    return target === undefined ? 0 : targetFraction(target, this.wished?.range)
  }

  wish(wish: Wish): void {
    this.wished = wish
    // The kitchen has spoken: what it says is what is shown.
    if (this.held !== null && !this.held.moving && this.fractionOf(this.held.zone) !== this.held.from)
      this.held = null
    let visible = false
    this.stove.zones.forEach((about, index) => {
      const target = wish.targets[index] ?? { kind: 'off' }
      const held = this.held?.zone === about.id ? this.held.fraction : null
      visible =
        this.zones[index]?.wish(
          target,
          held,
          wish.selected === about.id,
          wish.steps.has(about.id),
          wish.range,
        ) || visible
    })
    if (visible) this.changed()
  }

  /** Moves every motion on by `dt` milliseconds; true while anything still moves. */
  advance(dt: number): boolean {
    let moving = false
    for (const zone of this.zones) moving = zone.advance(dt) || moving
    return moving
  }

  settle(): void {
    for (const zone of this.zones) zone.settle()
  }

  private changed(): void {
    for (const listener of this.listeners) listener()
  }
}
