import type uPlot from 'uplot'
import type { Ink } from '../screens/history/graph-ink.ts'

/** The line between what was and what is expected, and the line that the middle shall reach. */
export function drawNow(plot: uPlot, ink: Ink, goal: number | null, word: string): void {
  const { ctx, bbox } = plot
  const ratio = devicePixelRatio
  const x = plot.valToPos(0, 'x', true)
  ctx.save()
  ctx.font = ink.font.replace(/^\d+/, (px) => String(Number(px) * ratio * 0.9))
  ctx.lineWidth = 1.5 * ratio
  ctx.strokeStyle = ink.paper
  ctx.fillStyle = ink.paper
  if (x >= bbox.left && x <= bbox.left + bbox.width) {
    line(ctx, x, bbox.top, x, bbox.top + bbox.height)
    ctx.textAlign = 'center'
    ctx.fillText(word, Math.max(bbox.left + ink.rem * ratio, x), bbox.top - ink.rem * ratio * 0.35)
  }
  if (goal !== null) {
    const y = plot.valToPos(goal, 'y', true)
    ctx.strokeStyle = ink.lines[1] ?? ink.paper
    ctx.setLineDash([6 * ratio, 4 * ratio])
    line(ctx, bbox.left, y, bbox.left + bbox.width, y)
  }
  ctx.restore()
}

function line(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  ctx.beginPath()
  ctx.moveTo(x1, y1)
  ctx.lineTo(x2, y2)
  ctx.stroke()
}
