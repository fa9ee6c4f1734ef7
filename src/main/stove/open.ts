import { openLink } from './link/driver.ts'
import type { OpenStove } from './stove.ts'
import { parseAddress, type StoveAddress } from './transport/address.ts'
import { openSerial } from './transport/serial.ts'
import type { StreamOpening } from './transport/stream.ts'
import { openTcp } from './transport/tcp.ts'
import { openVirtual } from './transport/virtual.ts'

/** Opens the stove at an address. Never throws for what the world does wrong, and never tries another stove. */
export const openStove: OpenStove = async (address, listener) => {
  const line = await openLine(parseAddress(address))
  return line.kind === 'open' ? openLink(line.stream, listener) : line
}

async function openLine(address: StoveAddress): Promise<StreamOpening> {
  switch (address.kind) {
    case 'bad':
      return { kind: 'failed', reason: 'bad-address', detail: address.detail }
    case 'serial':
      return openSerial(address.path, address.baud)
    case 'tcp':
      return openTcp(address.host, address.port)
    case 'virtual':
      return { kind: 'open', stream: openVirtual(address.parameters) }
  }
}
