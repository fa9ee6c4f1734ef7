import { correct, doubt, predict, type Belief } from './filter.ts'
import {
  CONTENTS,
  LN_CONTENTS,
  LN_COUPLING,
  LN_DIFFUSION,
  LN_METAL,
  LOSS,
  METAL,
  PROBE,
  SENSOR,
  SPOT,
  STATES,
  type Setting,
} from './pan-model.ts'
import type { Segment } from './pending.ts'

/** One kind of pan that this may be, what is believed of it, and how well it has foretold the readings. */
export interface Candidate extends Belief {
  readonly sensorLag: number
  readonly score: number
  /** Loss beyond U (T - Ta) as a rule, W: what exceeds it is food or steam that will pass. */
  readonly usualLoss: number
  /** Innovations of late in deviations, smoothed, for surface and probe. */
  readonly drift: readonly [number, number]
}

export type Bank = readonly Candidate[]

/** Noise of one reading, K. */
const NOISE = 0.3
/** Candidates are compared over so many seconds. */
const MEMORY = 80
/**
 * Innovations are smoothed over this time, s, and so many of their own deviations are no chance any more. A dry pan's
 * middle is fed by conduction, which two lumps follow less well: there it takes more to be believed.
 */
const DRIFT = 0.5
const NO_CHANCE_WET = 3.4
const NO_CHANCE_DRY = 4.2

/** A candidate that is e^12 times less likely than the best is ruled out, but so many always stay. */
const RULED_OUT = -12
const FEWEST = 3

/** The kinds that a bank begins with: capacity of metal, of contents, coupling, diffusion, and lag of the sensor. */
type Kind = readonly [metal: number, contents: number, coupling: number, diffusion: number, lag: number]

const WET: readonly Kind[] = [
  [500, 1200, 20, 1.5, 4],
  [500, 3500, 30, 1.5, 4],
  [800, 10_000, 30, 1.5, 4],
  [1200, 28_000, 40, 2, 4],
]
const DRY: readonly Kind[] = [
  [400, 300, 4, 1.5, 4],
  [400, 300, 4, 1.5, 2],
  [700, 400, 4, 5, 4],
  [700, 400, 4, 5, 2],
  [1000, 600, 5, 12, 4],
  [1000, 600, 5, 12, 2],
  [1700, 800, 6, 14, 4],
  [500, 5000, 25, 1.5, 3],
]
/** Deviations of the logarithms: a factor of two either way. */
const WIDE = 0.7
/** What is lost as a rule is averaged over this time, s. */
const RULE = 150
const NOTHING_KNOWN: readonly number[] = Array.from({ length: STATES * STATES }, () => 0)

/** A new pan: every kind is as likely as the others. */
export function newBank(surface: number, probe: number | null, setting: Omit<Setting, 'sensorLag'>): Bank {
  return (setting.wet ? WET : DRY).map(([metal, contents, coupling, diffusion, sensorLag]) => {
    const inside = probe ?? surface
    const x = [surface, inside, surface, surface, inside]
    x.push(Math.log(metal), Math.log(contents), Math.log(coupling), Math.log(diffusion), 0)
    const p = [...NOTHING_KNOWN]
    const deviations = [
      1.5,
      probe === null ? 2 : 1,
      1,
      0.5,
      0.5,
      WIDE,
      WIDE,
      WIDE,
      WIDE,
      0.02 * setting.maxPower,
    ]
    deviations.forEach((deviation, index) => {
      p[index * STATES + index] = deviation * deviation
    })
    return { x, p, sensorLag, score: 0, usualLoss: 0, drift: [0, 0] }
  })
}

/** What the readings say after the power that they show has flowed. */
export function observe(
  bank: Bank,
  shown: readonly Segment[],
  surface: number,
  probe: number | null,
  common: Omit<Setting, 'sensorLag'>,
): Bank {
  const elapsed = shown.reduce((sum, { seconds }) => sum + seconds, 0)
  if (elapsed <= 0) return bank
  const next = bank.map((candidate): Candidate => {
    const setting = { ...common, sensorLag: candidate.sensorLag }
    let belief: Belief = candidate
    for (const { watts, seconds } of shown) belief = predict(belief, watts, seconds, setting)
    const felt = correct(belief, SENSOR, surface, NOISE ** 2, setting)
    const inside = probe === null ? null : correct(felt.belief, PROBE, probe, NOISE ** 2, setting)
    const share = 1 - Math.exp(-elapsed / DRIFT)
    const follow = (drift: number, surprise: number): number => drift + share * (surprise - drift)
    const drift: readonly [number, number] = [
      follow(candidate.drift[0], felt.surprise),
      inside === null ? 0 : follow(candidate.drift[1], inside.surprise),
    ]
    const score =
      candidate.score * Math.exp(-elapsed / MEMORY) + felt.fit + (inside === null ? 0 : inside.fit)
    const limit = (common.wet ? NO_CHANCE_WET : NO_CHANCE_DRY) * Math.sqrt(share / (2 - share))
    const after = (inside ?? felt).belief
    const [outer, inner] = drift
    const strongest = Math.abs(inner) > Math.abs(outer) ? inner : outer
    const lost = after.x[LOSS] as number
    const usualLoss = candidate.usualLoss + (lost - candidate.usualLoss) * (1 - Math.exp(-elapsed / RULE))
    const kept = { sensorLag: candidate.sensorLag, score, usualLoss }
    if (Math.abs(strongest) <= limit) return { ...after, ...kept, drift }
    return { ...surprised(after, strongest < 0, strongest === inner, common), ...kept, drift: [0, 0] }
  })
  const best = Math.max(...next.map(({ score }) => score))
  const ranked = next.map((candidate) => ({ ...candidate, score: candidate.score - best }))
  const possible = ranked.filter(({ score }) => score > RULED_OUT)
  return possible.length >= FEWEST
    ? possible
    : ranked.map((candidate) => ({ ...candidate, score: Math.max(RULED_OUT, candidate.score) }))
}

/**
 * Something happened that the model has not: food, a lid, another pan. Temperatures and losses are in doubt, the pan's
 * values a little. Colder than foreseen may be a great loss; hotter only a smaller one, for nothing else heats.
 */
function surprised(
  belief: Belief,
  colder: boolean,
  inside: boolean,
  { maxPower, wet }: Omit<Setting, 'sensorLag'>,
): Belief {
  return doubt(belief, [
    [METAL, 4],
    [SPOT, 1],
    [CONTENTS, inside ? 9 : 1],
    [LOSS, ((colder ? 0.15 : 0.03) * maxPower) ** 2],
    [LN_METAL, wet ? 0.01 : 0.04],
    [LN_CONTENTS, inside ? 0.02 : 0.002],
    [LN_COUPLING, wet ? 0.04 : 0.02],
    [LN_DIFFUSION, 0.02],
  ])
}

/** How likely each candidate is, adding up to 1. */
export function likelihoods(bank: Bank): readonly number[] {
  const raw = bank.map(({ score }) => Math.exp(score))
  const sum = raw.reduce((total, value) => total + value, 0)
  return raw.map((value) => value / sum)
}

/** The one that has foretold best. */
export const likeliest = (bank: Bank): Candidate =>
  bank.reduce((best, candidate) => (candidate.score > best.score ? candidate : best))
