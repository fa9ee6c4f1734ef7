import { hasPty } from '#main/stove/virtual/pty.ts'
import { stoveContract } from './stove-contract.ts'
import { hotplatePty, hotplateTcp } from './virtual-rigs.ts'

for (const model of ['omron-e5cc', 'pixsys-atr141', 'watlow-ez-zone']) {
  stoveContract(`an emulated ${model} over tcp`, hotplateTcp('modbus', model))
}

const name = 'an emulated delta-dtb behind a pseudo-terminal'
if (hasPty()) stoveContract(name, hotplatePty('modbus', 'delta-dtb'))
else stoveContract.skipped(name, 'there are none on this system')
