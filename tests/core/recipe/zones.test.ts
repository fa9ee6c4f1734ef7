import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { envelopeIn } from '#core/program/of-step.ts'
import { checkZones, suggestZones } from '#core/recipe/assign.ts'
import { envelope, heatAt } from '#core/recipe/heat.ts'
import type { ZoneDescription } from '#core/stove/stove.ts'
import { celsius, watts } from '#core/units/quantities.ts'
import { arbitraryRecipe } from './arbitrary.ts'
import { SHIPPED } from '../technique/library.ts'
import { libraryRecipe } from './library.ts'

const zone = (id: number, power: number, yMm: number): ZoneDescription => ({
  id,
  maxPower: watts(power),
  maxSurface: celsius(300),
  sets: 'power',
  diameterMm: 180,
  xMm: id * 100,
  yMm,
})
const HOB = [zone(0, 1400, 100), zone(1, 2200, -100), zone(2, 1400, -100)]
const salmon = libraryRecipe('crisp-salmon-fennel-orange.json')
const ragu = libraryRecipe('sunday-ragu.json')

describe('zones of a recipe', () => {
  test('the role that asks for most gets the strongest zone, then the nearest', () => {
    expect(suggestZones(salmon, HOB)).toEqual({ pan: 1, pot: 2 })
    expect(suggestZones(ragu, HOB)).toEqual({ 'pasta-pot': 1, pot: 2 })
  })

  test('a pan that stands there already is preferred', () => {
    expect(suggestZones(salmon, HOB, ['present', 'absent', 'present'])).toEqual({ pan: 2, pot: 0 })
  })

  test('a stove with too few zones has no suggestion', () => {
    expect(suggestZones(salmon, HOB.slice(0, 1))).toBeNull()
  })

  test('each role needs a zone of its own that exists', () => {
    expect(checkZones(salmon, { pan: 1, pot: 2 }, HOB)).toEqual({ kind: 'ok' })
    expect(checkZones(salmon, { pan: 1 }, HOB)).toEqual({ kind: 'role-unassigned', role: 'pot' })
    expect(checkZones(salmon, { pan: 1, pot: 1 }, HOB)).toEqual({ kind: 'zone-twice', role: 'pot' })
    expect(checkZones(salmon, { pan: 1, pot: 5 }, HOB)).toEqual({ kind: 'unknown-zone', role: 'pot' })
  })

  test('every suggestion is a valid choice', () => {
    fc.assert(
      fc.property(arbitraryRecipe, (recipe) => {
        expect(checkZones(recipe, suggestZones(recipe, HOB) ?? {}, HOB)).toEqual({ kind: 'ok' })
      }),
    )
  })
})

describe('the envelope that a cook accepts', () => {
  test('is the greatest share and temperature of each zone', () => {
    expect(envelope(ragu, { pot: 3, 'pasta-pot': 0 }, envelopeIn(SHIPPED))).toEqual([
      { zone: 0, maxShare: 0, maxCelsius: 0, maxLiquid: 0, maxVigour: 1 },
      { zone: 3, maxShare: 0.5, maxCelsius: 190, maxLiquid: 0, maxVigour: 1 },
    ])
  })

  test('no step ever stands above it', () => {
    fc.assert(
      fc.property(arbitraryRecipe, (recipe) => {
        const zones = suggestZones(recipe, HOB) ?? {}
        const limits = envelope(recipe, zones, envelopeIn(SHIPPED))
        recipe.steps.forEach((_, index) => {
          for (const [id, target] of heatAt(recipe, zones, index)) {
            const limit = limits.find((candidate) => candidate.zone === id)
            if (target.kind === 'power') expect(target.share).toBeLessThanOrEqual(limit?.maxShare ?? -1)
            if (target.kind === 'temperature')
              expect(target.celsius).toBeLessThanOrEqual(limit?.maxCelsius ?? -1)
          }
        })
      }),
    )
  })
})
