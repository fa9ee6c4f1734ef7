import { angleAt } from '../dial.ts'

/** SVG path of a piece of a dial around the origin, y down, from one fraction of the scale to another. */
export function arcPath(radius: number, from: number, to: number): string {
  const point = (fraction: number): string => {
    const angle = angleAt(fraction)
    return `${(radius * Math.cos(angle)).toFixed(2)} ${(-radius * Math.sin(angle)).toFixed(2)}`
  }
  const [low, high] = from <= to ? [from, to] : [to, from]
  // Beyond half a turn SVG must be told to take the long way.
  const long = high - low > 180 / 270 ? 1 : 0
  return `M${point(low)}A${radius} ${radius} 0 ${long} 1 ${point(high)}`
}
