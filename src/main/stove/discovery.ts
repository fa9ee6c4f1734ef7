import { basename } from 'node:path'
import { SerialPort } from 'serialport'
import type { PortInfo } from '#contract/commands.ts'
import { serialAddress } from './transport/address.ts'
import { devPorts, isRealUart, lastingPaths, type RawPort } from './transport/dev-ports.ts'
import { knownBoard } from './transport/known-boards.ts'

/** Where ports are looked for; tests bring their own. */
export interface PortSources {
  /** What the system's device manager knows; throws where there is none. */
  readonly manager: () => Promise<readonly ManagedPort[]>
  /** Root of the file system. */
  readonly root: string
}

/** What node-serialport lists; `friendlyName` on Windows only. */
interface ManagedPort {
  readonly path: string
  readonly manufacturer?: string | undefined
  readonly vendorId?: string | undefined
  readonly productId?: string | undefined
  readonly pnpId?: string | undefined
  readonly friendlyName?: string | undefined
}

const SYSTEM: PortSources = { manager: () => SerialPort.list(), root: '/' }

/**
 * The serial ports of this machine, likely stoves first, under names that people know. Never throws: without a
 * device manager the file system is asked. `driver` is a guess by the board; only a greeting can tell.
 */
export async function listPorts(sources: PortSources = SYSTEM): Promise<PortInfo[]> {
  const [ports, lasting] = await Promise.all([rawPorts(sources), lastingPaths(sources.root)])
  return ports
    .map((port) => describe(port, lasting.get(port.path) ?? port.path))
    .toSorted((a, b) => Number(a.driver === null) - Number(b.driver === null) || a.path.localeCompare(b.path))
}

async function rawPorts({ manager, root }: PortSources): Promise<readonly RawPort[]> {
  const managed = await manager().catch(() => null)
  if (managed === null || managed.length === 0) return devPorts(root)
  const real = await Promise.all(managed.map((port) => isThere(port, root)))
  return managed
    .filter((_, index) => real[index])
    .map((port) => ({
      path: port.path,
      vendorId: port.vendorId ?? null,
      productId: port.productId ?? null,
      manufacturer: port.manufacturer ?? null,
      product: port.friendlyName ?? productOf(port.pnpId),
    }))
}

function isThere(port: ManagedPort, root: string): Promise<boolean> {
  const name = basename(port.path)
  return /^ttyS\d+$/.test(name) ? isRealUart(name, root) : Promise.resolve(true)
}

function describe(port: RawPort, path: string): PortInfo {
  const board = knownBoard(port.vendorId ?? '', port.productId ?? '')
  return {
    path,
    vendor: spaced(port.manufacturer),
    product: board ?? spaced(port.product),
    driver: board === null ? null : 'link',
    address: serialAddress(path),
  }
}

/** The product's part of a name under /dev/serial/by-id: usb-VENDOR_PRODUCT_SERIAL-ifNN. */
function productOf(pnpId: string | undefined): string | null {
  const match = /^usb-(.+?)(?:_[0-9A-Fa-f]{6,})?-(?:if|port)\d+/.exec(pnpId ?? '')
  return match?.[1] ?? null
}

/** Udev writes spaces as underscores. */
function spaced(name: string | null): string | null {
  const text = name?.replaceAll('_', ' ').trim() ?? ''
  return text === '' ? null : text
}
