/**
 * CRC-16/MODBUS: polynomial 8005H reflected (A001H), start FFFFH; "123456789" gives 4B37H. It travels low byte first
 * (MODBUS over Serial Line V1.02, 2.5.1.2). Written apart from the library that the driver uses, so that both meet.
 */
export function crc16(bytes: Uint8Array): number {
  let crc = 0xffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1
  }
  return crc
}

/** The frame with its checksum. */
export function sealed(body: readonly number[]): Uint8Array {
  const crc = crc16(Uint8Array.from(body))
  return Uint8Array.from([...body, crc & 0xff, crc >> 8])
}

export function isSound(frame: Uint8Array): boolean {
  if (frame.length < 4) return false
  const crc = crc16(frame.subarray(0, -2))
  return frame.at(-2) === (crc & 0xff) && frame.at(-1) === crc >> 8
}
