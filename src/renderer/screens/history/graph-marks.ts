import type uPlot from 'uplot'
import type { Mark } from './graph-data.ts'
import type { Ink } from './graph-ink.ts'

/** Steps as fine lines with their number on top, faults as a triangle: told apart by shape, not by colour alone. */
export function drawMarks(plot: uPlot, marks: readonly Mark[], ink: Ink): void {
  const { ctx, bbox } = plot
  const ratio = devicePixelRatio
  const size = ink.rem * ratio
  ctx.save()
  ctx.font = ink.font.replace(/^\d+/, (px) => String(Number(px) * ratio))
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  let free = Number.NEGATIVE_INFINITY
  for (const mark of marks) {
    const x = plot.valToPos(mark.t, 'x', true)
    if (x < bbox.left || x > bbox.left + bbox.width) continue
    const bad = mark.kind === 'fault'
    ctx.strokeStyle = bad ? ink.danger : ink.mute
    ctx.globalAlpha = bad ? 0.9 : 0.35
    ctx.lineWidth = ratio
    ctx.setLineDash(bad ? [] : [2 * ratio, 4 * ratio])
    ctx.beginPath()
    ctx.moveTo(x, bbox.top - size * 0.25)
    ctx.lineTo(x, bbox.top + bbox.height)
    ctx.stroke()
    ctx.globalAlpha = 1
    if (bad) {
      ctx.fillStyle = ink.danger
      ctx.beginPath()
      ctx.moveTo(x, bbox.top - size * 1.4)
      ctx.lineTo(x + size * 0.6, bbox.top - size * 0.4)
      ctx.lineTo(x - size * 0.6, bbox.top - size * 0.4)
      ctx.fill()
    } else if (x > free) {
      ctx.fillStyle = ink.paper
      ctx.fillText(mark.label, x, bbox.top - size * 0.5)
      free = x + size * 1.4
    }
  }
  ctx.restore()
}
