import { beforeAll, describe, expect, test } from 'vitest'
import { BOUND, judge, type Judgement } from './estimate/judge.ts'
import { judgeContents, type ContentsJudgement } from './estimate/judge-contents.ts'
import { LIQUID_STORIES } from './estimate/liquid-stories.ts'
import { play } from './estimate/play.ts'
import { STORIES, type Story } from './estimate/stories.ts'

/*
 * What the kitchen claims of a pan, held against stoves that it has never met. Seeds 1 to 20 were looked at while
 * the estimator was made; those from 1000 on are for this test alone. A claim that fails here is mended in the
 * estimator or not made.
 */
const UNSEEN = Array.from({ length: 20 }, (_, index) => 1000 + index)

/** Each seed plays one story; all stories come up, each with several seeds. */
const storyOf = (seed: number, shift: number): Story => {
  const story = STORIES[(seed + shift) % STORIES.length]
  if (story === undefined) throw new Error('no stories')
  return story
}

describe.each([
  { name: 'in real time', period: 0.1, shift: 0, seeds: UNSEEN },
  // The same physics costs the same however fast it runs: half the seeds will do.
  { name: 'with the physics at 20x', period: 2, shift: 3, seeds: UNSEEN.slice(0, 12) },
])('on seeds never used in tuning, $name', ({ period, shift, seeds }) => {
  let judgement: Judgement

  beforeAll(() => {
    const samples = seeds.flatMap((seed) =>
      play({ seed, story: storyOf(seed, shift), period, camera: false }),
    )
    judgement = judge(samples)
  }, 180_000)

  test('the estimated centre is within the bound at least 9 times in 10', () => {
    expect(BOUND).toBe(6)
    expect(judgement.bounded).toBeGreaterThanOrEqual(0.9)
  })

  test('two deviations cover the truth at least 9 times in 10', () => {
    expect(judgement.covered).toBeGreaterThanOrEqual(0.9)
  })

  test('the deviation is no excuse: it stays useful', () => {
    expect(judgement.deviation).toBeLessThan(4)
  })

  test('the estimate is nearer to the pan than its sensor is', () => {
    expect(judgement.rms).toBeLessThan(0.9 * judgement.sensorRms)
  })

  test('the kitchen speaks while a pan stands there', () => {
    expect(judgement.told).toBeGreaterThan(0.85)
  })

  test('the map tells more than one number for the whole zone would', () => {
    expect(judgement.fieldRms).toBeLessThan(judgement.flatRms)
  })
})

test('a thermal camera makes the map of a bare pan truer', () => {
  const bare = STORIES.find(({ pan }) => pan === 'iron-26')
  if (bare === undefined) throw new Error('no bare pan')
  const [blind, seeing] = [false, true].map((camera) =>
    judge([1000, 1001, 1002].flatMap((seed) => play({ seed, story: bare, period: 2, camera }))),
  )
  expect(seeing?.fieldRms).toBeLessThan(0.8 * (blind?.fieldRms ?? 0))
}, 60_000)

describe('what is in the pot, told by power and response alone, on seeds never used in tuning', () => {
  let judgement: ContentsJudgement

  beforeAll(() => {
    const seeds = UNSEEN.slice(0, 4)
    judgement = judgeContents(
      LIQUID_STORIES.flatMap((story) =>
        seeds.map((seed) => play({ seed, story, period: 0.5, camera: false })),
      ),
    )
  }, 180_000)

  test('its temperature is told most of the time, and within two deviations 9 times in 10', () => {
    expect(judgement.told).toBeGreaterThan(0.85)
    expect(judgement.covered).toBeGreaterThanOrEqual(0.9)
  })

  test('the deviation is no excuse: it stays useful', () => {
    expect(judgement.deviation).toBeLessThan(8)
    expect(judgement.rms).toBeLessThan(12)
  })

  test('its heat capacity is identified within two deviations, and within a third in the middle', () => {
    expect(judgement.capacityCovered).toBeGreaterThanOrEqual(0.9)
    expect(judgement.capacityError).toBeLessThan(0.33)
  })

  test('the water that boiled away is counted within two deviations', () => {
    expect(judgement.evaporatedCovered).toBeGreaterThanOrEqual(0.9)
    expect(judgement.evaporatedError).toBeLessThan(40)
  })

  test('a boil is seen, and none is imagined', () => {
    expect(judgement.boilingSeen).toBeGreaterThan(0.8)
    expect(judgement.boilingImagined).toBeLessThan(0.05)
  })
})
