import { useEffect, useRef } from 'react'
import { DIAL_START, DIAL_SWEEP, OFF_BELOW } from '../dial.ts'
import { emberHex } from '../ember.ts'
import type { Framing } from '../framing.ts'
import type { HobLook } from '../hob-look.ts'
import type { HologramStove, HologramZone } from '../props.ts'
import { ringOf, vesselOf } from '../vessel.ts'
import type { ZoneLook } from '../zone-look.ts'
import { arcPath } from './arc.ts'
import { areaAbove } from './contours.ts'

interface FlatHobProps {
  readonly stove: HologramStove
  readonly look: HobLook
  readonly framing: Framing
  readonly width: number
  readonly height: number
  readonly isothermStep: number
}

/** The hob in plan as plain SVG: the same light, arcs and doubts as the glass, without a GPU and without motion. */
export function FlatHob({ stove, look, framing, width, height, isothermStep }: FlatHobProps) {
  const { scale, centreX, centreY } = framing
  return (
    <svg className="flat-hob" width={width} height={height} aria-hidden="true">
      <defs>
        <pattern
          id="flat-hatch"
          width="9"
          height="9"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" y1="0" x2="0" y2="9" className="flat-hatch" />
        </pattern>
      </defs>
      <linearGradient id="flat-stone" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" className="flat-far" />
        <stop offset="1" className="flat-near" />
      </linearGradient>
      <g transform={`translate(${centreX} ${centreY}) scale(${scale})`}>
        <rect
          x={-stove.widthMm / 2}
          y={-stove.depthMm / 2}
          width={stove.widthMm}
          height={stove.depthMm}
          rx="26"
          className="flat-slab"
        />
        {stove.zones.map((zone, index) => {
          const zoneLook = look.zones[index]
          return zoneLook === undefined ? null : (
            <FlatZone
              key={zone.id}
              zone={zone}
              stove={stove}
              hob={look}
              look={zoneLook}
              step={isothermStep}
            />
          )
        })}
      </g>
    </svg>
  )
}

interface FlatZoneProps {
  readonly zone: HologramZone
  readonly stove: HologramStove
  readonly hob: HobLook
  readonly look: ZoneLook
  readonly step: number
}

/** Bands that one zone can show at most, from the coldest level up. */
const BANDS = 26
const LOWEST = 30

function FlatZone({ zone, stove, hob, look, step }: FlatZoneProps) {
  const group = useRef<SVGGElement>(null)
  const ring = ringOf(zone, stove)
  const vessel = vesselOf(zone, stove)
  const radius = zone.diameterMm / 2
  useEffect(() => {
    const element = group.current
    if (element === null) return
    const paint = (): void => {
      // No motion here: every change is shown as it stands.
      look.settle()
      paintZone(element, look, ring.radius, step)
    }
    paint()
    return hob.onChange(paint)
  }, [hob, look, ring.radius, step])
  const handleX = (vessel.radius + vessel.reach) * Math.cos(vessel.angle)
  const handleY = -(vessel.radius + vessel.reach) * Math.sin(vessel.angle)
  const clip = `flat-zone-${zone.id}`
  return (
    <g ref={group} transform={`translate(${zone.xMm} ${-zone.yMm})`} className="flat-zone">
      <clipPath id={clip}>
        <circle r={radius} />
      </clipPath>
      <circle r={radius} className="flat-well" />
      <g clipPath={`url(#${clip})`}>
        <g data-part="heat">
          {Array.from({ length: BANDS }, (_, band) => (
            <path key={band} />
          ))}
        </g>
      </g>
      <circle r={radius} className="flat-doubt" fill="url(#flat-hatch)" />
      <g data-part="waves" className="flat-waves">
        {[-1, 0, 1].map((i) => (
          <path
            key={i}
            d={`M${i * radius * 0.13} ${radius * 0.15}q${radius * 0.06} ${-radius * 0.075} 0 ${-radius * 0.15}t0 ${-radius * 0.15}`}
          />
        ))}
      </g>
      <g data-part="pan" className="flat-pan">
        <circle r={vessel.radius} />
        {vessel.kind === 'pan' ? (
          <line x1={handleX * 0.53} y1={handleY * 0.53} x2={handleX} y2={handleY} />
        ) : (
          <>
            <path d={`M${vessel.radius} -16q18 16 0 32`} />
            <path d={`M${-vessel.radius} -16q-18 16 0 32`} />
          </>
        )}
      </g>
      <path className="flat-track" d={arcPath(ring.radius, 0, 1)} />
      <g className="flat-ticks">
        {Array.from({ length: 28 }, (_, i) => {
          const angle = DIAL_START - (i / 27) * DIAL_SWEEP
          const from = ring.radius + (ring.outer - ring.radius) * 0.45
          const to = from + (ring.outer - ring.radius) * (i % 5 === 2 ? 0.5 : 0.26)
          return (
            <line
              key={i}
              x1={from * Math.cos(angle)}
              y1={-from * Math.sin(angle)}
              x2={to * Math.cos(angle)}
              y2={-to * Math.sin(angle)}
            />
          )
        })}
      </g>
      <path data-part="target" className="flat-target" />
      <path data-part="actual" className="flat-actual" />
      <circle data-part="knob" className="flat-knob" r={Math.min(8.5, (ring.outer - ring.radius) * 0.62)} />
    </g>
  )
}

