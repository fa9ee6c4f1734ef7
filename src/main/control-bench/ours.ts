import { CONTROL_START, controlStep, type ControlState } from '#core/control/zone-control.ts'
import { celsius, watts } from '#core/units/quantities.ts'
import type { ZoneTarget } from '#core/stove/stove.ts'
import { PERIOD, type Controller } from './controllers.ts'
import type { Pot } from './pots.ts'

/** The product's own controller; `probed` = it gets the probe in the liquid, else the surface's sensor alone. */
export function ours(pot: Pot, probed: boolean): Controller {
  const target: ZoneTarget = {
    kind: pot.contents === 'dry' ? 'temperature' : 'liquid',
    celsius: celsius(pot.target),
  }
  const zone = {
    maxPower: watts(pot.maxPower),
    maxSurface: celsius(300),
    diameterMm: 2000 * pot.radius,
    sets: 'power' as const,
  }
  let state: ControlState = CONTROL_START
  return ({ surface, probe, power }) => {
    const step = controlStep(state, {
      target,
      surface: celsius(surface),
      probe: probed && probe !== null ? celsius(probe) : null,
      power: watts(power),
      elapsed: PERIOD,
      zone,
      boiling: celsius(100),
    })
    state = step.state
    return step.wanted
  }
}
