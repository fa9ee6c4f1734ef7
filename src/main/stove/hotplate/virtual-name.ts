/** What an emulated hotplate says of itself where its protocol has a name: nobody may take it for hardware (law 9). */
const NAME = /\bVIRTUAL X(\d{1,3}(?:\.\d{1,2})?) S(\d{1,10})\b/

export function virtualName(name: string, speed: number, seed: number): string {
  return `${name} VIRTUAL X${speed} S${seed}`
}

/** The emulation behind a name, and the name without it; null for hardware. */
export function readVirtualName(
  text: string,
): { readonly name: string; readonly speed: number; readonly seed: number } | null {
  const found = NAME.exec(text)
  if (found === null) return null
  const speed = Number(found[1])
  if (!(speed > 0)) return null
  return { name: text.replace(NAME, '').trim(), speed, seed: Number(found[2]) }
}
