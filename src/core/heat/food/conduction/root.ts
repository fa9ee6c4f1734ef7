/** The root of a continuous function between two places where its sign differs, by halving to the last bit. */
export function rootBetween(low: number, high: number, f: (x: number) => number): number {
  let left = low
  let right = high
  const rising = f(high) > 0
  for (let round = 0; round < 200; round++) {
    const middle = (left + right) / 2
    if (middle <= left || middle >= right) break
    if (f(middle) > 0 === rising) right = middle
    else left = middle
  }
  return (left + right) / 2
}
