import { describe, expect, test } from 'vitest'
import { bandsOf, goalOf } from '#core/program/goal.ts'
import { planOfStep } from '#core/program/of-step.ts'
import { planReadyBy } from '#core/program/outlook.ts'
import { countTally, isPasteurised, startTally } from '#core/program/pasteurised.ts'
import { planProgram } from '#core/program/plan.ts'
import { withSenses } from '#core/program/senses.ts'
import { SHIPPED, technique } from '../technique/library.ts'
import { plainEggs } from '../recipe/plain-eggs.ts'
import { planOf, STEAK } from './run.ts'

const NOW = { surface: null, liquid: null, surfaceRate: null, liquidRate: null, boilsAt: 100 }

describe('what the cook chooses', () => {
  test('sets every phase that is left to it', () => {
    const plan = planOf('sear', { celsius: 210, core: 52, food: STEAK })
    expect(plan.envelope).toMatchObject({ maxCelsius: 210, maxShare: 0, maxLiquid: 0, maxVigour: 0 })
    expect(plan.phases[2]?.until).toEqual({ kind: 'core', celsius: 52 })
  })

  test('as a doneness becomes a core temperature, by Baldwin and by FSIS', () => {
    expect(planOf('sear', { doneness: 'rare', food: STEAK }).choices.core).toBe(50)
    expect(goalOf('fatty-fish', 'rare')).toBe(42)
    expect(goalOf('poultry', 'rare')).toBeNull()
    expect(goalOf('poultry', 'safe')).toBe(74)
  })

  test('of poultry is safe where nothing else is said', () => {
    const planning = planProgram(technique('sear'), { food: { ...STEAK, kind: 'poultry' } })
    expect(planning.kind === 'plan' && planning.plan.choices.core).toBe(74)
  })

  test('with a hotter goal gets a hotter bath', () => {
    expect(planOf('sous-vide', { core: 60, food: STEAK }).choices.celsius).toBe(61)
  })

  test('bands of a food touch one another and end where water boils', () => {
    const bands = bandsOf('beef')
    expect(bands.map(({ from }) => from)).toEqual([50, 55, 60, 63])
    expect(bands.map(({ to }) => to)).toEqual([55, 60, 63, 100])
  })
})

describe('a step of a recipe', () => {
  test('may run one phase alone, and then asks for no more than that', () => {
    const planning = planOfStep(
      { kind: 'technique', technique: 'simmer', phase: 'simmer', choices: {} },
      SHIPPED,
    )
    expect(planning.kind === 'plan' && planning.plan.envelope.maxVigour).toBe(0.3)
  })

  test('that names a phase or a technique that is not there is told so', () => {
    const lost = planOfStep({ kind: 'technique', technique: 'simmer', phase: 'fly', choices: {} }, SHIPPED)
    expect(lost).toMatchObject({ kind: 'refused', code: 'phase-unknown' })
    const none = planOfStep({ kind: 'technique', technique: 'levitate', choices: {} }, SHIPPED)
    expect(none).toMatchObject({ kind: 'refused', code: 'technique-unknown' })
  })

  test('without senses of its own takes those of its technique', () => {
    const [step] = plainEggs.steps
    if (step === undefined) throw new Error('no step')
    const { senses: _, ...bare } = step
    const sweat = { role: 'pan', kind: 'technique', technique: 'sweat', choices: {} } as const
    const recipe = withSenses({ ...plainEggs, steps: [{ ...bare, heat: [sweat] }, step] }, SHIPPED)
    expect(recipe.steps[0]?.senses?.en).toContain(technique('sweat').byHand.smell.en)
    expect(recipe.steps[1]).toBe(step)
  })
})

describe('pasteurised', () => {
  test('is nothing that never passed 55 °C, however long it lay there', () => {
    let tally = startTally('poultry')
    for (let hour = 0; hour < 48; hour++)
      tally = countTally(tally, hour * 3600, { value: 54.9, deviation: 0 })
    expect(isPasteurised(tally)).toBe(false)
    expect(tally.log10.every((each) => each === 0)).toBe(true)
  })

  test('is chicken after an hour at 65 °C, and not while its core may be colder', () => {
    const at65 = (deviation: number): boolean | null => {
      const first = countTally(startTally('poultry'), 0, { value: 65, deviation })
      return isPasteurised(countTally(first, 3600, { value: 65, deviation }))
    }
    expect(at65(0)).toBe(true)
    expect(at65(8)).toBe(false)
  })

  test('is said of no vegetable', () => {
    expect(isPasteurised(startTally('vegetable'))).toBeNull()
  })
})

describe('a wanted hour', () => {
  const HOUR = 3_600_000

  test('is met by holding what can wait, and by a late start of what cannot', () => {
    expect(planReadyBy(planOf('absorb'), 2 * HOUR, 0, NOW, null)).toMatchObject({ kind: 'late' })
    expect(planReadyBy(planOf('hold-warm'), 2 * HOUR, 0, NOW, null)).toMatchObject({
      kind: 'hold',
      startsAtCook: 0,
    })
  })

  test('that is too near is said to be', () => {
    expect(planReadyBy(planOf('hard-egg'), 60_000, 0, NOW, null)).toMatchObject({ kind: 'too-late' })
  })

  test('names the allowance for warming up as what it is', () => {
    expect(planReadyBy(planOf('hard-egg'), 2 * HOUR, 0, NOW, null).assumes).toContain('warm-up')
  })
})
