import type { Profile } from './profile.ts'
import { decode, widthOf, wordKey, type Words } from './register.ts'
import type { Answer } from './request.ts'
import type { RtuLine } from './rtu-line.ts'

export type Greeting =
  /** `name` is what it calls itself, '' when it has no name. */
  | { readonly kind: 'known'; readonly name: string }
  | { readonly kind: 'stranger'; readonly detail: string }
  | { readonly kind: 'nobody' }

/** A question that is lost on the way is asked again so often. */
const TRIES = 3

/**
 * Stop first (law 2), then who it is: nothing but "stop" is written to a device that is not what the profile says. Some
 * take no writing before they are prepared for it, so whoever greets says off again after.
 */
export async function greet(line: RtuLine, profile: Profile): Promise<Greeting> {
  const stop = await insist(() => line.urgent({ kind: 'write', ...profile.stop }))
  if (isLost(stop)) return { kind: 'nobody' }
  for (const of of profile.identity) {
    const { function: read, address } = of
    const answer = await insist(() => line.ask({ kind: 'read', function: read, address, count: widthOf(of) }))
    if (isLost(answer)) return { kind: 'nobody' }
    const wrong =
      answer.kind === 'ok'
        ? mismatch(of, answer.words, profile)
        : `register ${place(address)} cannot be read: no ${profile.name}`
    if (wrong !== null) return { kind: 'stranger', detail: wrong }
  }
  for (const write of profile.prepare) {
    // Refused by some, for good reason: one that is older, or prepared already. What matters is checked by "off".
    if (isLost(await insist(() => line.ask({ kind: 'write', ...write })))) return { kind: 'nobody' }
  }
  const name = await line.ask({ kind: 'identify', function: 17 })
  return { kind: 'known', name: name.kind === 'ok' ? String.fromCharCode(...name.words) : '' }
}

async function insist(question: () => Promise<Answer>): Promise<Answer> {
  let answer = await question()
  for (let tries = 1; tries < TRIES && isLost(answer); tries++) answer = await question()
  return answer
}

function isLost({ kind }: Answer): boolean {
  return kind === 'silence' || kind === 'garbled' || kind === 'dropped'
}

/** Why what was read is not what the profile says; null when it is. */
function mismatch(
  of: Profile['identity'][number],
  words: readonly number[],
  { name, wordOrder }: Profile,
): string | null {
  const read: Words = new Map(
    words.map((word, at): [string, number] => [wordKey(of.function, of.address + at), word]),
  )
  const value = decode(of, read, wordOrder)
  const listed = of.oneOf === undefined || (value !== null && of.oneOf.includes(value))
  const inRange = value !== null && value >= (of.from ?? -Infinity) && value <= (of.to ?? Infinity)
  if (listed && inRange) return null
  return `register ${place(of.address)} reads ${value ?? 'nothing'}: no ${name}, or not set as it must be (${of.means})`
}

/** Both ways in which manuals write it. */
function place(address: number): string {
  return `${address} (${address.toString(16).toUpperCase().padStart(4, '0')}H)`
}
