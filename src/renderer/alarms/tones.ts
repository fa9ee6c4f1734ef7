import type { Alarm } from './alarm.ts'

/** One note: start and length in seconds, pitch in hertz. */
export interface Note {
  readonly at: number
  readonly length: number
  readonly hertz: number
}

export interface Tone {
  readonly notes: readonly Note[]
  /** Seconds after which it sounds again while its cause stands; null = once. */
  readonly again: number | null
  readonly wave: OscillatorType
}

const note = (at: number, hertz: number, length = 0.18): Note => ({ at, hertz, length })

/**
 * Told apart by rhythm and direction, not by pitch alone: a fault falls in threes and repeats, a timer rises,
 * a step is one soft third. Pitches stay between 500 Hz and 1.1 kHz, where old ears and extractor hoods let them by.
 */
export const TONES: Readonly<Record<Alarm, Tone>> = {
  fault: { notes: [note(0, 988), note(0.24, 784), note(0.48, 622, 0.32)], again: 2.5, wave: 'square' },
  attendance: { notes: [note(0, 659), note(0.5, 659)], again: 8, wave: 'triangle' },
  timer: { notes: [note(0, 659), note(0.16, 831), note(0.32, 988, 0.3)], again: 3, wave: 'triangle' },
  question: { notes: [note(0, 587), note(0.2, 880, 0.28)], again: 10, wave: 'sine' },
  step: { notes: [note(0, 659, 0.3), note(0.18, 831, 0.5)], again: null, wave: 'sine' },
}
