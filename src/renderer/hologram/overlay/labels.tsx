import { type CSSProperties, useCallback } from 'react'
import type { Box } from '../framing.ts'
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
              {step && <circle cx={to.x} cy={to.y} className="leader-halo" />}
              <circle cx={to.x} cy={to.y} />
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

const styleOf = (box: Box): CSSProperties => ({
  left: box.left,
  top: box.top,
  width: box.right - box.left,
  height: box.bottom - box.top,
})

/** Watches what a label really takes, and says so when it is more than it got. */
function useOutgrown(kind: 'reading' | 'bubble', onOutgrown: LabelsProps['onOutgrown']) {
  return useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined
      const watch = new ResizeObserver(() => onOutgrown(kind, element.scrollWidth, element.offsetHeight))
      watch.observe(element)
      return () => watch.disconnect()
    },
    [kind, onOutgrown],
  )
}

function Label({ slot, overlay, onOutgrown }: LabelProps) {
  const reading = useOutgrown('reading', onOutgrown)
  const bubble = useOutgrown('bubble', onOutgrown)
  return (
    <>
      {overlay.reading !== undefined && (
        <div className="hologram-label" data-side={slot.side} style={styleOf(slot.reading)}>
          <div ref={reading}>{overlay.reading}</div>
        </div>
      )}
      {overlay.step !== undefined && slot.bubble !== null && (
        <div
          className="hologram-label hologram-bubble"
          data-side={slot.side}
          data-outer={slot.bubble.left < slot.reading.left ? 'left' : 'right'}
          style={styleOf(slot.bubble)}
        >
          <div ref={bubble}>{overlay.step}</div>
        </div>
      )}
    </>
  )
}
