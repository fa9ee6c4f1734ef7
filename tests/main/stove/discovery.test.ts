import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { listPorts } from '#main/stove/discovery.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** A machine's /dev and /sys: a path ends at a text, a link at an arrow. */
async function machine(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'smarttop-ports-'))
  folders.push(root)
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path)
    await mkdir(dirname(file), { recursive: true })
    if (content.startsWith('-> ')) await symlink(content.slice(3), file)
    else await writeFile(file, content)
  }
  return root
}

const noManager = (): Promise<never> => Promise.reject(new Error('spawn udevadm ENOENT'))

// Links need a privilege on Windows, and ports have no files there.
describe.skipIf(process.platform === 'win32')('the ports of a machine without a device manager', () => {
  test('are named by their boards, likely stoves first, under names that last', async () => {
    const root = await machine({
      'dev/ttyACM0': '',
      'dev/ttyUSB3': '',
      'dev/ttyS0': '',
      'dev/ttyS4': '',
      'dev/tty1': '',
      'dev/null': '',
      'dev/serial/by-id/usb-Arduino_Uno_7573-if00': '-> ../../ttyACM0',
      'sys/class/tty/ttyACM0/device': '-> ../../../devices/usb1/1-1/1-1:1.0',
      'sys/devices/usb1/1-1/1-1:1.0/x': '',
      'sys/devices/usb1/1-1/idVendor': '2341\n',
      'sys/devices/usb1/1-1/idProduct': '0043\n',
      'sys/devices/usb1/1-1/manufacturer': 'Arduino (www.arduino.cc)\n',
      'sys/class/tty/ttyUSB3/device': '-> ../../../devices/usb1/1-2/1-2:1.0/ttyUSB3',
      'sys/devices/usb1/1-2/1-2:1.0/ttyUSB3/x': '',
      'sys/devices/usb1/1-2/idVendor': 'dead\n',
      'sys/devices/usb1/1-2/idProduct': 'beef\n',
      'sys/devices/usb1/1-2/product': 'Barcode scanner\n',
      'sys/class/tty/ttyS0/type': '4\n',
      'sys/class/tty/ttyS4/type': '0\n',
    })
    const byId = join(root, 'dev/serial/by-id/usb-Arduino_Uno_7573-if00')
    expect(await listPorts({ manager: noManager, root })).toEqual([
      {
        path: byId,
        vendor: 'Arduino (www.arduino.cc)',
        product: 'Arduino Uno',
        driver: 'link',
        address: `serial:${byId}`,
      },
      {
        path: join(root, 'dev/ttyS0'),
        vendor: null,
        product: null,
        driver: null,
        address: `serial:${join(root, 'dev/ttyS0')}`,
      },
      {
        path: join(root, 'dev/ttyUSB3'),
        vendor: null,
        product: 'Barcode scanner',
        driver: null,
        address: `serial:${join(root, 'dev/ttyUSB3')}`,
      },
    ])
  })

  test('are none on a machine without any', async () => {
    expect(await listPorts({ manager: noManager, root: await machine({ 'etc/hosts': '' }) })).toEqual([])
  })
})

describe('the ports that a device manager lists', () => {
  test.each([
    ['2e8a', '000A', 'Raspberry Pi Pico'],
    ['303a', '1001', 'ESP32 (built-in USB)'],
    ['10C4', 'EA60', 'CP210x USB-serial adapter'],
    ['1a86', '7523', 'CH340 USB-serial adapter'],
    ['0403', '6001', 'FTDI FT232 USB-serial adapter'],
    ['2341', 'ffff', 'Arduino'],
  ])('%s:%s is a %s, which may speak Link', async (vendorId, productId, product) => {
    const manager = () => Promise.resolve([{ path: 'COM4', vendorId, productId, manufacturer: 'Maker' }])
    expect(await listPorts({ manager, root: '/there-is-no-such-root' })).toEqual([
      { path: 'COM4', vendor: 'Maker', product, driver: 'link', address: 'serial:COM4' },
    ])
  })

  test('keep their own name when nobody knows them', async () => {
    const manager = () =>
      Promise.resolve([
        { path: 'COM1', friendlyName: 'Communications Port (COM1)' },
        { path: '/dev/ttyACM2', pnpId: 'usb-Acme_Kitchen_Scale_00A1B2C3-if00', manufacturer: 'Acme_Inc.' },
      ])
    const ports = await listPorts({ manager, root: '/there-is-no-such-root' })
    expect(ports.map(({ vendor, product, driver }) => ({ vendor, product, driver }))).toEqual([
      { vendor: 'Acme Inc.', product: 'Acme Kitchen Scale', driver: null },
      { vendor: null, product: 'Communications Port (COM1)', driver: null },
    ])
  })
})

test('the ports of this machine can be listed, whatever it is', async () => {
  for (const port of await listPorts()) expect(port.address).toMatch(/^serial:./)
})
