/**
 * CRC-16/CCITT-FALSE (also called CRC-16/IBM-3740): polynomial 0x1021, start 0xFFFF, nothing reflected, no final
 * xor; "123456789" gives 0x29B1. Finds every error of up to 3 bits in a body of this protocol's length
 * (Hamming distance 4 up to 32751 bits, P. Koopman, "Best CRC Polynomials").
 */
const POLYNOMIAL = 0x1021
const START = 0xffff

const TABLE = new Uint16Array(256).map((_, index) => {
  let remainder = index << 8
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 0x8000 ? (remainder << 1) ^ POLYNOMIAL : remainder << 1
  }
  return remainder
})

/** The checksum of `bytes` from `start` up to, not including, `end`. */
export function crc16(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let crc = START
  for (let index = start; index < end; index++) {
    crc = ((crc << 8) & 0xffff) ^ (TABLE[(crc >> 8) ^ (bytes[index] ?? 0)] ?? 0)
  }
  return crc
}
