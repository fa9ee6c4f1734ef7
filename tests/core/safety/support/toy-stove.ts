import type { StoveDescription, StoveReport, ZoneReading } from '#core/stove/stove.ts'
import { celsius, milliseconds, watts } from '#core/units/quantities.ts'
import type { Heard } from './kitchen-rig.ts'

/** A stove as a driver would describe it; zones of 2 kW in a row, 30 cm apart. */
export function describeStove(change: Partial<StoveDescription> = {}, zones = 3): StoveDescription {
  return {
    id: 'toy-1',
    name: 'Toy',
    firmware: '1.0.0',
    virtual: true,
    speed: 1,
    leaseClass: 'A',
    lease: milliseconds(1000),
    reportPeriod: milliseconds(100),
    widthMm: 900,
    depthMm: 520,
    zones: Array.from({ length: zones }, (_, id) => ({
      id,
      maxPower: watts(2000),
      maxSurface: celsius(300),
      sets: 'power',
      diameterMm: 200,
      xMm: 300 * id,
      yMm: 0,
    })),
    thermalCamera: false,
    panDetection: true,
    physicalOff: false,
    ...change,
  }
}

/** One lump of metal and water; enough to show the supervisor a plausible temperature, no more. */
export interface Pot {
  celsius: number
  /** J/K */
  heat: number
  /** W/K */
  loss: number
  pan: ZoneReading['pan']
  /** Closed for good: full power whatever was told, past the meter. */
  shorted: boolean
  /** Boils at, °C; null for a dry pan. */
  boils: number | null
}

/** A device that keeps the protocol's word: obeys, reports, drops the heat after its lease. */
export class ToyStove {
  readonly description: StoveDescription
  readonly pots: Pot[]
  demand: number[]
  uptime = 5000
  sequence = 100
  #leaseEnds = 0
  #leaseExpired = false
  #noise = 12_345

  constructor(description: StoveDescription) {
    this.description = description
    this.demand = description.zones.map(() => 0)
    this.pots = description.zones.map(() => ({
      celsius: 20,
      heat: 3000,
      loss: 2,
      pan: 'present',
      shorted: false,
      boils: null,
    }))
  }

  get leaseExpired(): boolean {
    return this.#leaseExpired
  }

  hear(command: Heard): void {
    if (command.type === 'off') {
      this.demand = this.demand.map(() => 0)
      this.#leaseExpired = false
      return
    }
    if (this.#leaseExpired && command.demand.some((power) => power > 0)) return
    this.#leaseExpired = false
    this.demand = [...command.demand]
    this.#leaseEnds = this.uptime + this.description.lease
  }

  /** Power that truly flows, W. */
  flows(index: number): number {
    const pot = this.pots[index]
    if (pot === undefined || pot.pan === 'absent') return 0
    return pot.shorted ? (this.description.zones[index]?.maxPower ?? 0) : (this.demand[index] ?? 0)
  }

  pass(ms: number): void {
    this.uptime += ms
    if (this.demand.some((power) => power > 0) && this.uptime > this.#leaseEnds) {
      this.demand = this.demand.map(() => 0)
      this.#leaseExpired = true
    }
    const seconds = (ms / 1000) * this.description.speed
    this.pots.forEach((pot, index) => {
      const gain = 0.85 * this.flows(index) - pot.loss * (pot.celsius - 20)
      const next = pot.celsius + (gain * seconds) / pot.heat
      pot.celsius = pot.boils === null ? next : Math.min(pot.boils, next)
    })
  }

  report(): StoveReport {
    this.sequence = (this.sequence + 1) % 65_536
    return {
      sequence: this.sequence,
      uptime: milliseconds(this.uptime),
      zones: this.pots.map((pot, index) => ({
        surface: celsius(Math.round((pot.celsius + this.#tremble()) * 10) / 10),
        probe: null,
        power: watts(pot.shorted ? 0 : this.flows(index)),
        commanded: watts(this.demand[index] ?? 0),
        pan: pot.pan,
        flags: this.#leaseExpired ? ['lease-expired'] : [],
      })),
    }
  }

  /** ± 0.3 K, the same in every run. */
  #tremble(): number {
    this.#noise = (Math.imul(this.#noise, 1_103_515_245) + 12_345) & 0x7fffffff
    return ((this.#noise >> 8) % 7) / 10 - 0.3
  }
}
