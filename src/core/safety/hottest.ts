import type { ZoneDescription, ZoneTarget } from '../stove/stove.ts'

/**
 * Law 5: the hottest surface that a target can ever stand for, whatever a controller wants. It bounds the setpoint
 * that a zone which regulates itself is told, and it is where runaway begins for the others.
 */

/** A setpoint needs room below the surface's own limit, or its overshoot would be a fault, K. */
export const ROOM_BELOW_LIMIT = 15
/** How far over what it holds a pan may stand under full power: 60 W/cm² through 6 mm of steel, and then some, K. */
const OVER_IN_PAN = 45
/** A hotplate gives its 4 W/cm² across an air gap: 500 W/m²K under a pan that does not lie flat, K. */
const OVER_ON_PLATE = 80
/** Where there is water nothing needs to be hotter: up to here nothing that is cooked smokes (law 8), °C. */
const WATER = 160
/** Refined oils smoke from 220 °C on. */
const OIL = 220
/** A liquid that is itself near that border needs something to rise by, K. */
const LEAST_OVER = 15
/** A thermometer's error: what is asked for at the boiling point is water, K. */
const BOILS_WITHIN = 1

type Surface = Pick<ZoneDescription, 'sets' | 'maxSurface'>

/** °C; null where the target names no temperature. */
export function hottestSurface(target: ZoneTarget, zone: Surface, boiling: number): number | null {
  const most = zone.maxSurface - ROOM_BELOW_LIMIT
  switch (target.kind) {
    case 'off':
    case 'power':
      return null
    case 'temperature':
      return Math.min(most, target.celsius)
    case 'liquid':
      return Math.min(most, over(target.celsius, zone, boiling))
    case 'simmer':
      return Math.min(most, over(boiling, zone, boiling))
  }
}

function over(liquid: number, zone: Surface, boiling: number): number {
  const hottest = liquid <= boiling + BOILS_WITHIN ? WATER : OIL
  const lead = zone.sets === 'setpoint' ? OVER_ON_PLATE : OVER_IN_PAN
  return Math.min(liquid + lead, Math.max(liquid + LEAST_OVER, hottest))
}
