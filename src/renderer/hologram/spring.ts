/** A value that follows its goal critically damped: it arrives in about `ms` and never swings over. */
export interface Spring {
  value: number
  velocity: number
  goal: number
}

export const spring = (value: number): Spring => ({ value, velocity: 0, goal: value })

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
  if (Math.abs(s.value - s.goal) < 5e-4 && Math.abs(s.velocity) < 1e-5) settle(s)
  return s.velocity !== 0 || s.value !== s.goal
}

export function settle(s: Spring): void {
  s.value = s.goal
  s.velocity = 0
}
