import { readLine, type LineOverride } from './line-settings.ts'

/** Where a stove is, as people write it. */
export type StoveAddress =
  | {
      readonly kind: 'serial'
      readonly path: string
      readonly driver: string
      /** What the address says of the line; the driver says the rest. */
      readonly line: LineOverride
      /** What belongs to the driver, which checks it itself. */
      readonly parameters: Readonly<Record<string, string>>
    }
  | {
      readonly kind: 'tcp'
      readonly host: string
      readonly port: number
      readonly driver: string
      readonly parameters: Readonly<Record<string, string>>
    }
  /** The parameters belong to the virtual stove, which checks them itself. */
  | { readonly kind: 'virtual'; readonly parameters: Readonly<Record<string, string>> }
  | { readonly kind: 'bad'; readonly detail: string }

/**
 * Reads `serial:/dev/ttyUSB0?driver=namur&baud=9600`, `tcp:192.168.1.20:7777` or `virtual:?seed=7&speed=20`. Nothing
 * is opened. The driver is `link` where none is named.
 */
export function parseAddress(address: string): StoveAddress {
  const match = /^([a-z]+):([^?]*)(?:\?(.*))?$/s.exec(address)
  const [, scheme = '', place = '', query = ''] = match ?? []
  const { driver = 'link', ...parameters } = Object.fromEntries(new URLSearchParams(query))
  if (match === null) return bad(`"${address}" is not of the form serial:PATH, tcp:HOST:PORT or virtual:`)
  switch (scheme) {
    case 'serial':
      return serial(place, driver, parameters)
    case 'tcp':
      return tcp(place, driver, parameters)
    case 'virtual':
      if (place !== '') return bad(`virtual: has no place, got "${place}"`)
      if (driver !== 'link') return bad(`a virtual stove speaks link, not "${driver}"; see stove emulate`)
      return { kind: 'virtual', parameters }
    default:
      return bad(`there is no "${scheme}:"; there are: serial:, tcp:, virtual:`)
  }
}

/** The address of a serial port; the path may hold any character. */
export function serialAddress(path: string, driver = 'link'): string {
  const place = `serial:${path.replaceAll(/[%?#]/g, (character) => encodeURIComponent(character))}`
  return driver === 'link' ? place : `${place}?driver=${driver}`
}

function serial(place: string, driver: string, parameters: Readonly<Record<string, string>>): StoveAddress {
  const path = decoded(place)
  if (path === null || path === '' || path.includes('\0')) return bad('serial: needs the path of a port')
  const read = readLine(parameters)
  if (read.kind === 'bad') return read
  return { kind: 'serial', path, driver, line: read.line, parameters: read.rest }
}

function tcp(place: string, driver: string, parameters: Readonly<Record<string, string>>): StoveAddress {
  const match = /^(?:\/\/)?(?:\[([0-9a-fA-F:.%]+)\]|([^:[\]/\s]+)):(\d{1,9})$/.exec(place)
  const host = match?.[1] ?? match?.[2]
  const port = Number(match?.[3] ?? 0)
  if (host === undefined || port < 1 || port > 65_535) return bad(`tcp: needs HOST:PORT, got "${place}"`)
  return { kind: 'tcp', host, port, driver, parameters }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function bad(detail: string): StoveAddress {
  return { kind: 'bad', detail }
}
