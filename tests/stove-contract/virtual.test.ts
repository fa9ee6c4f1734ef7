import { stoveContract } from './stove-contract.ts'
import { tcpRig, threadRig } from './virtual-rigs.ts'

stoveContract('the virtual stove in its thread', threadRig)
stoveContract('the virtual stove over tcp', tcpRig)
