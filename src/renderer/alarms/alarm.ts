import type { Snapshot } from '#contract/snapshot.ts'

/** What calls for a person now, the most urgent first. */
export const ALARMS = ['fault', 'attendance', 'timer', 'question', 'step'] as const
export type Alarm = (typeof ALARMS)[number]

/** The most urgent call in a snapshot; null when nobody is needed. `wall` is the kitchen's wall time now. */
export function alarmOf(snapshot: Snapshot, wall: number): Alarm | null {
  const { safety, cook } = snapshot
  const calls: Record<Alarm, boolean> = {
    fault: safety.faults.length > 0,
    attendance: safety.attendanceDueAt !== null && wall >= safety.attendanceDueAt,
    timer: snapshot.timers.some((timer) => timer.state === 'ringing'),
    question: safety.questions.length > 0,
    step: cook !== null && cook.status === 'running' && (cook.stepDone || cook.awaitingTouch.length > 0),
  }
  return ALARMS.find((alarm) => calls[alarm]) ?? null
}

/** Alarms of faults cannot be silenced below this. */
export const LEAST_FAULT_VOLUME = 0.3

export function loudness(alarm: Alarm, settings: Pick<Snapshot['settings'], 'sounds' | 'volume'>): number {
  const wished = settings.sounds ? settings.volume : 0
  return alarm === 'fault' ? Math.max(LEAST_FAULT_VOLUME, wished) : wished
}
