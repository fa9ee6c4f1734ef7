import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { encodeTelemetry } from '#contract/telemetry.ts'
import { backoff } from '#renderer/bridge/backoff.ts'
import type { KitchenLink } from '#renderer/bridge/kitchen-link.ts'
import { openWebSocketLink } from '#renderer/bridge/websocket.ts'
import { fixtures, FROZEN } from './fixtures.ts'
import { frameOf } from './telemetry-fixture.ts'

class FakeSocket extends EventTarget {
  static made: FakeSocket[] = []
  readyState = 0
  binaryType = ''
  readonly sent: unknown[] = []
  readonly url: string

  constructor(url: string) {
    super()
    this.url = url
    FakeSocket.made.push(this)
  }
  send(data: unknown): void {
    this.sent.push(data)
  }
  close(): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.dispatchEvent(new Event('close'))
  }
  open(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }
  tell(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

const PAGE = new URL('http://127.0.0.1:8620/#/hob')
let link: KitchenLink
const states: string[] = []
const latest = (): [FakeSocket, FakeSocket] => {
  const [rpc, live] = FakeSocket.made.slice(-2)
  if (rpc === undefined || live === undefined) throw new Error('no sockets yet')
  return [rpc, live]
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', FakeSocket)
  vi.stubGlobal('localStorage', { getItem: () => null, removeItem: () => {}, setItem: () => {} })
  vi.stubGlobal('fetch', () => Promise.reject(new Error('nobody there')))
  FakeSocket.made = []
  states.length = 0
  link = openWebSocketLink(PAGE)
  link.onState(({ kind }) => states.push(kind))
})
afterEach(() => {
  link.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the way to the kitchen', () => {
  test('is two channels beside the page', () => {
    expect(latest().map((socket) => socket.url)).toEqual([
      'ws://127.0.0.1:8620/rpc',
      'ws://127.0.0.1:8620/live',
    ])
  })

  test('is open when both are', () => {
    const [rpc, live] = latest()
    rpc.open()
    expect(states).toEqual(['connecting'])
    live.open()
    expect(states).toEqual(['connecting', 'open'])
  })

  test('is closed when either is, and both are given up', () => {
    const [rpc, live] = latest()
    rpc.open()
    live.open()
    live.close()
    expect(rpc.readyState).toBe(3)
    expect(states.at(-1)).toBe('closed')
  })

  test('is tried again for ever, with new sockets each time', async () => {
    for (let attempt = 0; attempt < 20; attempt++) {
      const before = FakeSocket.made.length
      latest()[0].close()
      await vi.advanceTimersByTimeAsync(backoff(attempt))
      expect(FakeSocket.made.length).toBe(before + 2)
    }
  })

  test('law 12: a command without a line is refused at once and never sent later', async () => {
    await expect(link.client.heat({ zone: 0, target: { kind: 'power', share: 1 } })).rejects.toThrow()
    const [rpc, live] = latest()
    rpc.open()
    live.open()
    await vi.advanceTimersByTimeAsync(1000)
    expect(rpc.sent).toEqual([])
  })

  test('a command that was under way when the line broke is rejected', async () => {
    const [rpc, live] = latest()
    rpc.open()
    live.open()
    const answer = link.client.stop({ zone: null })
    const refused = expect(answer).rejects.toThrow()
    await vi.advanceTimersByTimeAsync(1)
    expect(rpc.sent).toHaveLength(1)
    rpc.close()
    await refused
  })

  test('brings snapshots as text and telemetry as bytes; what is neither is left', () => {
    const [rpc, live] = latest()
    rpc.open()
    live.open()
    const snapshots: unknown[] = []
    const frames: number[] = []
    link.onSnapshot((snapshot) => snapshots.push(snapshot.wallNow))
    link.onTelemetry((frame) => frames.push(frame.zones[0]?.surface ?? Number.NaN))
    live.tell(JSON.stringify(fixtures.cold.snapshot))
    live.tell(encodeTelemetry(frameOf(FROZEN, [{ surface: 181.5 }])).buffer)
    live.tell(new Uint8Array([9, 9, 9]).buffer)
    expect(snapshots).toEqual([FROZEN])
    expect(frames).toEqual([181.5])
  })

  test('a half-open line is noticed by its silence', async () => {
    const [rpc, live] = latest()
    rpc.open()
    live.open()
    live.tell(JSON.stringify(fixtures.cold.snapshot))
    await vi.advanceTimersByTimeAsync(7000)
    expect(states).toContain('closed')
  })

  test('the wait grows, and never beyond five seconds', () => {
    expect([0, 1, 2].map(backoff)).toEqual([250, 500, 1000])
    expect(backoff(1000)).toBe(5000)
  })
})

test('a screen on another machine that the kitchen does not know is asked for the code', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve({ ok: true }))
  const far = openWebSocketLink(new URL('http://192.168.1.20:8620/'))
  const kinds: string[] = []
  far.onState(({ kind }) => kinds.push(kind))
  latest()[0].close()
  await vi.advanceTimersByTimeAsync(0)
  expect(kinds.at(-1)).toBe('unpaired')
  const made = FakeSocket.made.length
  await vi.advanceTimersByTimeAsync(60_000)
  expect(FakeSocket.made.length).toBe(made)
  far.close()
})
