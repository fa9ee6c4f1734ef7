/**
 * Consistent Overhead Byte Stuffing (S. Cheshire and M. Baker, IEEE/ACM Transactions on Networking 7(2), 1999):
 * writes any bytes without a zero, at a cost of one byte for each 254 begun, so that zero can mark frames.
 */
const LONGEST_BLOCK = 0xff

/** The stuffed form of `bytes`, without delimiters. */
export function cobsEncode(bytes: Uint8Array): Uint8Array {
  const target = new Uint8Array(bytes.length + Math.floor(bytes.length / 254) + 1)
  let code = 0
  let write = 1
  for (let read = 0; read < bytes.length; read++) {
    const byte = bytes[read] ?? 0
    if (byte !== 0) target[write++] = byte
    const full = write - code === LONGEST_BLOCK
    if (byte === 0 || (full && read + 1 < bytes.length)) {
      target[code] = write - code
      code = write++
    }
  }
  target[code] = write - code
  return target.subarray(0, write)
}

/**
 * Undoes it for `source` from `start` up to `end` (a run without zeros) into `target`, which must be as long as
 * the run. Returns the number of bytes written, or -1 when the run is not a stuffed one.
 */
export function cobsDecode(source: Uint8Array, start: number, end: number, target: Uint8Array): number {
  let read = start
  let write = 0
  while (read < end) {
    const code = source[read++] ?? 0
    const blockEnd = read + code - 1
    if (code === 0 || blockEnd > end) return -1
    while (read < blockEnd) target[write++] = source[read++] ?? 0
    if (code !== LONGEST_BLOCK && read < end) target[write++] = 0
  }
  return write
}
