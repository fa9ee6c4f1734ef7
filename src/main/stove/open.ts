import { DRIVERS, driverNamed } from './drivers.ts'
import type { DriverOutcome, PreparedDriver } from './driver.ts'
import type { OpenStove } from './stove.ts'
import { parseAddress, type StoveAddress } from './transport/address.ts'
import { openSerial } from './transport/serial.ts'
import type { StreamOpening } from './transport/stream.ts'
import { openTcp } from './transport/tcp.ts'
import { openVirtual } from './transport/virtual.ts'

type Place = Exclude<StoveAddress, { kind: 'bad' }>

/** Opens the stove at an address. Never throws for what the world does wrong, and never tries another stove. */
export const openStove: OpenStove = async (address, listener) => {
  const place = parseAddress(address)
  if (place.kind === 'bad') return badAddress(place.detail)
  const driver = prepare(place)
  if (driver.kind === 'bad') return badAddress(driver.detail)
  const line = await openLine(place, driver)
  return line.kind === 'open' ? driver.open(line.stream, listener) : line
}

function prepare(place: Place): DriverOutcome {
  const { driver, parameters } = place.kind === 'virtual' ? { driver: 'link', parameters: {} } : place
  const found = driverNamed(driver)
  if (found !== null) return found(parameters)
  return {
    kind: 'bad',
    detail: `there is no driver "${driver}"; there are: ${Object.keys(DRIVERS).join(', ')}`,
  }
}

async function openLine(place: Place, driver: PreparedDriver): Promise<StreamOpening> {
  switch (place.kind) {
    case 'serial':
      return openSerial(place.path, { ...driver.line, ...place.line })
    case 'tcp':
      return openTcp(place.host, place.port)
    case 'virtual':
      return { kind: 'open', stream: openVirtual(place.parameters) }
  }
}

function badAddress(detail: string): {
  readonly kind: 'failed'
  readonly reason: 'bad-address'
  readonly detail: string
} {
  return { kind: 'failed', reason: 'bad-address', detail }
}
