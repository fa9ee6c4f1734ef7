import { useEffect, useMemo, useRef } from 'react'
import { HobLook, SILENT_MS, type Wish } from './hob-look.ts'
import type { HologramStove, TelemetrySource } from './props.ts'

/** The look of the hob, kept up to date by telemetry and wishes without rendering anything. */
export function useHobLook(
  stove: HologramStove,
  telemetry: TelemetrySource,
  wish: Wish,
  frozen: boolean,
): HobLook {
  const look = useMemo(() => new HobLook(stove), [stove])
  const latest = useRef(wish)
  useEffect(() => {
    latest.current = wish
    look.wish(wish)
    look.tell(telemetry.read(), wish, false)
  }, [look, wish, telemetry])
  useEffect(() => {
    let newest = telemetry.read()
    let silence: ReturnType<typeof setTimeout> | undefined
    // Law 9 on this side of the wire: when the kitchen itself falls silent, the last frame must not look live.
    const watch = (): void => {
      clearTimeout(silence)
      if (!frozen) silence = setTimeout(() => look.tell(newest, latest.current, true), SILENT_MS)
    }
    const listen = (): void => {
      const frame = telemetry.read()
      if (frame === newest) return
      newest = frame
      look.tell(frame, latest.current, false)
      watch()
    }
    watch()
    const unsubscribe = telemetry.subscribe(listen)
    return () => {
      clearTimeout(silence)
      unsubscribe()
    }
  }, [look, telemetry, frozen])
  return look
}
