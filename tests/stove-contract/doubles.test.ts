import { memoryRig, mockSerialRig } from './double-rigs.ts'
import { stoveContract } from './stove-contract.ts'

stoveContract('a device in memory', memoryRig)
stoveContract('a device behind a mocked serial port', mockSerialRig)
