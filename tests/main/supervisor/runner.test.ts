import { describe, expect, test } from 'vitest'
import { BenchKitchen } from './support/bench-kitchen.ts'

const HALF = { kind: 'power', share: 0.5 } as const

describe('the runner', () => {
  test('says off first, then heats when touched, and renews ten times a second', async () => {
    const kitchen = await BenchKitchen.ready()
    const { said } = kitchen.stoves.last
    expect(said[0]).toBe('off')
    expect(kitchen.touch(HALF)).toEqual({ kind: 'done' })
    await kitchen.clock.pass(10_000)
    const { heats } = kitchen.stoves.last
    expect(heats.length).toBeGreaterThanOrEqual(95)
    expect(heats.length).toBeLessThanOrEqual(110)
    expect(heats.at(-1)).toEqual([1000, 0, 0])
  })

  test('STOP reaches the stove within the call, with no turn of the loop between', async () => {
    const kitchen = await BenchKitchen.ready()
    kitchen.touch(HALF)
    await kitchen.clock.pass(500)
    kitchen.runner.receive({ type: 'stop', zone: null, by: 'hob' })
    expect(kitchen.stoves.last.said.at(-1)).toBe('off')
  })

  test('a kitchen that hangs sends no beats: after ten seconds all is off', async () => {
    const kitchen = await BenchKitchen.ready()
    kitchen.touch(HALF)
    await kitchen.clock.pass(500)
    kitchen.alive = false
    const reports = kitchen.clock.every(100, () =>
      kitchen.stoves.last.report(kitchen.clock.now() - 1_600_000_000_000),
    )
    await kitchen.clock.pass(9800)
    expect(kitchen.stoves.last.said.at(-1)).toEqual([1000, 0, 0])
    await kitchen.clock.pass(400)
    reports()
    expect(kitchen.stoves.last.said).toContain('off')
    expect(kitchen.view.faults.map((fault) => fault.code)).toEqual(['display-lost'])
  })

  test('a thread that was held up goes off with the first thing it does', async () => {
    const kitchen = await BenchKitchen.ready()
    kitchen.touch(HALF)
    await kitchen.clock.pass(500)
    kitchen.clock.sleep(400)
    kitchen.runner.receive({ type: 'display-beat', display: 'hob', touched: false })
    expect(kitchen.stoves.last.said.at(-1)).toBe('off')
  })

  test('answers a ping', async () => {
    const kitchen = await BenchKitchen.ready()
    kitchen.told.length = 0
    kitchen.runner.receive({ type: 'ping' })
    expect(kitchen.told).toEqual([{ type: 'pong' }])
  })

  test('tells a report with its view, and a view only when it has changed', async () => {
    const kitchen = await BenchKitchen.ready()
    kitchen.told.length = 0
    await kitchen.clock.pass(1000)
    const kinds = kitchen.told.map((message) => message.type)
    expect(kinds.filter((kind) => kind === 'report')).toHaveLength(10)
    // The display's proof changes the view, ticks do not.
    expect(kinds.filter((kind) => kind === 'view').length).toBeLessThanOrEqual(10)
  })

  test('tries again for ever, half a second first, ten seconds at most', async () => {
    const kitchen = new BenchKitchen()
    kitchen.stoves.next = 'fail'
    kitchen.runner.receive({ type: 'connect', address: 'serial:/dev/none' })
    await kitchen.clock.pass(120_000)
    const waits = kitchen.states.flatMap((state, index) =>
      state.kind === 'lost' ? [state.retryAt - (index === 1 ? 1_700_000_000_000 : 0)] : [],
    )
    expect(waits[0]).toBe(500)
    const tries = kitchen.stoves.addresses.length
    expect(tries).toBeGreaterThanOrEqual(14)
    expect(tries).toBeLessThanOrEqual(17)
    expect(kitchen.states.at(-1)).toMatchObject({ kind: 'lost', reason: 'no-such-port', stove: null })
    kitchen.stoves.next = 'open'
    await kitchen.clock.pass(10_500)
    expect(kitchen.states.at(-1)).toMatchObject({ kind: 'connected' })
  })

  test.each(['hang', 'throw'] as const)('a driver that would %s does not end the trying', async (how) => {
    const kitchen = new BenchKitchen()
    kitchen.stoves.next = how
    kitchen.runner.receive({ type: 'connect', address: 'serial:/dev/bad' })
    await kitchen.clock.pass(20_000)
    kitchen.stoves.next = 'open'
    await kitchen.clock.pass(30_000)
    expect(kitchen.states.at(-1)).toMatchObject({ kind: 'connected' })
    expect(kitchen.stoves.last.said[0]).toBe('off')
  })

  test('a line that is open but silent is given up and opened again', async () => {
    const kitchen = await BenchKitchen.ready()
    kitchen.alive = false
    await kitchen.clock.pass(7000)
    expect(kitchen.stoves.connections.length).toBeGreaterThanOrEqual(2)
    expect(kitchen.stoves.connections[0]?.said.at(-1)).toBe('close')
    expect(kitchen.states.find((state) => state.kind === 'lost')).toMatchObject({ reason: 'silent' })
  })

  test('another address closes the first stove, off before, and waits until its line is free', async () => {
    const kitchen = await BenchKitchen.ready()
    kitchen.touch(HALF)
    await kitchen.clock.pass(500)
    const first = kitchen.stoves.last
    let free = (): void => {}
    first.closes = () =>
      new Promise((resolve) => {
        free = resolve
      })
    kitchen.runner.receive({ type: 'connect', address: 'tcp:other:9000' })
    expect(first.said.slice(-2)).toEqual(['off', 'close'])
    await kitchen.clock.pass(1000)
    expect(kitchen.stoves.addresses).toHaveLength(1)
    free()
    await kitchen.clock.pass(100)
    expect(kitchen.stoves.addresses.at(-1)).toBe('tcp:other:9000')
    // Changing the stove is no fault.
    expect(kitchen.view.faults).toEqual([])
  })

  test('closing says off, gives the line back and leaves no timer', async () => {
    const kitchen = await BenchKitchen.ready()
    kitchen.touch(HALF)
    await kitchen.clock.pass(500)
    const { said } = kitchen.stoves.last
    const closing = kitchen.runner.close()
    expect(said.slice(-2)).toEqual(['off', 'close'])
    await closing
    const spoken = said.length
    kitchen.runner.receive({ type: 'connect', address: 'serial:/dev/again' })
    await kitchen.clock.pass(5000)
    expect(said).toHaveLength(spoken)
    expect(kitchen.stoves.addresses).toHaveLength(1)
    // Only the bench's own.
    expect(kitchen.clock.alarms).toBe(1)
  })
})
