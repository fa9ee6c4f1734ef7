import { CONTROLLERS, EVENTS, type ControllerName, type EventName, type Measure } from './measure.ts'

/** One line of the table: one controller in one event on one plant, over all seeds. Times in s, kelvin, kilojoules. */
export interface Row {
  readonly plant: string
  readonly event: EventName
  readonly controller: ControllerName
  /** Mean time until the truth stays within 2 K; null where some seed never got there. */
  readonly seconds: number | null
  readonly bound: number | null
  /** The worst seed's time as a multiple of its bound; null where no bound is defined or it never got there. */
  readonly worst_ratio: number | null
  readonly worst_overshoot: number
  /** Mean of the whole run; of the half circuit's own run there. */
  readonly kilojoules: number
  readonly goal: 'met' | 'missed' | 'none'
  /** Which goals were missed, in words. */
  readonly why: string
}

/** At most so many times the bound. */
const RATIO = 1.1
/** Less than one report is no difference, s. */
const REPORT = 0.1

const isPeer = (name: ControllerName): boolean => !name.startsWith('ours')
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const round = (value: number, digits: number): number => Number(value.toFixed(digits))

/** A time within its ratio of the bound, give or take one report; null = never. */
export const inTime = ({ seconds, bound }: Measure): boolean =>
  seconds !== null && (bound === null || seconds <= Math.max(RATIO * bound, bound + REPORT) + 1e-9)
const inLimits = ({ overshoot, pot }: Measure): boolean => overshoot <= pot.overshoot

/** The whole table. Goals are set for ours with its probe; the others are held to them to compare energy. */
export function rows(measures: readonly Measure[]): readonly Row[] {
  const plants = [...new Set(measures.map(({ pot }) => pot.name))]
  return plants.flatMap((plant) =>
    EVENTS.flatMap((event) =>
      CONTROLLERS.flatMap((controller) => {
        const here = measures.filter((each) => each.pot.name === plant && each.event === event)
        const own = here.filter((each) => each.controller === controller)
        return own.length === 0 ? [] : [row(own, here, measures)]
      }),
    ),
  )
}

function row(own: readonly Measure[], here: readonly Measure[], all: readonly Measure[]): Row {
  const [first] = own
  if (first === undefined) throw new RangeError('no measures')
  const times = own.map(({ seconds }) => seconds)
  const arrived = times.filter((time) => time !== null)
  const ratios = own.flatMap(({ seconds, bound }) =>
    bound === null || bound < REPORT || seconds === null ? [] : [seconds / bound],
  )
  const missed = first.controller === 'ours' ? misses(own, here, all) : []
  const bounds = own.flatMap(({ bound }) => (bound === null ? [] : [bound]))
  return {
    plant: first.pot.name,
    event: first.event,
    controller: first.controller,
    seconds: arrived.length < times.length ? null : round(mean(arrived), 1),
    bound: bounds.length === 0 ? null : round(mean(bounds), 1),
    worst_ratio: ratios.length === 0 || arrived.length < times.length ? null : round(Math.max(...ratios), 3),
    worst_overshoot: round(Math.max(...own.map(({ overshoot }) => overshoot)), 2),
    kilojoules: round(mean(own.map(({ energy }) => energy)) / 1000, 1),
    goal: first.controller === 'ours' ? (missed.length === 0 ? 'met' : 'missed') : 'none',
    why: missed.join('; '),
  }
}

/** What ours misses in one event on one plant. */
function misses(
  own: readonly Measure[],
  here: readonly Measure[],
  all: readonly Measure[],
): readonly string[] {
  const found: string[] = []
  const event = own[0]?.event
  const late = own.filter((each) => !inTime(each)).length
  if (late > 0) found.push(`over ${RATIO} x bound on ${late} of ${own.length} seeds`)
  const over = own.filter((each) => !inLimits(each)).length
  if (over > 0) found.push(`overshoot on ${over} of ${own.length} seeds`)
  if (event === 'drop') {
    const slower = own.filter((each) =>
      here.some(
        (peer) =>
          isPeer(peer.controller) &&
          peer.seed === each.seed &&
          (peer.seconds ?? Infinity) < (each.seconds ?? Infinity) - REPORT,
      ),
    ).length
    if (slower > 0) found.push(`a peer recovers sooner on ${slower} of ${own.length} seeds`)
  }
  if (event === 'cold' || event === 'half circuit') {
    const best = Math.min(
      ...peersThatMeet(event, here, all).map((peer) =>
        mean(here.filter((each) => each.controller === peer).map(({ energy }) => energy)),
      ),
    )
    const spent = mean(own.map(({ energy }) => energy))
    // One part in a thousand is what the noise of one run moves.
    if (spent > best * 1.001)
      found.push(`${round((100 * spent) / best - 100, 1)} % more energy than the best peer`)
  }
  return found
}

/** Peers that meet time and overshoot on this plant in every seed of the run whose energy it is. */
function peersThatMeet(
  event: EventName,
  here: readonly Measure[],
  all: readonly Measure[],
): readonly ControllerName[] {
  const plant = here[0]?.pot.name
  const counts = (each: Measure): boolean =>
    event === 'half circuit' ? each.event === event : each.event !== 'half circuit'
  return CONTROLLERS.filter(isPeer).filter((peer) =>
    all
      .filter((each) => each.pot.name === plant && each.controller === peer && counts(each))
      .every((each) => inTime(each) && inLimits(each)),
  )
}
