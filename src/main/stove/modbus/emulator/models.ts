import type { FirmwareOf } from '../../virtual/firmware.ts'
import { virtualName } from '../../hotplate/virtual-name.ts'
import { deltaDtb } from './delta-dtb.ts'
import { ModbusFirmware, type Model } from './firmware.ts'
import { omronE5cc } from './omron-e5cc.ts'
import { pixsysAtr141 } from './pixsys-atr141.ts'
import { watlowEzZone } from './watlow-ez-zone.ts'

/** By the names that addresses call them, with the pace of their lines. */
const MODELS: Readonly<Record<string, { readonly model: Model; readonly baud: number }>> = {
  'delta-dtb': { model: deltaDtb, baud: 9600 },
  'omron-e5cc': { model: omronE5cc, baud: 9600 },
  'pixsys-atr141': { model: pixsysAtr141, baud: 19_200 },
  'watlow-ez-zone': { model: watlowEzZone, baud: 9600 },
}

/** The emulated controllers: one zone under the control of each. */
export const modbusFirmware: FirmwareOf = (name) => {
  const all = Object.keys(MODELS).join(', ')
  const found = name !== null && Object.hasOwn(MODELS, name) ? MODELS[name] : undefined
  if (found === undefined)
    return { kind: 'bad', detail: `modbus needs a model, one of ${all}; got "${name ?? ''}"` }
  return {
    kind: 'ok',
    zones: 1,
    baud: found.baud,
    start: (plant, now, tell) => {
      const { speed } = plant.description
      return new ModbusFirmware(plant, now, { ...found, name: virtualName('', speed, plant.seed) }, tell)
    },
  }
}
