import type { StoveDescription } from '#core/stove/stove.ts'
import { celsius, milliseconds, watts } from '#core/units/quantities.ts'
import { readVirtualName } from '../hotplate/virtual-name.ts'
import { WATCHDOG_SECONDS, type NamurModel } from './models.ts'

/** `safety` = the temperature at which the device cuts its own heat, C, where it says so. */
export function describe(
  modelName: string,
  model: NamurModel,
  name: string,
  safety: number | null,
): StoveDescription {
  const virtual = readVirtualName(name)
  const shown = virtual?.name ?? name
  return {
    // These devices have no serial number on the line: two alike are one to the store.
    id: virtual === null ? `namur-${modelName}` : `virtual-namur-${modelName}-${virtual.seed}`,
    name: shown.startsWith(model.maker) ? shown : `${model.maker} ${shown}`,
    firmware: 'NAMUR',
    virtual: virtual !== null,
    speed: virtual?.speed ?? 1,
    leaseClass: model.leaseClass,
    // Class C has none: nobody drops the heat.
    lease: milliseconds(model.leaseClass === 'C' ? 0 : WATCHDOG_SECONDS * 1000),
    reportPeriod: milliseconds(model.period),
    widthMm: model.width,
    depthMm: model.depth,
    zones: [
      {
        id: 0,
        maxPower: watts(model.watts),
        maxSurface: celsius(Math.min(model.maxSurface, safety ?? model.maxSurface)),
        sets: 'setpoint',
        diameterMm: model.plateDiameter,
        xMm: 0,
        yMm: 0,
      },
    ],
    thermalCamera: false,
    panDetection: false,
    physicalOff: false,
  }
}
