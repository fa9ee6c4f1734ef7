import { hasPty } from '#main/stove/virtual/pty.ts'
import { stoveContract } from './stove-contract.ts'
import { hotplatePty, hotplateTcp } from './virtual-rigs.ts'

const HOTPLATES = [
  ['namur', 'ika-rct'],
  ['gcode', 'bed-mains'],
] as const

for (const [driver, model] of HOTPLATES) {
  const name = `an emulated ${model} behind a pseudo-terminal`
  if (hasPty()) stoveContract(name, hotplatePty(driver, model))
  else stoveContract.skipped(name, 'there are none on this system')
}

stoveContract('an emulated heidolph-mr-hei over tcp', hotplateTcp('namur', 'heidolph-mr-hei'))
