/** A numbered line with its checksum, the exclusive or of all bytes before the star (RepRap G-code, "Checking"). */
export function numbered(number: number, command: string): string {
  const line = `N${number} ${command}`
  return `${line}*${checksum(line)}`
}

function checksum(line: string): number {
  let sum = 0
  for (let index = 0; index < line.length; index++) sum ^= line.charCodeAt(index)
  return sum & 0xff
}
