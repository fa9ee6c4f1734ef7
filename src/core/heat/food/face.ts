/** What one face of the food touches at the moment. */
export interface Face {
  /** Temperature of the plate, water, steam, oil or air, °C. */
  readonly celsius: number
  /** Heat transfer coefficient, W/(m² K); 0 is a face that nothing touches. */
  readonly h: number
  /** Partial pressure of water vapour in Pa where the face is open to air: then it also evaporates. */
  readonly vapour?: number
}

export type Medium = 'plate' | 'pressed' | 'bath' | 'pot' | 'steam' | 'oil' | 'air' | 'fan'

export interface Coefficient {
  /** W/(m² K). */
  readonly middle: number
  readonly low: number
  readonly high: number
  readonly source: string
}

/** What kitchens offer as heat transfer coefficients, W/(m² K); the range is part of the figure. */
export const COEFFICIENTS: Readonly<Record<Medium, Coefficient>> = {
  plate: {
    middle: 350,
    low: 250,
    high: 650,
    source:
      'contact frying of hamburger patties at 177 to 204 °C (Pan, Singh and Rumsey 2000, J. Food Eng. 46)',
  },
  pressed: {
    middle: 900,
    low: 650,
    high: 3800,
    source: 'double-sided frying under pressure (Eastern-European J. of Enterprise Technologies 2017)',
  },
  bath: {
    middle: 95,
    low: 95,
    high: 155,
    source: 'stirred sous-vide bath (Baldwin, A Practical Guide to Sous Vide)',
  },
  pot: { middle: 150, low: 100, high: 200, source: 'still or gently moving water, handbook range' },
  steam: {
    middle: 2000,
    low: 200,
    high: 20_000,
    source: 'condensing steam, with more or less air, handbook range',
  },
  oil: { middle: 400, low: 300, high: 600, source: 'deep frying, handbook range' },
  air: { middle: 20, low: 10, high: 25, source: 'still air, convection and radiation, handbook range' },
  fan: { middle: 33, low: 25, high: 60, source: 'beef in a convection oven' },
}

/** A face in a medium at its middling coefficient; open to moist air where it is air. */
export function faceIn(medium: Medium, celsius: number, vapour = ROOM_VAPOUR): Face {
  const face = { celsius, h: COEFFICIENTS[medium].middle }
  return medium === 'air' || medium === 'fan' ? { ...face, vapour } : face
}

/** A kitchen at 22 °C and 50 % humidity, Pa. */
const ROOM_VAPOUR = 1320
