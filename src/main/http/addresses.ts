import { networkInterfaces } from 'node:os'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Addresses at which other machines of the house reach this one: its IPv4 interfaces, loopback apart. */
export function lanAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)
}

/** Splits `host:port` as a Host header writes it; null when it is not one. */
function hostOf(header: string | undefined): { name: string; port: string } | null {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/i.exec(header ?? '')
  return match ? { name: match[1]!.toLowerCase(), port: match[2] ?? '80' } : null
}

/**
 * Whether a Host header names this kitchen. Anything else is a name that somebody pointed at us (DNS rebinding)
 * and is refused.
 */
export function isOwnHost(header: string | undefined, port: number, lan: readonly string[]): boolean {
  const host = hostOf(header)
  return host !== null && host.port === String(port) && (LOOPBACK.has(host.name) || lan.includes(host.name))
}

/** Whether an Origin header is a page of this kitchen's own, under the same Host as the request. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && host !== undefined && origin.toLowerCase() === `http://${host.toLowerCase()}`
}

/** Whether a socket comes from this very machine. */
export function isLoopback(remoteAddress: string | undefined): boolean {
  return remoteAddress === '::1' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(remoteAddress ?? '')
}
