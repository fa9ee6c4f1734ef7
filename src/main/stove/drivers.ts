import { unknownParameter, type Driver } from './driver.ts'
import { gcodeDriver } from './gcode/driver.ts'
import { openLink } from './link/driver.ts'
import { modbusDriver } from './modbus/driver.ts'
import { namurDriver } from './namur/driver.ts'
import { USUAL_LINE } from './transport/line-settings.ts'

/** A frame's delimiter: says nothing to any device that speaks Link. */
const DELIMITER = Uint8Array.of(0)

const link: Driver = (parameters) =>
  unknownParameter('link', parameters, []) ?? {
    kind: 'ok',
    line: { ...USUAL_LINE, quiet: DELIMITER },
    open: openLink,
  }

/** Every driver by the name that an address calls it by: `?driver=NAME`. */
export const DRIVERS: Readonly<Record<string, Driver>> = {
  link,
  namur: namurDriver,
  gcode: gcodeDriver,
  modbus: modbusDriver,
}

export function driverNamed(name: string): Driver | null {
  return Object.hasOwn(DRIVERS, name) ? (DRIVERS[name] ?? null) : null
}
