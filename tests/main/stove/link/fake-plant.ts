import type { StoveDescription, ThermalFrame, ZoneReading } from '#core/stove/stove.ts'
import { celsius, milliseconds, watts, type Watts } from '#core/units/quantities.ts'
import type { Plant } from '#main/stove/link/plant.ts'

export const TWO_ZONES: StoveDescription = {
  id: 'TEST-0001',
  name: 'Bench hob',
  firmware: '1.0.0',
  virtual: false,
  speed: 1,
  leaseClass: 'A',
  lease: milliseconds(1000),
  reportPeriod: milliseconds(100),
  widthMm: 590,
  depthMm: 520,
  zones: [
    {
      id: 0,
      maxPower: watts(2200),
      maxSurface: celsius(320),
      sets: 'power',
      diameterMm: 210,
      xMm: -145,
      yMm: 0,
    },
    {
      id: 1,
      maxPower: watts(1400),
      maxSurface: celsius(320),
      sets: 'power',
      diameterMm: 145,
      xMm: 145,
      yMm: -60,
    },
  ],
  thermalCamera: true,
  panDetection: true,
  physicalOff: true,
}

/** A plant without physics: it remembers what it was told and reads what a test wants it to read. */
export class FakePlant implements Plant {
  readonly description: StoveDescription
  powers: readonly Watts[] = []
  surface = celsius(21.5)

  constructor(description: StoveDescription = TWO_ZONES) {
    this.description = description
  }

  command(powers: readonly Watts[]): void {
    this.powers = powers
  }

  read(): readonly ZoneReading[] {
    return this.description.zones.map((_, zone) => ({
      surface: this.surface,
      probe: null,
      power: this.powers[zone] ?? watts(0),
      commanded: watts(0),
      pan: 'present',
      flags: [],
    }))
  }

  thermal(): ThermalFrame {
    return { columns: 32, rows: 24, tenths: Int16Array.from({ length: 768 }, (_, pixel) => 200 + pixel) }
  }
}
