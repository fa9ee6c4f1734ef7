import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSound } from '../alarms/sounder.ts'
import { environment } from '../environment.ts'
import { clockTime } from '../format/wall-time.ts'
import { useWallSeconds } from '../state/clock.ts'
import { useSnapshot } from '../state/kitchen.ts'
import './dim.css'

const stopRoot = (): HTMLElement | null => document.getElementById('stop-root')

/**
 * An idle display goes dark and shows the time; zones and STOP stay lit. The touch that wakes it is swallowed, so
 * that a hand reaching for the light never sets a zone. Whatever calls for a person wakes it as well.
 */
export function Dim() {
  const minutes = useSnapshot((snapshot) => snapshot.settings.dimAfterMinutes)
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  const calling = useSound((state) => state.alarm !== null)
  const [dimmed, setDimmed] = useState(false)

  useEffect(() => {
    // What calls keeps it awake, and no touch is swallowed meanwhile.
    if (minutes === 0 || remote || calling || environment.frozen !== null) return
    let last = performance.now()
    let asleep = false
    let swallowing = false
    const sleep = (on: boolean): void => {
      asleep = on
      setDimmed(on)
    }
    const swallow = (event: Event): void => {
      const onStop = event.target instanceof Node && stopRoot()?.contains(event.target) === true
      const begins = event.type === 'pointerdown' || event.type === 'keydown'
      if (begins) last = performance.now()
      if (begins && asleep) {
        sleep(false)
        swallowing = !onStop
      } else if (begins) swallowing = false
      if (!swallowing || onStop) return
      event.preventDefault()
      event.stopPropagation()
    }
    const kinds = ['pointerdown', 'pointerup', 'click', 'keydown', 'keyup'] as const
    for (const kind of kinds) window.addEventListener(kind, swallow, { capture: true })
    const timer = setInterval(() => {
      if (!asleep && performance.now() - last > minutes * 60_000) sleep(true)
    }, 1000)
    return () => {
      clearInterval(timer)
      for (const kind of kinds) window.removeEventListener(kind, swallow, { capture: true })
      setDimmed(false)
    }
  }, [minutes, remote, calling])

  return dimmed ? <Dark /> : null
}

function Dark() {
  const { t, i18n } = useTranslation()
  const wall = useWallSeconds()
  return (
    <div className="dim">
      <time className="dim-clock num">{clockTime(wall * 1000, i18n.language)}</time>
      <p className="mute">{t('shell.touchToWake')}</p>
    </div>
  )
}
