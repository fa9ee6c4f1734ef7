import { create } from 'zustand'
import { environment } from '../environment.ts'
import { kitchenClocks, pageNow } from '../state/clock.ts'
import { useKitchen } from '../state/kitchen.ts'
import { type Alarm, alarmOf, loudness } from './alarm.ts'
import { TONES } from './tones.ts'

/** Whether this page may sound. Browsers hold sound back until the page was touched once. */
export const useSound = create<{ readonly blocked: boolean; readonly alarm: Alarm | null }>(() => ({
  blocked: false,
  alarm: null,
}))

let context: AudioContext | null = null

function audible(): AudioContext | null {
  try {
    context ??= new AudioContext()
  } catch {
    return null // no sound device at all: what is seen must do
  }
  return context
}

function noteBlocked(): void {
  const blocked = context === null || context.state !== 'running'
  if (useSound.getState().blocked !== blocked) useSound.setState({ blocked })
}

/** Plays an alarm's notes once. */
export function play(alarm: Alarm, volume: number): void {
  const sound = audible()
  if (sound === null || volume <= 0) return noteBlocked()
  if (sound.state !== 'running') {
    void sound.resume().then(noteBlocked, noteBlocked)
    return noteBlocked()
  }
  const { notes, wave } = TONES[alarm]
  for (const { at, length, hertz } of notes) {
    const start = sound.currentTime + 0.02 + at
    const oscillator = sound.createOscillator()
    const gain = sound.createGain()
    oscillator.type = wave
    oscillator.frequency.value = hertz
    // A square wave is felt far louder than a sine at the same height.
    const top = volume * (wave === 'square' ? 0.25 : 0.6)
    gain.gain.setValueAtTime(0, start)
    gain.gain.linearRampToValueAtTime(top, start + 0.012)
    gain.gain.exponentialRampToValueAtTime(0.0005, start + length)
    oscillator.connect(gain).connect(sound.destination)
    oscillator.start(start)
    oscillator.stop(start + length + 0.02)
  }
}

/** Sounds what calls, again and again while it calls, and knows whether it may be heard. */
export function startSounder(): () => void {
  let last: Alarm | null = null
  let soundedAt = 0
  const unlock = (): void => {
    const sound = audible()
    if (sound !== null && sound.state !== 'running') void sound.resume().then(noteBlocked, noteBlocked)
  }
  const tick = (): void => {
    const { snapshot, receivedAt } = useKitchen.getState()
    if (snapshot === null) return
    const now = pageNow()
    const alarm = alarmOf(snapshot, kitchenClocks(snapshot, receivedAt, now).wall)
    if (useSound.getState().alarm !== alarm) useSound.setState({ alarm })
    if (alarm !== null) {
      const { again } = TONES[alarm]
      const due = alarm !== last || (again !== null && now - soundedAt >= again * 1000)
      if (due) {
        soundedAt = now
        if (environment.frozen === null) play(alarm, loudness(alarm, snapshot.settings))
      }
    }
    last = alarm
  }
  window.addEventListener('pointerdown', unlock, { capture: true, passive: true })
  window.addEventListener('keydown', unlock, { capture: true, passive: true })
  if (environment.frozen === null) {
    audible()
    noteBlocked()
  }
  tick()
  const timer = setInterval(tick, 250)
  return () => {
    clearInterval(timer)
    window.removeEventListener('pointerdown', unlock, { capture: true })
    window.removeEventListener('keydown', unlock, { capture: true })
  }
}
