import { type CSSProperties, useLayoutEffect, useRef } from 'react'
import type { Slot } from '../layout.ts'
import type { ZoneOverlay } from '../props.ts'

interface LabelsProps {
  readonly slots: readonly Slot[]
  readonly overlays: readonly ZoneOverlay[]
  readonly width: number
  readonly height: number
  /** Tells that a reading or a bubble needs more room than it has. */
  readonly onOutgrown: (kind: 'reading' | 'bubble', width: number, height: number) => void
}

/** The DOM over the glass: each zone's labels in their slot, tied to the zone by a thin line. */
export function Labels({ slots, overlays, width, height, onOutgrown }: LabelsProps) {
  return (
    <div className="hologram-labels">
      <svg width={width} height={height} aria-hidden="true">
        {slots.map((slot) => {
          const overlay = overlays.find((each) => each.zone === slot.zone)
          if (overlay === undefined) return null
          const { from, to } = slot.leader
          const step = overlay.step !== undefined
          return (
            <g key={slot.zone} className={step ? 'leader leader-step' : 'leader'}>
              <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
              {step && <circle cx={to.x} cy={to.y} r="7" className="leader-halo" />}
              <circle cx={to.x} cy={to.y} r={step ? 3.5 : 2} />
            </g>
          )
        })}
      </svg>
      {slots.map((slot) => {
        const overlay = overlays.find((each) => each.zone === slot.zone)
        return overlay === undefined ? null : (
          <Label key={slot.zone} slot={slot} overlay={overlay} onOutgrown={onOutgrown} />
        )
      })}
    </div>
  )
}

interface LabelProps {
  readonly slot: Slot
  readonly overlay: ZoneOverlay
  readonly onOutgrown: LabelsProps['onOutgrown']
}

function Label({ slot, overlay, onOutgrown }: LabelProps) {
  const reading = useRef<HTMLDivElement>(null)
  const bubble = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => {
      for (const [kind, element] of [
        ['reading', reading.current],
        ['bubble', bubble.current],
      ] as const) {
        if (element !== null) onOutgrown(kind, element.scrollWidth, element.scrollHeight)
      }
    })
    if (reading.current !== null) watch.observe(reading.current)
    if (bubble.current !== null) watch.observe(bubble.current)
    return () => watch.disconnect()
  }, [onOutgrown, overlay.step === undefined])
  const { box, side, flow } = slot
  const style: CSSProperties = {
    left: box.left,
    top: box.top,
    width: box.right - box.left,
    height: box.bottom - box.top,
  }
  return (
    <div className="hologram-label" data-side={side} data-flow={flow} style={style}>
      {overlay.reading !== undefined && (
        <div ref={reading} className="hologram-reading">
          {overlay.reading}
        </div>
      )}
      {overlay.step !== undefined && (
        <div ref={bubble} className="hologram-bubble">
          {overlay.step}
        </div>
      )}
    </div>
  )
}
