import './hologram.css'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { exposeMeter, FrameMeter } from './bench.ts'
import { DEFAULT_RANGE } from './dial.ts'
import { FlatHob } from './flat/flat-hob.tsx'
import type { Wish } from './hob-look.ts'
import { type Layout, layOut, type Size } from './layout.ts'
import { DangerMarks } from './overlay/danger-marks.tsx'
import { Labels } from './overlay/labels.tsx'
import type { HologramProps, Insets } from './props.ts'
import { Scene } from './scene/scene.tsx'
import { openStage, type Stage } from './scene/stage.ts'
import { useHobLook } from './use-hob-look.ts'
import { useRingDrag } from './use-ring-drag.ts'

const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

/** How long a turned ring keeps its place while the kitchen makes up its mind. */
const HOLD_MS = 1500

/** Room for labels in rem; text that is set larger makes them grow, see `useLabelSizes`. */
const READING = { width: 10, height: 4.9 }
const BUBBLE = { width: 12.5, height: 4.1 }
const GAP = 0.75

/**
 * The hologram: the stove as glass and light behind everything, and its labels as DOM. One canvas for the life of
 * the product. It draws when something visible has changed, and then until it has come to rest.
 */
export function Hologram(props: HologramProps) {
  const {
    stove,
    telemetry,
    targets,
    selected,
    theme,
    overlays,
    insets = NO_INSETS,
    onRingDrag,
    onZonePress,
    onStatus,
  } = props
  const {
    tier,
    stepRoom = false,
    draggable = true,
    awake = true,
    dial = DEFAULT_RANGE,
    isothermStep = 10,
  } = props
  const frozen = props.frozenTime !== undefined
  const still = props.reducedMotion || frozen
  const host = useRef<HTMLDivElement>(null)
  const size = useSize(host)

  const shown = overlays ?? []
  const stepping = shown
    .filter((overlay) => overlay.step !== undefined)
    .map((overlay) => overlay.zone)
    .join()
  const steps = useMemo(() => new Set(stepping === '' ? [] : stepping.split(',').map(Number)), [stepping])
  const wish = useMemo<Wish>(
    () => ({ targets, selected, steps, range: dial }),
    [targets, selected, steps, dial],
  )
  const look = useHobLook(stove, telemetry, wish, frozen)

  const [drawing, setDrawing] = useState<'waiting' | 'glass' | 'flat'>(tier === 'flat' ? 'flat' : 'waiting')
  const flat = tier === 'flat' || drawing === 'flat'
  const { sizes, outgrown } = useLabelSizes(size, stepRoom)
  const { top, right, bottom, left } = insets
  const layout = useMemo<Layout | null>(() => {
    if (size === null || sizes === null) return null
    const { gap, reading, bubble } = sizes
    const room = {
      left: left + gap,
      top: top + gap,
      right: size.width - right - gap,
      bottom: size.height - bottom - gap,
    }
    if (room.right - room.left < 80 || room.bottom - room.top < 80) return null
    return layOut({ stove, room, reading, bubble, steps: steps, stepRoom, gap, plan: flat })
  }, [stove, size, sizes, left, top, right, bottom, stepRoom, steps, flat])

  // The canvas.
  const stage = useRef<Stage | null>(null)
  const meter = useMemo(() => new FrameMeter(), [])
  const [restored, setRestored] = useState(0)
  const status = useRef(onStatus)
  useEffect(() => {
    status.current = onStatus
  })
  useEffect(() => exposeMeter(meter), [meter])
  const glass = tier !== 'flat'
  const [antialias] = useState(tier === 'full')
  useLayoutEffect(() => {
    const element = host.current
    if (!glass || element === null) return
    const opened = openStage(element, antialias)
    stage.current = opened
    if (opened === null) {
      setDrawing('flat')
      status.current?.('impossible')
      return
    }
    const lost = (event: Event): void => {
      // Without this the browser never gives the context back.
      event.preventDefault()
      setDrawing('flat')
      status.current?.('lost')
    }
    const back = (): void => {
      setDrawing('glass')
      setRestored((count) => count + 1)
      status.current?.('ready')
    }
    opened.canvas.addEventListener('webglcontextlost', lost)
    opened.canvas.addEventListener('webglcontextrestored', back)
    setDrawing('glass')
    status.current?.('ready')
    return () => {
      opened.canvas.removeEventListener('webglcontextlost', lost)
      opened.canvas.removeEventListener('webglcontextrestored', back)
      opened.dispose()
      stage.current = null
    }
  }, [glass, antialias])
  useEffect(() => {
    if (flat || layout === null || size === null) return
    stage.current?.render(
      <Scene
        stove={stove}
        look={look}
        framing={layout.framing}
        theme={theme}
        tier={tier}
        range={dial}
        isothermStep={isothermStep}
        awake={awake}
        still={still}
        paced={tier === 'lite' && !frozen}
        meter={meter}
        restored={restored}
      />,
      tier,
      size.width,
      size.height,
    )
  }, [
    stove,
    look,
    layout,
    theme,
    tier,
    dial,
    isothermStep,
    still,
    frozen,
    meter,
    size,
    flat,
    awake,
    restored,
    drawing,
  ])

  const release = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(release.current), [])
  useRingDrag(host, {
    stove,
    framing: layout?.framing ?? null,
    draggable: draggable && onRingDrag !== undefined,
    fractionOf: (zone) => look.fractionOf(zone),
    onPress: (zone) => onZonePress?.(zone),
    onTurn: (zone, fraction, phase) => {
      clearTimeout(release.current)
      if (phase === 'cancelled') look.release()
      else look.hold(zone, fraction, phase === 'moving')
      if (phase === 'done') release.current = setTimeout(() => look.release(), HOLD_MS)
      onRingDrag?.(zone, fraction, phase)
    },
  })

  return (
    <div
      ref={host}
      className="hologram"
      data-theme={theme}
      data-awake={awake}
      data-drawing={flat ? 'flat' : 'glass'}
    >
      {flat && layout !== null && size !== null && (
        <FlatHob
          stove={stove}
          look={look}
          framing={layout.framing}
          width={size.width}
          height={size.height}
          isothermStep={isothermStep}
        />
      )}
      {layout !== null && size !== null && (
        <DangerMarks
          stove={stove}
          framing={layout.framing}
          overlays={shown}
          width={size.width}
          height={size.height}
        />
      )}
      {layout !== null && size !== null && (
        <Labels
          slots={layout.slots}
          overlays={shown}
          width={size.width}
          height={size.height}
          onOutgrown={outgrown}
        />
      )}
    </div>
  )
}

