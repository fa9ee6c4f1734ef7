import type { DeviceFlag } from '#core/stove/stove.ts'

/** What is about the line, not about the machine: it asks for the line again. */
const OF_THE_LINE = /checksum|line number/i

/** The device's own complaint in a line; null when it is none. */
export function complaint(line: string): readonly DeviceFlag[] | null {
  if (!/^(?:Error:|!!)/i.test(line) || OF_THE_LINE.test(line)) return null
  if (/MAXTEMP/.test(line)) return ['over-temperature', 'hardware']
  if (/MINTEMP/.test(line)) return ['sensor-open', 'hardware']
  return ['hardware']
}
