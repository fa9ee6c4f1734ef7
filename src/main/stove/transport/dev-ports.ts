import { readdir, readFile, readlink, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** What the operating system says of a serial port. Identities are 4 hexadecimal digits. */
export interface RawPort {
  readonly path: string
  readonly vendorId: string | null
  readonly productId: string | null
  readonly manufacturer: string | null
  readonly product: string | null
}

const NAMES = /^(ttyACM|ttyUSB|ttyAMA|ttyS|ttymxc|ttyTHS|rfcomm|cu\.)/
/** How many folders above a port its USB device may be. */
const USB_DEPTH = 4

/**
 * The serial ports as the file system shows them, for machines without udev (small boards, containers). Built-in
 * UARTs that the kernel only reserves (type 0) are left out.
 */
export async function devPorts(root = '/'): Promise<readonly RawPort[]> {
  const dev = join(root, 'dev')
  const names = (await readdir(dev).catch(() => []))
    .filter((name) => NAMES.test(name))
    .toSorted((a, b) => a.localeCompare(b))
  const ports = await Promise.all(names.map((name) => describe(root, name)))
  return ports.filter((port) => port !== null)
}

/** Whether `name` (as ttyS0) is a UART that exists: Linux lists many that do not. */
export async function isRealUart(name: string, root = '/'): Promise<boolean> {
  const type = await text(join(root, 'sys/class/tty', name, 'type'))
  return type !== null && type !== '0'
}

/** From the path of each port to its lasting name under /dev/serial/by-id: numbers change, this does not. */
export async function lastingPaths(root = '/'): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, 'dev/serial/by-id')
  const names = await readdir(folder).catch(() => [])
  const pairs = await Promise.all(
    names
      .toSorted((a, b) => a.localeCompare(b))
      .map(async (name) => {
        const link = join(folder, name)
        const target = await readlink(link).catch(() => null)
        return target === null ? null : ([resolve(folder, target), link] as const)
      }),
  )
  return new Map(pairs.filter((pair) => pair !== null))
}

async function describe(root: string, name: string): Promise<RawPort | null> {
  if (name.startsWith('ttyS') && !(await isRealUart(name, root))) return null
  const path = join(root, 'dev', name)
  const usb = await usbDevice(join(root, 'sys/class/tty', name, 'device'))
  if (usb === null) return { path, vendorId: null, productId: null, manufacturer: null, product: null }
  const [vendorId, productId, manufacturer, product] = await Promise.all(
    ['idVendor', 'idProduct', 'manufacturer', 'product'].map((file) => text(join(usb, file))),
  )
  return {
    path,
    vendorId: vendorId ?? null,
    productId: productId ?? null,
    manufacturer: manufacturer ?? null,
    product: product ?? null,
  }
}

/** The folder of the USB device that a port belongs to: the first one above it with an identity. */
async function usbDevice(device: string): Promise<string | null> {
  let folder = await realpath(device).catch(() => null)
  for (let depth = 0; folder !== null && depth < USB_DEPTH && basename(folder) !== ''; depth++) {
    if ((await text(join(folder, 'idVendor'))) !== null) return folder
    folder = dirname(folder)
  }
  return null
}

async function text(file: string): Promise<string | null> {
  return readFile(file, 'utf8').then(
    (content) => content.trim(),
    () => null,
  )
}
