/** A stretch of time under one power. */
export interface Segment {
  readonly watts: number
  readonly seconds: number
}

/** Dead time between the coil and what the sensors say, s. */
const DEAD = 0.5

/**
 * Power that the readings do not show yet. The delay is kept at the model's input: its state is then that of half a
 * second ago, and what is pending leads from there to now (Smith's predictor, 1957, with a model that learns).
 */
export function pass(
  pending: readonly Segment[],
  fresh: Segment,
): { readonly shown: readonly Segment[]; readonly pending: readonly Segment[] } {
  const all = fresh.seconds > 0 ? [...pending, fresh] : [...pending]
  let due = all.reduce((sum, { seconds }) => sum + seconds, 0) - DEAD
  const shown: Segment[] = []
  while (due > 1e-9) {
    const first = all[0]
    if (first === undefined) break
    if (first.seconds <= due + 1e-9) {
      shown.push(first)
      all.shift()
      due -= first.seconds
    } else {
      shown.push({ watts: first.watts, seconds: due })
      all[0] = { watts: first.watts, seconds: first.seconds - due }
      due = 0
    }
  }
  return { shown, pending: all }
}
