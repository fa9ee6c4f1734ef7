import type { StoveDescription, StoveReport, ZoneReading } from '#core/stove/stove.ts'
import { celsius, milliseconds, watts } from '#core/units/quantities.ts'
import { KitchenRig, type Device, type Heard } from './kitchen-rig.ts'
import { describeStove } from './toy-stove.ts'

/** A hotplate of a laboratory as its driver would describe it: 1 kW, to 360 °C, 20 s of its own watchdog. */
export function describePlate(change: Partial<StoveDescription> = {}): StoveDescription {
  const [zone] = describeStove({}, 1).zones
  if (zone === undefined) throw new Error('no zone')
  return describeStove({
    id: 'plate-1',
    leaseClass: 'B',
    lease: milliseconds(20_000),
    reportPeriod: milliseconds(500),
    panDetection: false,
    zones: [{ ...zone, maxPower: watts(1000), maxSurface: celsius(360), sets: 'setpoint' }],
    ...change,
  })
}

/** A hotplate that holds a setpoint by itself, tells no power, and reports as seldom as it says. */
export class ToyPlate implements Device {
  readonly description: StoveDescription
  /** °C */
  plate = 20
  /** J/K of what stands on it, plate included; W/K to the air. */
  heat = 1500
  loss = 1
  /** The setpoint it was told to hold; null while off. */
  told: number | null = null
  demand = 0
  /** It holds this, whatever it was told. */
  holdsInstead: number | null = null
  /** Its relay is welded. */
  shorted = false
  /** The power it tells; null = it cannot tell. */
  tells: (flows: number) => number | null = () => null
  /** Its sensor says this, whatever is true. */
  saysInstead: number | null = null
  /** A regulator that switches fully on and off, this far to either side, K; null = proportional. */
  swings: number | null = null
  trembles = true
  uptime = 5000
  #sequence = 100
  #sinceReport = 0
  #switched = false
  #noise = 12_345

  constructor(description: StoveDescription = describePlate()) {
    this.description = description
  }

  hear(command: Heard): void {
    const setpoint = command.type === 'heat' ? (command.setpoints[0] ?? null) : null
    this.demand = command.type === 'heat' && setpoint !== null ? (command.demand[0] ?? 0) : 0
    this.told = this.demand > 0 ? setpoint : null
  }

  get flows(): number {
    const most = this.description.zones[0]?.maxPower ?? 0
    if (this.shorted) return most
    if (this.told === null) return 0
    const error = (this.holdsInstead ?? this.told) - this.#felt
    if (this.swings === null) return most * Math.min(1, Math.max(0, error / 20 + 0.1))
    if (Math.abs(error) > this.swings) this.#switched = error > 0
    return this.#switched ? most : 0
  }

  get #felt(): number {
    return this.saysInstead ?? this.plate
  }

  pass(ms: number): void {
    this.uptime += ms
    this.#sinceReport += ms
    const gain = this.flows - this.loss * (this.plate - 20)
    this.plate += (gain * ms) / 1000 / this.heat
  }

  report(): StoveReport | null {
    if (this.#sinceReport < this.description.reportPeriod) return null
    this.#sinceReport = 0
    this.#sequence = (this.#sequence + 1) % 65_536
    return { sequence: this.#sequence, uptime: milliseconds(this.uptime), zones: [this.#reading()] }
  }

  #reading(): ZoneReading {
    const power = this.tells(this.flows)
    const tremble = this.trembles && this.saysInstead === null ? this.#tremble() : 0
    return {
      surface: celsius(Math.round((this.#felt + tremble) * 10) / 10),
      probe: null,
      power: power === null ? null : watts(power),
      commanded: watts(this.demand),
      pan: 'unknown',
      flags: [],
    }
  }

  /** ± 0.3 K, the same in every run. */
  #tremble(): number {
    this.#noise = (Math.imul(this.#noise, 1_103_515_245) + 12_345) & 0x7fffffff
    return ((this.#noise >> 8) % 7) / 10 - 0.3
  }
}

/** A kitchen with such a plate, ready to heat; its owner has declared a cut-off where one is needed. */
export function plateRig(change: Partial<StoveDescription> = {}): KitchenRig<ToyPlate> {
  const rig = new KitchenRig(new ToyPlate(describePlate(change))).prepare()
  // A slow reporter has spoken by then.
  rig.run(2000)
  rig.attended = true
  return rig
}
