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

const INCROPERA = 'Incropera, Fundamentals of Heat and Mass Transfer, table 1.1'

/** What kitchens offer as heat transfer coefficients, W/(m² K); the range is part of the figure. */
export const COEFFICIENTS: Readonly<Record<Medium, Coefficient>> = {
  plate: {
    middle: 350,
    low: 250,
    high: 650,
    source:
      '"Contact heat transfer coefficient during double-sided cooking of hamburger patties" (Wichchukit et al. 2001): 177 to 204 °C, an early peak, then falling',
  },
  pressed: {
    middle: 900,
    low: 650,
    high: 3800,
    source:
      'from the upper end for patties to frying under a press (EEJET 2017); the middle is an assumption',
  },
  bath: {
    middle: 95,
    low: 95,
    high: 155,
    source: 'stirred bath: Baldwin, A Practical Guide to Sous Vide Cooking',
  },
  pot: {
    middle: 200,
    low: 100,
    high: 1000,
    source: `free convection in water: ${INCROPERA}; a simmer is higher`,
  },
  steam: {
    middle: 2000,
    low: 200,
    high: 20_000,
    source: `condensing steam: ${INCROPERA}; air in it takes it far down, as under a kitchen lid`,
  },
  oil: {
    middle: 400,
    low: 300,
    high: 1100,
    source: 'potato at 180 °C: 300, rising to 1100 while it bubbles, back to 300 (Hubbard and Farkas 1999)',
  },
  air: { middle: 15, low: 5, high: 25, source: `free convection of gases: ${INCROPERA}, and radiation of 6` },
  fan: { middle: 33, low: 25, high: 60, source: `forced convection of gases, its lower end: ${INCROPERA}` },
}

/** A face in a medium at its middling coefficient; open to moist air where it is air. */
export function faceIn(medium: Medium, celsius: number, vapour = ROOM_VAPOUR): Face {
  const face = { celsius, h: COEFFICIENTS[medium].middle }
  return medium === 'air' || medium === 'fan' ? { ...face, vapour } : face
}

/** A kitchen at 22 °C and 50 % humidity, Pa. */
const ROOM_VAPOUR = 1320