function paintZone(element: SVGGElement, look: ZoneLook, ring: number, step: number): void {
  const part = (name: string): Element | null => element.querySelector(`[data-part="${name}"]`)
  const { side, shown } = look.field
  const known = look.heat.goal === 1
  const heat = part('heat')
  if (heat !== null) {
    const cell = 200 / side
    const radius = Number(element.querySelector('circle.flat-well')?.getAttribute('r') ?? 100)
    heat.setAttribute(
      'transform',
      `scale(${radius / 100}) translate(-100 -100) scale(${cell}) translate(-0.5 -0.5)`,
    )
    const clamp = (n: number): number => Math.min(side - 1, Math.max(0, n - 1))
    // One more cell all around, so that bands reach the disc's edge.
    const grid = {
      side: side + 2,
      value: (column: number, row: number): number => shown[clamp(row) * side + clamp(column)] ?? 0,
    }
    const from = Math.max(step, Math.ceil(LOWEST / step) * step)
    Array.from(heat.children).forEach((band, index) => {
      const level = from + index * step
      const path = known ? areaAbove(grid, level) : ''
      band.setAttribute('d', path)
      band.setAttribute('fill', emberHex(level + step / 2))
      band.setAttribute('class', level % (step * 5) === 0 ? 'flat-band strong' : 'flat-band')
    })
  }
  const set = (name: string, attribute: string, value: string): void =>
    part(name)?.setAttribute(attribute, value)
  element.dataset['doubt'] = known ? (look.stale.goal === 1 ? 'stale' : 'none') : 'unknown'
  element.dataset['heating'] = String(look.heating.goal === 1)
  element.dataset['on'] = String(look.on.goal === 1)
  element.dataset['pending'] = String(look.pending.goal === 1)
  element.dataset['selected'] = String(look.selected.goal === 1)
  element.dataset['residual'] = String(look.residual.goal === 1)
  element.dataset['pan'] = String(look.pan.goal === 1)
  const reading = look.reading.goal
  const target = look.target.goal
  set('actual', 'd', reading > 0.003 ? arcPath(ring, 0, reading) : '')
  set(
    'target',
    'd',
    look.on.goal === 1 && Math.abs(reading - target) > 0.003 ? arcPath(ring, reading, target) : '',
  )
  const angle = DIAL_START - (target < OFF_BELOW ? 0 : target) * DIAL_SWEEP
  set('knob', 'cx', (ring * Math.cos(angle)).toFixed(2))
  set('knob', 'cy', (-ring * Math.sin(angle)).toFixed(2))
}
