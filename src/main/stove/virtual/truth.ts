import type { Hob } from './physics/hob.ts'

/** What really is, which no line ever tells: for tests that judge the kitchen's estimate. */
interface ZoneTruth {
  /** W drawn from the mains. */
  readonly watts: number
  readonly commanded: number
  /** Glass and coil, C. */
  readonly glass: number
  readonly coil: number
  readonly pan: PanTruth | null
}

export interface PanTruth {
  readonly name: string
  readonly lifted: boolean
  readonly lid: boolean
  /** Of the base, C. */
  readonly centre: number
  readonly mean: number
  readonly least: number
  readonly most: number
  /** kg and C; temperatures are null where there is none. */
  readonly water: number
  readonly waterCelsius: number | null
  readonly oil: number
  readonly oilCelsius: number | null
  readonly foods: readonly { readonly name: string; readonly core: number; readonly water: number }[]
}

export interface Truth {
  /** Seconds of physics since the start. */
  readonly time: number
  readonly ambient: number
  /** Boiling point of water here, C. */
  readonly boiling: number
  readonly zones: readonly ZoneTruth[]
}

export function truthOf(hob: Hob): Truth {
  return {
    time: hob.time,
    ambient: hob.room.ambient,
    boiling: hob.room.boiling,
    zones: hob.zones.map(({ vessel, drawn, commanded, coil, place }) => ({
      watts: drawn,
      commanded,
      glass: hob.glass.temperature[hob.glass.cellAt(place.x, place.y)] ?? hob.room.ambient,
      coil,
      pan:
        vessel === null
          ? null
          : {
              name: vessel.name,
              lifted: vessel.lifted,
              lid: vessel.lid,
              centre: vessel.plate.temperature[vessel.plate.cellAt(0, 0)] ?? hob.room.ambient,
              mean: vessel.plate.mean(),
              least: vessel.plate.temperature.reduce((a, b) => Math.min(a, b)),
              most: vessel.plate.temperature.reduce((a, b) => Math.max(a, b)),
              water: vessel.water.mass,
              waterCelsius: vessel.water.mass > 0 ? vessel.water.temperature : null,
              oil: vessel.oil.mass + vessel.oilFilm,
              oilCelsius:
                vessel.oil.mass > 0
                  ? vessel.oil.temperature
                  : vessel.oilFilm > 0
                    ? vessel.plate.mean()
                    : null,
              foods: vessel.foods.map((portion) => ({
                name: portion.name,
                core: portion.core(),
                water: portion.water.reduce((a, b) => a + b),
              })),
            },
    })),
  }
}
