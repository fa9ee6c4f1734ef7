/** A field of temperatures, row 0 at the back. */
export interface Grid {
  readonly side: number
  readonly value: (column: number, row: number) => number
}

/**
 * The area where a field is at least `level`, as an SVG path over 0..side-1 in both directions: marching squares
 * with linear interpolation (Lorensen and Cline's method in two dimensions), closed along the field's border.
 */
export function areaAbove(grid: Grid, level: number): string {
  const { side } = grid
  const last = side - 1
  // A frame of cold cells around the field closes every contour.
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column > last || row > last ? -Infinity : grid.value(column, row)
  const clamp = (n: number): number => Math.min(last, Math.max(0, n))
  const next = new Map<string, string>()
  const cross = (c0: number, r0: number, c1: number, r1: number): string => {
    const a = at(c0, r0)
    const b = at(c1, r1)
    const t = a === -Infinity ? 1 : b === -Infinity ? 0 : (level - a) / (b - a)
    const x = clamp(c0 + (c1 - c0) * t)
    const y = clamp(r0 + (r1 - r0) * t)
    return `${x.toFixed(2)} ${y.toFixed(2)} ${(c0 + c1) / 2},${(r0 + r1) / 2}`
  }
  for (let row = -1; row < side; row++) {
    for (let column = -1; column < side; column++) {
      const nw = at(column, row) >= level
      const ne = at(column + 1, row) >= level
      const se = at(column + 1, row + 1) >= level
      const sw = at(column, row + 1) >= level
      const kind = (nw ? 8 : 0) | (ne ? 4 : 0) | (se ? 2 : 0) | (sw ? 1 : 0)
      if (kind === 0 || kind === 15) continue
      const north = (): string => cross(column, row, column + 1, row)
      const east = (): string => cross(column + 1, row, column + 1, row + 1)
      const south = (): string => cross(column, row + 1, column + 1, row + 1)
      const west = (): string => cross(column, row, column, row + 1)
      // Each piece keeps the warm side on its right hand.
      switch (kind) {
        case 1:
          next.set(south(), west())
          break
        case 2:
          next.set(east(), south())
          break
        case 3:
          next.set(east(), west())
          break
        case 4:
          next.set(north(), east())
          break
        case 5:
          next.set(north(), west())
          next.set(south(), east())
          break
        case 6:
          next.set(north(), south())
          break
        case 7:
          next.set(north(), west())
          break
        case 8:
          next.set(west(), north())
          break
        case 9:
          next.set(south(), north())
          break
        case 10:
          next.set(west(), south())
          next.set(east(), north())
          break
        case 11:
          next.set(east(), north())
          break
        case 12:
          next.set(west(), east())
          break
        case 13:
          next.set(south(), east())
          break
        default:
          next.set(west(), south())
      }
    }
  }
  let path = ''
  while (next.size > 0) {
    const [start] = next.keys()
    let key = start
    let first = true
    while (key !== undefined) {
      const to: string | undefined = next.get(key)
      if (to === undefined) break
      next.delete(key)
      path += `${first ? 'M' : 'L'}${key.slice(0, key.lastIndexOf(' '))}`
      first = false
      key = to
    }
    path += 'Z'
  }
  return path
}
