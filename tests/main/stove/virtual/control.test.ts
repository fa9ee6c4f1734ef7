import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ScriptedHost } from './scripted-host.ts'

describe('a hand at the virtual stove', () => {
  test('puts a pan down with something in it, adds to it, turns it over, and takes it away', () => {
    const { stove } = new ScriptedHost({ scene: 'empty' })
    const hand = (command: object): string => stove.control(command, 0).kind
    expect(stove.truth.zones[0]?.pan).toBeNull()
    expect(hand({ command: 'pan', zone: 0, pan: 'steel-28', contents: { water: 0.5 }, celsius: 15 })).toBe(
      'done',
    )
    expect(stove.truth.zones[0]?.pan).toMatchObject({
      name: 'steel-28',
      water: 0.5,
      waterCelsius: 15,
      lid: false,
    })
    expect(hand({ command: 'add', zone: 0, contents: { water: 0.5, potato: 0.3 }, celsius: 25 })).toBe('done')
    expect(stove.truth.zones[0]?.pan).toMatchObject({
      water: 1,
      waterCelsius: 20,
      foods: [{ name: 'potato' }],
    })
    expect(hand({ command: 'flip', zone: 0 })).toBe('done')
    expect(hand({ command: 'lid', zone: 0, on: true })).toBe('done')
    expect(hand({ command: 'lift', zone: 0, on: true })).toBe('done')
    expect(stove.truth.zones[0]?.pan).toMatchObject({ lid: true, lifted: true })
    expect(hand({ command: 'empty', zone: 0 })).toBe('done')
    expect(stove.truth.zones[0]?.pan).toMatchObject({ water: 0, waterCelsius: null, foods: [] })
    expect(hand({ command: 'pan', zone: 0, pan: 'off' })).toBe('done')
    expect(stove.truth.zones[0]?.pan).toBeNull()
  })

  test.each([
    [{ command: 'pan', zone: 9, pan: 'steel-28' }, 'zone'],
    [{ command: 'pan', zone: 4, pan: 'steel-28' }, 'zones 0 to 3, not 4'],
    [{ command: 'pan', zone: 0, pan: 'bucket' }, 'there is no pan "bucket"'],
    [{ command: 'add', zone: 0, contents: { water: -1 } }, 'an amount is in kg'],
    [{ command: 'add', zone: 0, contents: { water: 1 } }, 'there is no pan on zone 0'],
    [{ command: 'fault', name: 'fire' }, 'there is no fault "fire"'],
    [{ command: 'clear', name: 'fire' }, 'there is no fault "fire"'],
    [{ command: 'dance' }, 'command'],
    [{ command: 'flip', zone: 0, twice: true }, 'twice'],
    [null, 'expected object'],
  ])('%o is refused with the reason', (command, reason) => {
    const { stove } = new ScriptedHost({ scene: 'empty' })
    const answer = stove.control(command, 0)
    expect(answer.kind === 'refused' ? answer.detail : 'done').toContain(reason)
  })

  test('may ask for anything without breaking the stove', () => {
    const { stove } = new ScriptedHost({ scene: 'empty' })
    fc.assert(
      fc.property(fc.anything(), (command) => {
        expect(['done', 'refused']).toContain(stove.control(command, 0).kind)
      }),
    )
  })
})
