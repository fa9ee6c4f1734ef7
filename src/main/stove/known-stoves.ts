import type { KnownStove } from '#contract/commands.ts'
import type { BEDS } from './gcode/models.ts'
import { readProfiles } from './modbus/profile.ts'
import { NAMUR_MODELS } from './namur/models.ts'

/** Names that people know these makes by. */
const NAMUR_NAMES: Readonly<Record<keyof typeof NAMUR_MODELS, string>> = {
  'ika-rct': 'IKA RCT digital',
  'ika-c-mag': 'IKA C-MAG HS',
  'heidolph-mr-hei': 'Heidolph MR Hei-Tec',
}
const BED_NAMES: Readonly<Record<keyof typeof BEDS, string>> = {
  bed: 'Marlin, 24 V',
  'bed-mains': 'Marlin, 230 V',
}

/** Everything that can stand at the other end of a line, Link first. */
export function knownStoves(): readonly KnownStove[] {
  const namur = entries(NAMUR_NAMES).map(
    ([model, name]): KnownStove => ({
      name,
      leaseClass: NAMUR_MODELS[model].leaseClass,
      query: `?driver=namur&model=${model}`,
    }),
  )
  // None of these has a watchdog, see their drivers.
  const modbus = [...readProfiles().values()].map(
    ({ model, name }): KnownStove => ({ name, leaseClass: 'C', query: `?driver=modbus&model=${model}` }),
  )
  const beds = entries(BED_NAMES).map(
    ([model, name]): KnownStove => ({ name, leaseClass: 'C', query: `?driver=gcode&model=${model}` }),
  )
  return [{ name: 'SmartTop Link', leaseClass: 'A', query: '' }, ...namur, ...modbus, ...beds]
}

const entries = <Name extends string>(names: Readonly<Record<Name, string>>): [Name, string][] =>
  Object.entries(names) as [Name, string][]
