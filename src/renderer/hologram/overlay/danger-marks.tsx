import { type Framing, project } from '../framing.ts'
import type { HologramStove, HologramZone, ZoneOverlay } from '../props.ts'

interface DangerMarksProps {
  readonly stove: HologramStove
  readonly framing: Framing
  readonly overlays: readonly ZoneOverlay[]
  readonly width: number
  readonly height: number
}

/**
 * Where something is wrong, on the zone itself and in every tier: a broken rim, a triangle and the word. Shape and
 * word say it, colour only repeats it.
 */
export function DangerMarks({ stove, framing, overlays, width, height }: DangerMarksProps) {
  const marked = stove.zones.flatMap((zone) => {
    const danger = overlays.find((overlay) => overlay.zone === zone.id)?.danger
    return danger === undefined ? [] : [{ zone, danger }]
  })
  if (marked.length === 0) return null
  return (
    <div className="danger-marks">
      <svg width={width} height={height} aria-hidden="true">
        {marked.map(({ zone }) => (
          <path key={zone.id} d={rimOf(zone, framing)} />
        ))}
      </svg>
      {marked.map(({ zone, danger }) => {
        const at = project(framing, { x: zone.xMm, y: zone.yMm, h: 0 })
        return (
          <div key={zone.id} className="danger-mark" style={{ left: at.x, top: at.y }}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M12 3.2 1.8 20.8h20.4z" />
              <path d="M12 9.6v5.2M12 17.7v.1" className="danger-mark-sign" />
            </svg>
            {danger}
          </div>
        )
      })}
    </div>
  )
}

const CORNERS = 64

/** The zone's edge as the camera sees it. */
function rimOf(zone: HologramZone, framing: Framing): string {
  const radius = zone.diameterMm / 2
  const points = Array.from({ length: CORNERS }, (_, i) => {
    const angle = (i / CORNERS) * 2 * Math.PI
    const at = project(framing, {
      x: zone.xMm + radius * Math.cos(angle),
      y: zone.yMm + radius * Math.sin(angle),
      h: 0,
    })
    return `${at.x.toFixed(1)} ${at.y.toFixed(1)}`
  })
  return `M${points.join('L')}Z`
}
