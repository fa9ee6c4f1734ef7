import { describe, expect, test } from 'vitest'
import { alarmOf, ALARMS, loudness } from '#renderer/alarms/alarm.ts'
import { TONES } from '#renderer/alarms/tones.ts'
import { fixtures, FROZEN } from './fixtures.ts'

const alarm = (name: keyof typeof fixtures): string | null => {
  const { snapshot } = fixtures[name]
  return snapshot === null ? null : alarmOf(snapshot, FROZEN)
}

describe('what calls for a person', () => {
  test.each([
    ['cold', null],
    ['hot', null],
    ['fault', 'fault'],
    ['attendance', 'attendance'],
    ['ringing', 'timer'],
    ['question', 'question'],
    ['stepDone', 'step'],
    ['awaitingTouch', 'step'],
  ] as const)('%s: %s', (name, expected) => {
    expect(alarm(name)).toBe(expected)
  })

  test('a fault comes before everything else', () => {
    const { snapshot } = fixtures.ringing
    const both = {
      ...snapshot,
      safety: { ...snapshot.safety, faults: fixtures.fault.snapshot.safety.faults },
    }
    expect(alarmOf(both, FROZEN)).toBe('fault')
  })

  test('attendance is asked from its hour on, not before', () => {
    const { snapshot } = fixtures.attendance
    expect(alarmOf(snapshot, (snapshot.safety.attendanceDueAt ?? 0) - 1)).toBeNull()
  })
})

describe('how loud', () => {
  test('a fault is heard though sounds are off', () => {
    expect(loudness('fault', { sounds: false, volume: 1 })).toBe(0.3)
    expect(loudness('fault', { sounds: true, volume: 0.1 })).toBe(0.3)
    expect(loudness('fault', { sounds: true, volume: 0.8 })).toBe(0.8)
  })

  test('everything else obeys', () => {
    for (const each of ALARMS.filter((one) => one !== 'fault')) {
      expect(loudness(each, { sounds: false, volume: 1 })).toBe(0)
      expect(loudness(each, { sounds: true, volume: 0.4 })).toBe(0.4)
    }
  })

  test('each alarm has a rhythm of its own', () => {
    const rhythms = ALARMS.map((each) =>
      JSON.stringify(TONES[each].notes.map(({ at, hertz }) => [at, hertz])),
    )
    expect(new Set(rhythms).size).toBe(ALARMS.length)
  })
})
