import { coreOf } from '../food/food-state.ts'
import type { FoodMember } from './food-twin.ts'

/** Of a probe and of the ensemble's own physics, K. */
const NOISE = 0.4
/** A probe sits within a seventieth of the way to what surrounds the food. */
const MISPLACED = 0.015
/** The ensemble never becomes surer of a piece than this, as logarithms: physics drifts with water loss and shape. */
const LEAST_SIZE = 0.012
/** The most that one reading may move a logarithm: the regression is linear only nearby. */
const MOST_MOVE = 0.15

/**
 * Draws the ensemble to a probe in its middle: the deterministic ensemble Kalman filter (Sakov and Oke 2008, Tellus
 * 60A: the mean moves by the gain, the anomalies by half of it), over the temperatures of the layers, the thickness
 * and the film. A piece that warms slower than foretold is thicker, and all that follows is corrected with it.
 */
export function correctMembers(
  members: readonly FoodMember[],
  probe: number,
  medium: number,
): readonly FoodMember[] {
  const count = members.length
  const cores = members.map(({ state }) => coreOf(state))
  const core = mean(cores)
  const anomalies = cores.map((each) => each - core)
  const variance = mean(anomalies.map((each) => each * each)) * (count / (count - 1))
  const noise = NOISE ** 2 + (MISPLACED * (medium - core)) ** 2
  const scale = 1 / (variance + noise)
  const gainOf = (values: readonly number[]): number => {
    const middle = mean(values)
    return (
      (scale * values.reduce((sum, value, index) => sum + (value - middle) * (anomalies[index] ?? 0), 0)) /
      (count - 1)
    )
  }
  const sizes = members.map(({ state }) => Math.log(state.food.thickness))
  const sizeGain = gainOf(sizes)
  const filmGain = gainOf(members.map(({ film }) => film))
  const layers = members[0]?.state.celsius.length ?? 0
  const layerGains = Array.from({ length: layers }, (_, layer) =>
    gainOf(members.map(({ state }) => state.celsius[layer] ?? 0)),
  )
  const moved = members.map(({ state, film, wait }, index) => {
    const off = probe - core - (anomalies[index] ?? 0) / 2
    const by = (gain: number): number => Math.max(-MOST_MOVE, Math.min(MOST_MOVE, gain * off))
    return {
      size: (sizes[index] ?? 0) + by(sizeGain),
      film: film + by(filmGain),
      wait,
      state: { ...state, celsius: state.celsius.map((layer, at) => layer + (layerGains[at] ?? 0) * off) },
    }
  })
  const size = mean(moved.map((each) => each.size))
  const width = Math.sqrt(mean(moved.map((each) => (each.size - size) ** 2)))
  const widen = width > 0 && width < LEAST_SIZE ? LEAST_SIZE / width : 1
  return moved.map((each) => ({
    state: {
      ...each.state,
      food: { ...each.state.food, thickness: Math.exp(size + widen * (each.size - size)) },
    },
    film: each.film,
    wait: each.wait,
  }))
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
