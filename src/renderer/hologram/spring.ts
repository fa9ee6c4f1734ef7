/** A value that follows its goal critically damped: it arrives in about `ms` and never swings over. */
export interface Spring {
  value: number
  velocity: number
  goal: number
  /** Nearer than this nobody sees a difference: the motion is over. */
  readonly fine: number
}

export const spring = (value: number, fine = 2e-3): Spring => ({ value, velocity: 0, goal: value, fine })

/** Moves on by `dt` milliseconds in closed form, stable for any step; true while it still moves. */
export function advance(s: Spring, dt: number, ms: number): boolean {
  if (s.value === s.goal && s.velocity === 0) return false
  // Critically damped: 1.7 % of the way is left after omega t = 6.
  const omega = 6 / ms
  const off = s.value - s.goal
  const pull = s.velocity + omega * off
  const decay = Math.exp(-omega * dt)
  s.value = s.goal + (off + pull * dt) * decay
  s.velocity = (s.velocity - omega * pull * dt) * decay
  // What is left decays: it is over when neither the place nor the next moments can be told from the goal.
  if (Math.abs(s.value - s.goal) < s.fine && Math.abs(s.velocity) / omega < s.fine) settle(s)
  return s.velocity !== 0 || s.value !== s.goal
}

export function settle(s: Spring): void {
  s.value = s.goal
  s.velocity = 0
}
