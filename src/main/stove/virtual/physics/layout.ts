/** Where a zone sits: millimetres from the hob's centre, x to the right, y to the back. */
export interface ZonePlace {
  readonly x: number
  readonly y: number
  /** Outer diameter of its coil, mm. */
  readonly diameter: number
  /** W */
  readonly power: number
}

export interface HobLayout {
  readonly name: string
  readonly width: number
  readonly depth: number
  readonly zones: readonly ZonePlace[]
}

const place = (x: number, y: number, diameter: number, power: number): ZonePlace => ({
  x,
  y,
  diameter,
  power,
})

/** Layouts as they are sold: portable, domino, 60 cm with three and four zones, 80 and 90 cm. */
const LAYOUTS: readonly HobLayout[] = [
  { name: 'portable', width: 300, depth: 360, zones: [place(0, 15, 210, 1800)] },
  {
    name: 'domino',
    width: 300,
    depth: 520,
    zones: [place(0, -115, 210, 2200), place(0, 125, 180, 1800)],
  },
  {
    name: '60 cm, three zones',
    width: 590,
    depth: 520,
    zones: [place(-140, -115, 210, 2200), place(-140, 125, 180, 1800), place(140, 0, 210, 2300)],
  },
  {
    name: '60 cm, four zones',
    width: 590,
    depth: 520,
    zones: [
      place(-140, -115, 210, 2200),
      place(-140, 125, 180, 1800),
      place(140, 115, 210, 2300),
      place(145, -140, 145, 1400),
    ],
  },
  {
    name: '80 cm, five zones',
    width: 800,
    depth: 520,
    zones: [
      place(-265, -120, 180, 1800),
      place(-265, 120, 180, 1800),
      place(0, 0, 210, 2300),
      place(265, 115, 210, 2200),
      place(270, -140, 145, 1400),
    ],
  },
  {
    name: '90 cm, six zones',
    width: 900,
    depth: 520,
    zones: [
      place(-290, -120, 210, 2200),
      place(-290, 125, 180, 1800),
      place(0, -120, 180, 1800),
      place(0, 125, 210, 2300),
      place(290, 120, 180, 1800),
      place(295, -140, 145, 1400),
    ],
  },
]

/** The hob with so many zones, 1 to 6. */
export function hobLayout(zones: number): HobLayout {
  const layout = LAYOUTS[zones - 1]
  if (layout === undefined) throw new RangeError(`a hob has 1 to 6 zones, not ${zones}`)
  return layout
}