/** Size of an element in CSS pixels, at human speed. */
function useSize(element: React.RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    if (element.current === null) return
    const watched = element.current
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = watched
      if (width > 0 && height > 0) {
        setSize((old) =>
          old !== null && old.width === width && old.height === height ? old : { width, height },
        )
      }
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return size
}

/** False until the bundled fonts are there: what was measured before was measured with other letters. */
function useFontsReady(): boolean {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let here = true
    void document.fonts.ready.then(() => {
      if (here) setReady(true)
    })
    return () => {
      here = false
    }
  }, [])
  return ready
}

/**
 * Room that labels get. It only ever grows, in coarse steps, until the glass changes its size: a numeral that gains
 * a digit must not make the camera breathe.
 */
function useLabelSizes(size: Size | null, stepRoom: boolean) {
  const [grown, setGrown] = useState<Grown>(NOT_GROWN)
  const fonts = useFontsReady()
  const key = `${size?.width} ${size?.height} ${stepRoom} ${fonts}`
  const { reading, bubble } = grown.key === key ? grown : NOT_GROWN
  const sizes = useMemo(() => {
    if (size === null) return null
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
    const room = (least: Size, need: Size): Size => ({
      width: Math.max(least.width * rem, need.width),
      height: Math.max(least.height * rem, need.height),
    })
    return { gap: GAP * rem, reading: room(READING, reading), bubble: room(BUBBLE, bubble) }
  }, [size, reading, bubble])
  const outgrown = useCallback(
    (kind: 'reading' | 'bubble', width: number, height: number) => {
      setGrown((latest) => {
        const old = latest.key === key ? latest : { ...NOT_GROWN, key }
        const coarse = (n: number): number => Math.ceil(n / 16) * 16
        const was = old[kind]
        const next = {
          width: Math.max(was.width, coarse(width)),
          height: Math.max(was.height, coarse(height)),
        }
        return next.width === was.width && next.height === was.height ? old : { ...old, [kind]: next }
      })
    },
    [key],
  )
  return { sizes, outgrown }
}

interface Grown {
  readonly key: string
  readonly reading: Size
  readonly bubble: Size
}

const NOT_GROWN: Grown = { key: '', reading: { width: 0, height: 0 }, bubble: { width: 0, height: 0 } }
