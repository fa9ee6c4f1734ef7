import { useId } from 'react'
import type { FoodChoice } from '#core/program/choices.ts'
import { degreesText, type TemperatureUnit } from '../format/temperature.ts'
import { emberHex } from '../hologram/ember.ts'
import { crossings, painted, type Scale } from './section-geometry.ts'

interface FoodCutProps {
  /** From the bottom face to the top face, °C. */
  readonly profile: readonly number[]
  readonly food: FoodChoice | null
  readonly goal: number | null
  readonly scale: Scale
  readonly unit: TemperatureUnit
}

const WIDTH = 250
const HEIGHT = 112
/** Room at the right for the names of the isotherms. */
const NAMES = 46

/** The cut itself: warm edges, cooler middle, with the line that the goal has reached. */
export function FoodCut({ profile, food, goal, scale, unit }: FoodCutProps) {
  const id = useId()
  const round = food !== null && food.shape !== 'slab'
  const last = Math.max(1, profile.length - 1)
  // From the bottom face up; round food from its middle out, which is the upper half.
  const shares = round ? profile.slice(Math.floor(last / 2)) : profile
  const stops = shares.map((celsius, index) => (
    <stop
      key={index}
      offset={index / Math.max(1, shares.length - 1)}
      stopColor={emberHex(painted(scale, celsius))}
    />
  ))
  const heights = goal === null ? [] : crossings(profile, goal)
  const edge = profile.at(-1) ?? null
  const bottom = profile[0] ?? null
  return (
    <svg className="food-cut" viewBox={`0 0 ${WIDTH + NAMES} ${HEIGHT}`} aria-hidden="true">
      <defs>
        {round ? (
          <radialGradient id={id}>{stops}</radialGradient>
        ) : (
          <linearGradient id={id} x1="0" y1="1" x2="0" y2="0">
            {stops}
          </linearGradient>
        )}
      </defs>
      {round ? (
        <>
          <circle
            cx={WIDTH - HEIGHT / 2}
            cy={HEIGHT / 2}
            r={HEIGHT / 2 - 1}
            fill={`url(#${id})`}
            className="food-rim"
          />
          {heights.slice(0, 1).map((share) => (
            <circle
              key={share}
              className="food-isotherm"
              cx={WIDTH - HEIGHT / 2}
              cy={HEIGHT / 2}
              r={Math.abs(share - 0.5) * (HEIGHT - 2)}
            />
          ))}
        </>
      ) : (
        <>
          <path
            className="food-rim"
            fill={`url(#${id})`}
            d={`M22 1 H${WIDTH - 34} Q${WIDTH - 1} 1 ${WIDTH - 1} ${HEIGHT * 0.42} V${HEIGHT - 16} Q${WIDTH - 1} ${HEIGHT - 1} ${WIDTH - 18} ${HEIGHT - 1} H18 Q1 ${HEIGHT - 1} 1 ${HEIGHT - 18} V24 Q1 1 22 1 Z`}
          />
          {heights.map((share) => (
            <line
              key={share}
              className="food-isotherm"
              x1="4"
              x2={WIDTH - 4}
              y1={HEIGHT * (1 - share)}
              y2={HEIGHT * (1 - share)}
            />
          ))}
        </>
      )}
      {edge !== null && (
        <text className="food-degree" x={WIDTH + 8} y="15">
          {degreesText(edge, unit)}
        </text>
      )}
      {!round && bottom !== null && (
        <text className="food-degree" x={WIDTH + 8} y={HEIGHT - 4}>
          {degreesText(bottom, unit)}
        </text>
      )}
    </svg>
  )
}
