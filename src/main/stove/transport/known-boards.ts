/**
 * USB identities of the boards and bridges that do-it-yourself controllers are made with. Vendor identities are
 * from the list of the USB Implementers Forum; "link" is a guess, only a greeting can tell.
 */
interface KnownBoard {
  readonly vendorId: string
  /** Any product of the vendor when missing. */
  readonly productId?: string
  readonly name: string
}

const BOARDS: readonly KnownBoard[] = [
  { vendorId: '2341', productId: '0043', name: 'Arduino Uno' },
  { vendorId: '2341', productId: '0010', name: 'Arduino Mega 2560' },
  { vendorId: '2341', productId: '0042', name: 'Arduino Mega 2560' },
  { vendorId: '2341', productId: '8036', name: 'Arduino Leonardo' },
  { vendorId: '2341', productId: '8037', name: 'Arduino Micro' },
  { vendorId: '2341', productId: '0069', name: 'Arduino Uno R4 Minima' },
  { vendorId: '2341', productId: '1002', name: 'Arduino Uno R4 WiFi' },
  { vendorId: '2341', name: 'Arduino' },
  { vendorId: '2a03', name: 'Arduino' },
  { vendorId: '2e8a', productId: '0005', name: 'Raspberry Pi Pico (MicroPython)' },
  { vendorId: '2e8a', productId: '000a', name: 'Raspberry Pi Pico' },
  { vendorId: '2e8a', productId: '000f', name: 'Raspberry Pi Pico 2' },
  { vendorId: '2e8a', name: 'Raspberry Pi RP2040' },
  { vendorId: '303a', productId: '1001', name: 'ESP32 (built-in USB)' },
  { vendorId: '303a', name: 'Espressif ESP32' },
  { vendorId: '16c0', productId: '0483', name: 'Teensy' },
  { vendorId: '0483', productId: '5740', name: 'STM32 virtual COM port' },
  { vendorId: '0483', productId: '374b', name: 'STM32 Nucleo (ST-Link)' },
  { vendorId: '239a', name: 'Adafruit board' },
  { vendorId: '10c4', productId: 'ea60', name: 'CP210x USB-serial adapter' },
  { vendorId: '1a86', productId: '7523', name: 'CH340 USB-serial adapter' },
  { vendorId: '1a86', productId: '5523', name: 'CH341 USB-serial adapter' },
  { vendorId: '1a86', productId: '55d4', name: 'CH9102 USB-serial adapter' },
  { vendorId: '0403', productId: '6001', name: 'FTDI FT232 USB-serial adapter' },
  { vendorId: '0403', productId: '6015', name: 'FTDI FT230X USB-serial adapter' },
  { vendorId: '0403', name: 'FTDI USB-serial adapter' },
]

/** The name that people know a board by; null for a stranger. Identities are 4 hexadecimal digits. */
export function knownBoard(vendorId: string, productId: string): string | null {
  const vendor = BOARDS.filter((board) => board.vendorId === vendorId.toLowerCase())
  const exact = vendor.find((board) => board.productId === productId.toLowerCase())
  return (exact ?? vendor.find((board) => board.productId === undefined))?.name ?? null
}
