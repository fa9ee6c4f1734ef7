/**
 * Law 10: one circuit. What every zone wants is met from the smallest up, and what is left is shared equally among
 * the rest (max-min fairness): a simmering pot keeps its little, two that want everything get the same.
 */
export function shareCircuit(wanted: readonly number[], limit: number): readonly number[] {
  const given = wanted.map(() => 0)
  let left = Math.max(0, Math.floor(limit))
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  order.forEach((index, position) => {
    const fair = Math.floor(left / (order.length - position))
    // Whole watts, rounded down: a driver that sends whole watts can then round nothing up past the limit.
    const share = Math.max(0, Math.min(Math.floor(wanted[index] ?? 0), fair))
    given[index] = share
    left -= share
  })
  return given
}
