import { describe, expect, test } from 'vitest'
import { brown } from '#core/heat/doneness/browning.ts'
import { CHANGES } from '#core/heat/doneness/changes.ts'
import type { Claim } from '#core/heat/doneness/claim.ts'
import { tenderness } from '#core/heat/doneness/collagen.ts'
import { progress, timeUntil } from '#core/heat/doneness/kinetics.ts'
import { coreFor, donenessOf } from '#core/heat/doneness/meat.ts'
import { oilHeat } from '#core/heat/doneness/oil.ts'
import { proteinState } from '#core/heat/doneness/proteins.ts'
import { starchState } from '#core/heat/doneness/starch.ts'
import { sugarStage } from '#core/heat/doneness/sugar.ts'

const value = <Value>(claim: Claim<Value>): Value | 'unknown' =>
  claim.kind === 'known' ? claim.value : 'unknown'
const share = (claim: Claim<number>): number => (claim.kind === 'known' ? claim.value : Number.NaN)

describe('an egg', () => {
  // Published: Di Lorenzo et al. 2025: the yolk wants 65 °C, the white 85 °C.
  test('at 65 °C sets its yolk within the hour and hardly its white', () => {
    expect(share(progress(CHANGES['egg-yolk'], 0, 65, 3600))).toBeGreaterThan(0.95)
    expect(share(progress(CHANGES['egg-white'], 0, 65, 3600))).toBeLessThan(0.5)
  })

  test('at 85 °C sets its white within a minute', () => {
    expect(share(progress(CHANGES['egg-white'], 0, 85, 60))).toBeGreaterThan(0.99)
  })

  test('sets the same in one step or in many', () => {
    let set = 0
    for (let step = 0; step < 100; step++) set = share(progress(CHANGES['egg-yolk'], set, 66, 6))
    expect(set).toBeCloseTo(share(progress(CHANGES['egg-yolk'], 0, 66, 600)), 9)
  })

  test('is not spoken of above the range of its source', () => {
    expect(progress(CHANGES['egg-yolk'], 0, 101, 1)).toEqual({ kind: 'unknown', why: 'over-range' })
    expect(timeUntil(CHANGES['egg-yolk'], 0.5, 10)).toEqual({ kind: 'unknown', why: 'under-range' })
  })
})

describe('meat', () => {
  // Published: Geileskey et al. 1998: 6.5 % of myoglobin is gone after about a minute at 63 °C.
  test('loses 6.5 % of its red in about a minute at 63 °C', () => {
    const seconds = share(timeUntil(CHANGES.myoglobin, 0.065, 63))
    expect(seconds).toBeGreaterThan(45)
    expect(seconds).toBeLessThan(75)
  })

  test('is named by its core only as far as the table goes', () => {
    expect(value(donenessOf('meat', 49))).toBe('raw')
    expect(value(donenessOf('meat', 52))).toBe('rare')
    expect(value(donenessOf('fish', 51))).toBe('medium-rare')
    expect(value(donenessOf('meat', 75))).toBe('unknown')
    expect(value(coreFor('fish', 'rare'))).toBe(42)
  })

  test('has proteins that change one after another, and collagen that needs hours', () => {
    expect(value(proteinState('myosin', 60))).toBe('changed')
    expect(value(proteinState('actin', 60))).toBe('native')
    expect(value(proteinState('collagen-gelatinises', 95))).toBe('changing')
    expect(value(proteinState('actin', 130))).toBe('unknown')
    expect(value(tenderness(80))).toEqual({ hours: { least: 12, most: 24 }, outcome: 'dissolved' })
    expect(value(tenderness(70))).toBe('unknown')
  })
})

describe('a surface', () => {
  test('stays pale while it is wet, however hot the pan', () => {
    expect(value(brown(0, { celsius: 100, water: 0.9 }, 600))).toBe(0)
  })

  test('browns faster the hotter it is, and the source says nothing between boiling and 140 °C', () => {
    const [slow, fast] = [160, 200].map((celsius) => share(brown(0, { celsius, water: 0 }, 60)))
    expect(fast).toBeGreaterThan(slow ?? 1)
    expect(value(brown(0, { celsius: 120, water: 0 }, 60))).toBe('unknown')
  })
})

describe('sugar, starch and oil', () => {
  test('syrup passes its stages', () => {
    expect(value(sugarStage(115))).toBe('soft-ball')
    expect(value(sugarStage(151))).toBe('hard-crack')
    expect(value(sugarStage(117))).toBeNull()
    expect(value(sugarStage(175))).toBe('light-caramel')
    expect(value(sugarStage(90))).toBe('unknown')
    expect(value(sugarStage(210))).toBe('unknown')
  })

  test('in the mountains a ball comes earlier, caramel does not', () => {
    expect(value(sugarStage(108.5, 2000))).toBe('soft-ball')
    expect(value(sugarStage(175, 2000))).toBe('light-caramel')
  })

  test('rice starch swells between 56 and 82 °C; of other starch and of dough nothing is claimed', () => {
    expect(value(starchState('rice', 50, 0.7))).toBe('raw')
    expect(value(starchState('rice', 70, 0.7))).toBe('gelatinising')
    expect(value(starchState('rice', 90, 0.7))).toBe('gelatinised')
    expect(value(starchState('rice', 90, 0.4))).toBe('unknown')
    expect(value(starchState('other', 90, 0.7))).toBe('unknown')
  })

  test('oil is judged by its label, and carefully without one', () => {
    expect(oilHeat({ grade: 'refined', smokesAt: 220 }, 180).kind).toBe('clear')
    expect(oilHeat({ grade: 'refined', smokesAt: 220 }, 210).kind).toBe('close')
    expect(oilHeat({ grade: 'refined', smokesAt: 220 }, 221).kind).toBe('smokes')
    expect(oilHeat({ grade: 'refined', smokesAt: null }, 180)).toEqual({
      kind: 'unknown',
      keepUnder: 175,
      passed: true,
    })
  })
})
