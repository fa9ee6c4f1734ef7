import { useId, useMemo } from 'react'
import { EMBER_STOPS } from '../../hologram/ember.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { type HeatPoint, heatCurves } from './heat-curve.ts'

const WIDTH = 320
const HEIGHT = 72
const TOP = 240
const y = (celsius: number): number =>
  HEIGHT - 4 - ((Math.min(TOP, celsius) - 20) / (TOP - 20)) * (HEIGHT - 14)

/** A recipe's heat over its time, in the colours that the pan will have: each dish has its own line. */
export function HeatPath({ id }: { readonly id: string }) {
  const gradient = useId()
  const { answer } = useAnswer((client) => client.recipe.get({ id }), id)
  const recipe = answer.kind === 'ready' ? answer.value : null
  const curves = useMemo(() => (recipe === null ? [] : heatCurves(recipe)), [recipe])
  const end = Math.max(1, ...curves.flatMap((curve) => curve.map((point) => point.at)))
  const line = (curve: readonly HeatPoint[]): string =>
    curve
      .map(
        ({ at, celsius }, index) =>
          `${index === 0 ? 'M' : 'L'}${((at / end) * WIDTH).toFixed(1)} ${y(celsius).toFixed(1)}`,
      )
      .join(' ')
  return (
    <svg
      className="heat-path"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <defs>
        <linearGradient id={gradient} gradientUnits="userSpaceOnUse" x1="0" x2="0" y1={y(20)} y2={y(TOP)}>
          {/* Cold is no colour: the line begins where there is heat. */}
          {EMBER_STOPS.filter((stop) => stop.celsius <= TOP).map((stop) => (
            <stop
              key={stop.celsius}
              offset={(stop.celsius - 20) / (TOP - 20)}
              stopColor={stop.hex}
              stopOpacity={stop.celsius <= 20 ? 0 : 1}
            />
          ))}
        </linearGradient>
      </defs>
      {curves.map((curve, index) => (
        <g key={line(curve) + String(index)} className={index === 0 ? 'heat-path-main' : 'heat-path-other'}>
          <path
            d={`${line(curve)} L${WIDTH} ${HEIGHT} L0 ${HEIGHT} Z`}
            fill={`url(#${CSS.escape(gradient)})`}
          />
          <path
            d={line(curve)}
            fill="none"
            stroke={`url(#${CSS.escape(gradient)})`}
            vectorEffect="non-scaling-stroke"
          />
        </g>
      ))}
    </svg>
  )
}
