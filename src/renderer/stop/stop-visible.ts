/** Points over the button that must all hit it: its centre and near its corners, as shares of its box. */
const PROBES = [
  [0.5, 0.5],
  [0.1, 0.1],
  [0.9, 0.1],
  [0.1, 0.9],
  [0.9, 0.9],
] as const

/** Whether a finger that aims at STOP now would hit it (law 13): connected, in view, not covered, page shown. */
export function isStopVisible(button: HTMLElement): boolean {
  const page = button.ownerDocument
  if (!button.isConnected || page.visibilityState !== 'visible') return false
  if (!button.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
  const box = button.getBoundingClientRect()
  if (box.width < 44 || box.height < 44) return false
  const seen = page.defaultView?.visualViewport
  // Zoomed by two fingers, the page may lie beside the glass though its layout says otherwise.
  if (seen && !contains(seen, box)) return false
  return PROBES.every(([x, y]) => {
    const hit = page.elementFromPoint(box.left + box.width * x, box.top + box.height * y)
    return hit !== null && button.contains(hit)
  })
}

/** Whether the part of the page that is on the glass holds all of the box, to a pixel. */
function contains(seen: VisualViewport, box: DOMRect): boolean {
  const { offsetLeft: left, offsetTop: top, width, height } = seen
  return (
    box.left >= left - 1 &&
    box.top >= top - 1 &&
    box.right <= left + width + 1 &&
    box.bottom <= top + height + 1
  )
}
