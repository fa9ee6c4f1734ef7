import { modbusFirmware } from '../modbus/emulator/models.ts'
import { gcodeFirmware } from './firmware-gcode.ts'
import { linkFirmware } from './firmware-link.ts'
import { namurFirmware } from './firmware-namur.ts'
import type { FirmwareOf, FirmwareOutcome } from './firmware.ts'

/** What a virtual stove can pretend to be, by the driver that speaks to it. */
const FIRMWARES: Readonly<Record<string, FirmwareOf>> = {
  link: linkFirmware,
  namur: namurFirmware,
  gcode: gcodeFirmware,
  modbus: modbusFirmware,
}

export function firmwareFor(driver: string, model: string | null): FirmwareOutcome {
  const found = Object.hasOwn(FIRMWARES, driver) ? FIRMWARES[driver] : undefined
  if (found !== undefined) return found(model)
  const all = Object.keys(FIRMWARES).join(', ')
  return { kind: 'bad', detail: `there is no emulator for the driver "${driver}"; there are: ${all}` }
}
