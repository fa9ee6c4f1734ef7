import type { ZoneEstimate } from '#core/heat/estimate.ts'
import { createEstimator, estimateStep } from '#core/heat/estimator.ts'
import { zonePicture } from '#core/heat/zone-picture.ts'
import { NO_TEMPERATURE } from '#core/stove/stove.ts'
import { watts } from '#core/units/quantities.ts'
import { control } from '#main/stove/virtual/control.ts'
import { FaultBoard } from '#main/stove/virtual/fault-board.ts'
import { HobPlant } from '#main/stove/virtual/hob-plant.ts'
import { parseOptions } from '#main/stove/virtual/options.ts'
import { Hob, STEP } from '#main/stove/virtual/physics/hob.ts'
import { setPan } from '#main/stove/virtual/scene.ts'
import { truthOf, type PanTruth } from '#main/stove/virtual/truth.ts'
import type { Deed, Story } from './stories.ts'

export interface Sample {
  readonly at: number
  readonly surface: number | null
  readonly power: number
  readonly estimate: ZoneEstimate
  readonly truth: PanTruth
  /** Of the base under the field's cells that lie over the pan, every fifth sample; else null. */
  readonly field: FieldError | null
}

interface FieldError {
  /** Mean over the zone's disc, K: what the map shows less what is. */
  readonly mean: number
  /** Root of the mean square over its cells, K. */
  readonly rms: number
  /** The same for a map that were as warm everywhere as the estimated centre. */
  readonly flat: number
}

export interface Playing {
  readonly seed: number
  readonly story: Story
  /** Seconds of physics between two reports: 0.1 at speed 1, 2 at speed 20. */
  readonly period: number
  readonly camera: boolean
}

/** Looking at the truth this often is enough, s of physics. */
const SAMPLE_EVERY = 0.5

/** Plays a story on a virtual stove; hands out what the kitchen believes beside what is. */
export function play({ seed, story, period, camera }: Playing): readonly Sample[] {
  const parsed = parseOptions({
    seed: String(seed),
    scene: 'empty',
    pans: `0:${story.pan}`,
    camera: camera ? '1' : '0',
  })
  if (parsed.kind === 'bad') throw new Error(parsed.detail)
  const { options } = parsed
  const hob = new Hob(options)
  for (const setting of options.pans) setPan(hob, setting)
  const faults = new FaultBoard([], 0, () => {})
  const plant = new HobPlant(hob, faults, options)
  const zone = plant.description.zones[0]
  if (zone === undefined) throw new Error('a stove without zones')

  const samples: Sample[] = []
  const deeds = [...story.deeds]
  const hand = new Hand(zone.maxPower)
  let state = createEstimator({ diameterMm: zone.diameterMm, maxPower: zone.maxPower, boilsAt: 100 })
  for (let step = 0; step * period < story.seconds; step++) {
    const at = step * period
    for (let deed = deeds[0]; deed !== undefined && deed.at <= at; deed = deeds[0]) {
      deeds.shift()
      if (!hand.turn(deed)) act(hob, faults, deed)
    }
    const reading = plant.read()[0]
    if (reading === undefined) throw new Error('a report without zones')
    const frame = camera ? plant.thermal() : null
    const outcome = estimateStep(state, {
      elapsed: step === 0 ? 0 : period,
      surface: reading.surface,
      power: reading.power,
      probe: reading.probe,
      pan: reading.pan,
      camera: frame === null ? null : zonePicture(frame, plant.description, zone),
    })
    state = outcome.state
    const look = step % Math.ceil(SAMPLE_EVERY / period) === 0
    const truth = look ? (truthOf(hob).zones[0]?.pan ?? null) : null
    if (truth !== null && !truth.lifted) {
      const { surface } = reading
      const power = reading.power ?? watts(0)
      const field = samples.length % 5 === 0 ? compare(outcome.estimate, hob, zone.diameterMm) : null
      samples.push({ at, surface, power, estimate: outcome.estimate, truth, field })
    }
    plant.command(
      plant.description.zones.map(({ id }) => watts(id === 0 ? hand.power(reading.surface, period) : 0)),
    )
    for (let run = 0; run < period / STEP - 1e-9; run++) hob.step()
  }
  return samples
}

function act(hob: Hob, faults: FaultBoard, deed: Deed): void {
  const command =
    'add' in deed
      ? { command: 'add', zone: 0, contents: deed.add }
      : 'lid' in deed
        ? { command: 'lid', zone: 0, on: deed.lid }
        : { command: 'lift', zone: 0, on: 'lift' in deed && deed.lift }
  const answer = control(hob, faults, command, 0)
  if (answer.kind === 'refused') throw new Error(answer.detail)
}

/** A plain thermostat by proportion and integral: the story needs heat that moves, not good control. */
class Hand {
  readonly #most: number
  #target: number | null = null
  #share = 0
  #integral = 0

  constructor(most: number) {
    this.#most = most
  }

  turn(deed: Deed): boolean {
    if ('power' in deed) {
      this.#target = null
      this.#share = deed.power
      return true
    }
    if (!('target' in deed)) return false
    this.#target = deed.target
    this.#share = 0
    this.#integral = 0
    return true
  }

  power(surface: number | null, period: number): number {
    if (this.#target === null) return this.#share * this.#most
    const short = this.#target - (surface ?? this.#target)
    this.#integral = Math.min(this.#most / 3, Math.max(0, this.#integral + short * period * 0.4))
    return Math.min(this.#most, Math.max(0, short * 40 + this.#integral))
  }
}

function compare({ centre, field, side }: ZoneEstimate, hob: Hob, diameterMm: number): FieldError | null {
  const plate = hob.zones[0]?.vessel?.plate
  if (plate === undefined || centre === null) return null
  const metres = (index: number): number => (((index + 0.5) / side - 0.5) * diameterMm) / 1000
  let sum = 0
  let squares = 0
  let flat = 0
  let count = 0
  for (const [cell, tenths] of field.entries()) {
    const there = plate.cellAt(metres(cell % side), -metres(Math.floor(cell / side)))
    const truth = there < 0 ? undefined : plate.temperature[there]
    if (truth === undefined || tenths === NO_TEMPERATURE) continue
    const off = tenths / 10 - truth
    sum += off
    squares += off * off
    flat += (centre - truth) ** 2
    count++
  }
  if (count === 0) return null
  return { mean: sum / count, rms: Math.sqrt(squares / count), flat: Math.sqrt(flat / count) }
}
