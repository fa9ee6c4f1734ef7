/** What one zone asks of the circuit, W. */
export interface CircuitWish {
  readonly watts: number
  /** The part of it that only keeps the temperature that there is: a zone that loses it falls back. */
  readonly holds: number
  /** It takes all that it asks for or nothing. */
  readonly whole: boolean
  /** It has it already: such a zone is not switched off and on for what others want. */
  readonly has: boolean
}

/**
 * Law 10: one circuit. First what every zone needs to stay where it is, from the smallest up; what is left is shared
 * equally among those that want more (max-min fairness): a simmering pot keeps its little, two that heat up get the
 * same. A zone that takes all or nothing is served only when all of it fits: the one that has it already before the
 * others, a new one after what the others need to stay.
 */
export function shareCircuit(wishes: readonly CircuitWish[], limit: number): readonly number[] {
  // Whole watts, rounded down: a driver that sends whole watts can then round nothing up past the limit.
  const asked = wishes.map(({ watts }) => Math.max(0, Math.floor(watts)))
  const given = wishes.map(() => 0)
  let left = Math.max(0, Math.floor(limit))
  const grant = (index: number, watts: number): void => {
    given[index] = (given[index] ?? 0) + watts
    left -= watts
  }
  const wholly = (had: boolean): void => {
    wishes.forEach(({ whole, has }, index) => {
      const all = asked[index] ?? 0
      if (whole && has === had && all <= left) grant(index, all)
    })
  }
  const flexible = wishes.map((_, index) => index).filter((index) => wishes[index]?.whole === false)
  const fairly = (needs: readonly number[]): void => {
    const order = flexible.toSorted((a, b) => (needs[a] ?? 0) - (needs[b] ?? 0))
    order.forEach((index, position) => {
      grant(index, Math.min(needs[index] ?? 0, Math.floor(left / (order.length - position))))
    })
  }
  wholly(true)
  fairly(wishes.map(({ holds }, index) => Math.min(asked[index] ?? 0, Math.max(0, Math.floor(holds)))))
  wholly(false)
  fairly(asked.map((all, index) => all - (given[index] ?? 0)))
  return given
}
