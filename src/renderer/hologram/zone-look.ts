import type { ZoneTelemetry } from '#contract/telemetry.ts'
import type { ZoneTarget } from '#core/stove/stove.ts'
import { OFF_BELOW, targetFraction, temperatureFraction } from './dial.ts'
import { HeatField, VISIBLE_KELVIN } from './heat-field.ts'
import type { DialRange, HologramZone } from './props.ts'
import { advance, type Spring, settle, spring } from './spring.ts'

const TOUCH_MS = 160
const SCENE_MS = 420
const HEAT_MS = 400

/** Change of a dial's reading that is worth a frame: half a degree of arc. */
const VISIBLE_FRACTION = 0.5 / 270

/**
 * How one zone looks now: every number that a shader reads. Told by telemetry and by the cook's finger, eased over
 * time, silent once everything has arrived.
 */
export class ZoneLook {
  field: HeatField
  /** 0 to 1 unless said otherwise. */
  readonly heat: Spring = spring(0)
  readonly stale: Spring = spring(0)
  /** Celsius; what the spilled light and the glass take their colour from. */
  readonly temperature: Spring = spring(20, 0.15)
  readonly reading: Spring = spring(0)
  readonly target: Spring = spring(0)
  readonly on: Spring = spring(0)
  readonly heating: Spring = spring(0)
  readonly pan: Spring = spring(0)
  readonly selected: Spring = spring(0)
  readonly pending: Spring = spring(0)
  readonly residual: Spring = spring(0)
  readonly stepMark: Spring = spring(0)

  constructor(side: number) {
    this.field = new HeatField(side)
  }

  /** Takes a reading over; true when something visible follows from it. */
  tell(
    zone: ZoneTelemetry,
    side: number,
    target: ZoneTarget,
    about: HologramZone,
    range: DialRange,
    silent: boolean,
  ): boolean {
    if (side !== this.field.side && side > 0) this.field = new HeatField(side)
    const unknown = zone.quality === 'unknown' || zone.surface === null
    let visible = false
    // Law 9: what is unknown keeps no heat colour; the field stays as it was until something is known again.
    if (!unknown && side > 0) visible = this.field.accept(zone.field, zone.surface)
    visible = aim(this.heat, unknown ? 0 : 1) || visible
    visible = aim(this.stale, silent || zone.quality === 'stale' ? 1 : 0) || visible
    visible = aim(this.pan, zone.pan === 'present' ? 1 : 0) || visible
    visible = aim(this.heating, (zone.power ?? 0) > 0 || zone.demand > 0 ? 1 : 0) || visible
    const off = target.kind === 'off'
    visible = aim(this.residual, off && zone.residual !== 'cool' ? 1 : 0) || visible
    const shown = unknown || zone.surface === null ? null : (zone.estimate ?? zone.surface)
    if (shown !== null) visible = aim(this.temperature, shown, VISIBLE_KELVIN) || visible
    const reading =
      target.kind === 'power'
        ? (zone.power ?? zone.demand) / Math.max(1, about.maxPower)
        : unknown || zone.surface === null
          ? 0
          : temperatureFraction(zone.surface, range)
    return aim(this.reading, Math.min(1, reading), VISIBLE_FRACTION) || visible
  }

  /** Nothing is known of this zone, not even whether it exists; true when something visible follows. */
  lose(): boolean {
    const visible = aim(this.heat, 0)
    return aim(this.heating, 0) || aim(this.reading, 0) || visible
  }

  /** What the cook set, or holds under a finger (`dragged`); true when something visible follows. */
  wish(
    target: ZoneTarget,
    dragged: number | null,
    selected: boolean,
    step: boolean,
    range: DialRange,
  ): boolean {
    const fraction = dragged ?? targetFraction(target, range)
    let visible = aim(this.target, fraction)
    // A finger leads: the knob follows it without lag.
    if (dragged !== null) settle(this.target)
    visible =
      aim(this.on, dragged === null ? (target.kind === 'off' ? 0 : 1) : Number(fraction >= OFF_BELOW)) ||
      visible
    visible = aim(this.pending, dragged === null ? 0 : 1) || visible
    visible = aim(this.stepMark, step ? 1 : 0) || visible
    return aim(this.selected, selected ? 1 : 0) || visible
  }

  advance(dt: number): boolean {
    let moving = this.field.advance(dt)
    moving = advance(this.heat, dt, HEAT_MS) || moving
    moving = advance(this.stale, dt, HEAT_MS) || moving
    moving = advance(this.temperature, dt, HEAT_MS) || moving
    moving = advance(this.reading, dt, HEAT_MS) || moving
    moving = advance(this.heating, dt, SCENE_MS) || moving
    moving = advance(this.pan, dt, SCENE_MS) || moving
    moving = advance(this.residual, dt, SCENE_MS) || moving
    moving = advance(this.target, dt, TOUCH_MS) || moving
    moving = advance(this.on, dt, TOUCH_MS) || moving
    moving = advance(this.pending, dt, TOUCH_MS) || moving
    moving = advance(this.selected, dt, TOUCH_MS) || moving
    return advance(this.stepMark, dt, TOUCH_MS) || moving
  }

  /** Jumps to the end of every motion. */
  settle(): void {
    this.field.settle()
    for (const s of [
      this.heat,
      this.stale,
      this.temperature,
      this.reading,
      this.heating,
      this.pan,
      this.residual,
      this.target,
      this.on,
      this.pending,
      this.selected,
      this.stepMark,
    ]) {
      settle(s)
    }
  }
}

function aim(s: Spring, goal: number, visible = 0): boolean {
  const moved = Math.abs(goal - s.goal)
  if (moved === 0 || moved < visible) return false
  s.goal = goal
  return true
}
