/** Where a stove is, as people write it. */
export type StoveAddress =
  | { readonly kind: 'serial'; readonly path: string; readonly baud: number }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  /** The parameters belong to the virtual stove, which checks them itself. */
  | { readonly kind: 'virtual'; readonly parameters: Readonly<Record<string, string>> }
  | { readonly kind: 'bad'; readonly detail: string }

const DEFAULT_BAUD = 115_200
const BAUD = { least: 1200, most: 4_000_000 } as const

/**
 * Reads `serial:/dev/ttyACM0?baud=115200`, `tcp:192.168.1.20:7777` or `virtual:?seed=7&speed=20`. Everything is
 * checked here, before any port is touched.
 */
export function parseAddress(address: string): StoveAddress {
  const match = /^([a-z]+):([^?]*)(?:\?(.*))?$/s.exec(address)
  const [, scheme = '', place = '', query = ''] = match ?? []
  const parameters = Object.fromEntries(new URLSearchParams(query))
  const { driver = 'link', ...rest } = parameters
  if (match === null) return bad(`"${address}" is not of the form serial:PATH, tcp:HOST:PORT or virtual:`)
  if (driver !== 'link') return bad(`there is no driver "${driver}"; there is: link`)
  switch (scheme) {
    case 'serial':
      return serial(place, rest)
    case 'tcp':
      return tcp(place, rest)
    case 'virtual':
      return place === ''
        ? { kind: 'virtual', parameters: rest }
        : bad(`virtual: has no place, got "${place}"`)
    default:
      return bad(`there is no "${scheme}:"; there are: serial:, tcp:, virtual:`)
  }
}

/** The address of a serial port; the path may hold any character. */
export function serialAddress(path: string): string {
  return `serial:${path.replaceAll(/[%?#]/g, (character) => encodeURIComponent(character))}`
}

function serial(place: string, { baud, ...rest }: Record<string, string>): StoveAddress {
  const path = decoded(place)
  const [unknown] = Object.keys(rest)
  if (path === null || path === '' || path.includes('\0')) return bad('serial: needs the path of a port')
  if (unknown !== undefined) return bad(`serial: knows no "${unknown}"; it knows: baud, driver`)
  const rate = baud === undefined ? DEFAULT_BAUD : wholeNumber(baud)
  if (rate === null || rate < BAUD.least || rate > BAUD.most) {
    return bad(`baud must be a whole number from ${BAUD.least} to ${BAUD.most}, got "${baud ?? ''}"`)
  }
  return { kind: 'serial', path, baud: rate }
}

function tcp(place: string, rest: Record<string, string>): StoveAddress {
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) return bad(`tcp: knows no "${unknown}"; it knows: driver`)
  const match = /^(?:\/\/)?(?:\[([0-9a-fA-F:.%]+)\]|([^:[\]/\s]+)):(\d+)$/.exec(place)
  const host = match?.[1] ?? match?.[2]
  const port = wholeNumber(match?.[3] ?? '')
  if (host === undefined || port === null || port < 1 || port > 65_535) {
    return bad(`tcp: needs HOST:PORT, got "${place}"`)
  }
  return { kind: 'tcp', host, port }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

function bad(detail: string): StoveAddress {
  return { kind: 'bad', detail }
}
