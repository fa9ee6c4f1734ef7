import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FAULT_NAMES, parseFault } from '#main/stove/virtual/faults.ts'
import { FaultBoard, type FaultChange } from '#main/stove/virtual/fault-board.ts'

describe('a scripted fault', () => {
  test('reads as NAME@SECONDS, with a zone and a duration where they matter', () => {
    expect(parseFault('cable-out@20', 4)).toEqual({
      kind: 'ok',
      fault: { name: 'cable-out', zone: null, at: 20, duration: Infinity },
    })
    expect(parseFault('frozen-sensor:2@30.5+7', 4)).toEqual({
      kind: 'ok',
      fault: { name: 'frozen-sensor', zone: 2, at: 30.5, duration: 7 },
    })
  })

  test('means zone 0 where a zone fault names none, and knows how long a stall lasts', () => {
    expect(parseFault('shorted-switch@1', 4)).toMatchObject({ fault: { zone: 0 } })
    expect(parseFault('stall@1', 4)).toMatchObject({ fault: { zone: null, duration: 5 } })
  })

  test.each([
    ['explosion@3', 'there is no fault "explosion"; there are: cable-out'],
    ['stall', 'not of the form NAME[:ZONE]@SECONDS[+DURATION]'],
    ['stall@', 'not of the form'],
    ['stall@-3', 'not of the form'],
    ['stall:1@3', 'a fault of the whole stove'],
    ['open-sensor:4@3', 'zones 0 to 3, not 4'],
    ['stall@3+0', 'over 0'],
  ])('"%s" is refused with the reason', (text, reason) => {
    const outcome = parseFault(text, 4)
    expect(outcome.kind === 'bad' ? outcome.detail : 'accepted').toContain(reason)
  })

  test('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...FAULT_NAMES), fc.nat(9), (noise, name, zone) => {
        expect(['ok', 'bad']).toContain(parseFault(noise, 4).kind)
        expect(['ok', 'bad']).toContain(parseFault(`${name}:${zone}@${noise}`, 4).kind)
      }),
    )
  })
})

describe('the board of faults', () => {
  const script = [
    { name: 'stall', zone: null, at: 3, duration: 2 },
    { name: 'open-sensor', zone: 1, at: 1, duration: Infinity },
  ] as const

  test('raises each fault in its time and lets it go in its time', () => {
    const changes: FaultChange[] = []
    const board = new FaultBoard(script, 1000, (change) => changes.push(change))
    board.tick(1999)
    expect(changes).toEqual([])
    board.tick(2000)
    expect(board.has('open-sensor', 1)).toBe(true)
    expect(board.has('open-sensor', 0)).toBe(false)
    board.tick(4000)
    expect(board.has('stall')).toBe(true)
    board.tick(6000)
    expect(board.has('stall')).toBe(false)
    expect(board.has('open-sensor', 1)).toBe(true)
    expect(changes.map(({ name, active }) => `${name} ${active}`)).toEqual([
      'open-sensor true',
      'stall true',
      'stall false',
    ])
  })

  test('clears one fault, one zone or all', () => {
    const board = new FaultBoard([], 0, () => {})
    board.raise({ name: 'open-sensor', zone: 0, duration: Infinity }, 0)
    board.raise({ name: 'open-sensor', zone: 1, duration: Infinity }, 0)
    board.raise({ name: 'stall', zone: null, duration: 5 }, 0)
    board.clear('open-sensor', 1)
    expect([board.has('open-sensor', 0), board.has('open-sensor', 1), board.has('stall')]).toEqual([
      true,
      false,
      true,
    ])
    board.clear()
    expect(board.has('stall')).toBe(false)
  })
})
