import { describe, expect, test } from 'vitest'
import type { CookGraph } from '#contract/commands.ts'
import {
  marksOf,
  powerColumns,
  temperatureColumns,
  zonesCookedOn,
} from '#renderer/screens/history/graph-data.ts'
import { heatCurves } from '#renderer/screens/recipes/heat-curve.ts'
import { shipped, shippedRecipes } from './recipes.ts'

const zone = (id: number, mean: (number | null)[], power: (number | null)[]): CookGraph['zones'][number] => ({
  zone: id,
  name: `Zone ${id}`,
  mean,
  min: mean,
  max: mean,
  power,
})
const graph: CookGraph = {
  t: [0, 1, 2],
  zones: [
    zone(0, [20, null, 100], [0, 500, 900]),
    zone(1, [21, 21, 21], [0, 0, 0]),
    zone(2, [80, 75, 70], [0, 0, 0]),
  ],
  events: [
    { t: 0, kind: 'step', detail: '0' },
    { t: 1, kind: 'fault', detail: 'too-hot' },
    { t: 2, kind: 'step', detail: '1' },
    { t: 2, kind: 'progress', detail: '' },
  ],
}

describe('the graph of a cook', () => {
  test('shows zones that got power or were hot, not those that stayed cold', () => {
    expect(zonesCookedOn(graph).map((each) => each.zone)).toEqual([0, 2])
  })

  test('shows one zone when none was used', () => {
    expect(zonesCookedOn({ ...graph, zones: graph.zones.slice(1, 2) })).toHaveLength(1)
  })

  test('keeps what is unknown unknown, on either scale', () => {
    expect(temperatureColumns(graph, 'c')[3]).toEqual([20, null, 100])
    expect(temperatureColumns(graph, 'f')[3]).toEqual([68, null, 212])
  })

  test('has a column for time and each line', () => {
    expect(temperatureColumns(graph, 'c')).toHaveLength(1 + 2 * 3)
    expect(powerColumns(graph)).toHaveLength(1 + 2)
  })

  test('marks steps by their number and faults by their code', () => {
    expect(marksOf(graph)).toEqual([
      { t: 0, kind: 'step', label: '1' },
      { t: 1, kind: 'fault', label: 'too-hot' },
      { t: 2, kind: 'step', label: '2' },
    ])
  })
})

describe('the heat of a recipe as a line', () => {
  test('has one line for each pot, and time only runs forward', () => {
    for (const recipe of shippedRecipes) {
      const curves = heatCurves(recipe)
      expect(curves).toHaveLength(recipe.zones.length)
      for (const curve of curves) {
        curve.forEach((point, index) => expect(point.at).toBeGreaterThanOrEqual(curve[index - 1]?.at ?? 0))
      }
    }
  })

  test('reaches what the recipe sets', () => {
    const [pan] = heatCurves(shipped('crisp-salmon-fennel-orange'))
    expect(Math.max(...(pan ?? []).map((point) => point.celsius))).toBe(185)
  })
})
