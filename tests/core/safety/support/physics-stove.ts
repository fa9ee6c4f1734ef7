import type { StoveDescription, StoveReport } from '#core/stove/stove.ts'
import { celsius, milliseconds, watts } from '#core/units/quantities.ts'
import { FaultBoard } from '#main/stove/virtual/fault-board.ts'
import { HobPlant } from '#main/stove/virtual/hob-plant.ts'
import { Hob } from '#main/stove/virtual/physics/hob.ts'
import type { Device, Heard } from './kitchen-rig.ts'

/** The virtual stove's physics and sensors without its line, as fast as the machine can. */
export class PhysicsStove implements Device {
  readonly description: StoveDescription
  readonly hob: Hob
  readonly faults: FaultBoard
  readonly #plant: HobPlant
  #uptime = 1000
  #sequence = 1

  constructor(seed: number, zones: number, speed: number) {
    const options = { seed, speed, zones, altitude: 0, camera: false, pans: [], faults: [] }
    this.hob = new Hob(options)
    this.faults = new FaultBoard([], 0, ({ name, zone, active }) => {
      const struck = this.hob.zones[zone ?? -1]
      if (struck === undefined) return
      if (name === 'shorted-switch') struck.switch = active ? 'shorted' : 'healthy'
      if (name === 'dead-switch') struck.switch = active ? 'dead' : 'healthy'
    })
    this.#plant = new HobPlant(this.hob, this.faults, options)
    this.description = this.#plant.description
  }

  hear(command: Heard): void {
    this.#plant.command(
      command.type === 'off' ? this.hob.zones.map(() => watts(0)) : command.demand.map(watts),
    )
  }

  pass(ms: number): void {
    this.#uptime += ms
    this.hob.run((ms / 1000) * this.description.speed)
  }

  report(): StoveReport {
    this.#sequence = (this.#sequence + 1) % 65_536
    return {
      sequence: this.#sequence,
      uptime: milliseconds(this.#uptime),
      // The line carries tenths of a degree and whole watts.
      zones: this.#plant.read().map((reading) => ({
        ...reading,
        surface: reading.surface === null ? null : celsius(Math.round(reading.surface * 10) / 10),
        power: watts(Math.round(reading.power ?? 0)),
        commanded: watts(Math.round(reading.commanded)),
      })),
    }
  }
}
