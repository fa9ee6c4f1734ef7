import { afterEach, describe, expect, test, vi } from 'vitest'
import { USUAL_LINE, type LineSettings } from '#main/stove/transport/line-settings.ts'
import { openSerial, type SerialLine, type SerialSettings } from '#main/stove/transport/serial.ts'
import { serialProblem } from '#main/stove/transport/serial-problem.ts'
import type { ByteStream, StreamEnd } from '#main/stove/transport/stream.ts'
import { openStove } from '#main/stove/open.ts'

/** A port whose every move a test makes. */
class FakeLine implements SerialLine {
  isOpen = false
  writableLength = 0
  readonly calls: string[] = []
  readonly written: number[][] = []
  readonly settings: SerialSettings
  failure: Error | null = null
  #listeners = new Map<string, ((value: never) => void)[]>()
  #writes: (() => void)[] = []

  constructor(settings: SerialSettings) {
    this.settings = settings
  }

  open(done: (error: Error | null) => void): void {
    this.isOpen = this.failure === null
    queueMicrotask(() => {
      done(this.failure)
    })
  }
  write(bytes: Buffer, done: () => void): boolean {
    this.calls.push('write')
    this.written.push([...bytes])
    this.writableLength += bytes.length
    this.#writes.push(() => {
      this.writableLength -= bytes.length
      done()
    })
    return true
  }
  flush(done: (error: Error | null) => void): void {
    this.calls.push('flush')
    done(null)
  }
  set(levels: object, done: (error: Error | null) => void): void {
    this.calls.push(`set ${JSON.stringify(levels)}`)
    done(null)
  }
  close(done: (error: Error | null) => void): void {
    this.calls.push('close')
    this.isOpen = false
    done(null)
  }
  on(event: string, listener: (value: never) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
  }
  emit(event: string, value: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(value as never)
  }
  /** The operating system takes everything that waits. */
  takeAll(): void {
    for (const done of this.#writes.splice(0)) done()
  }
}

async function opened(settings: Partial<LineSettings> = {}): Promise<{
  line: FakeLine
  stream: ByteStream
  ends: StreamEnd[]
  drains: number[]
}> {
  let line: FakeLine | null = null
  const opening = await openSerial(
    '/dev/fake',
    { ...USUAL_LINE, quiet: Uint8Array.of(0), ...settings },
    (wanted) => (line = new FakeLine(wanted)),
  )
  if (opening.kind !== 'open' || line === null) throw new Error('not open')
  const ends: StreamEnd[] = []
  const drains: number[] = []
  opening.stream.listen({
    onData: () => undefined,
    onDrain: () => drains.push(1),
    onEnd: (end) => ends.push(end),
  })
  return { line, stream: opening.stream, ends, drains }
}

afterEach(() => {
  vi.useRealTimers()
})

describe('a serial line', () => {
  test('law 12: each opening makes a port object of its own, locked, and empties its buffers first', async () => {
    const first = await opened()
    const second = await opened()
    expect(second.line).not.toBe(first.line)
    expect(first.line.settings).toEqual({
      path: '/dev/fake',
      baudRate: 115_200,
      dataBits: 8,
      parity: 'none',
      stopBits: 1,
      lock: true,
      autoOpen: false,
    })
    expect(first.line.calls).toEqual(['flush'])
  })

  test('is set as the device wants it, handshake lines and all', async () => {
    const line = { baudRate: 9600, dataBits: 7, parity: 'even', stopBits: 2, dtr: false } as const
    const { settings, calls } = (await opened(line)).line
    expect(settings).toMatchObject({ baudRate: 9600, dataBits: 7, parity: 'even', stopBits: 2 })
    expect(calls).toEqual(['set {"dtr":false}', 'flush'])
  })

  test('law 12: nothing reaches a port that is closed or has broken', async () => {
    const { line, stream, ends } = await opened()
    line.isOpen = false
    stream.write(Uint8Array.of(1))
    line.isOpen = true
    line.emit('close', Object.assign(new Error('gone'), { disconnected: true }))
    stream.write(Uint8Array.of(1))
    expect(line.written).toEqual([])
    expect(ends).toEqual([{ reason: 'unplugged', detail: 'gone' }])
    line.emit('error', new Error('again'))
    expect(ends).toHaveLength(1)
  })

  test('is congested until the system has taken what was written, and says when', async () => {
    const { line, stream, drains } = await opened()
    expect(stream.congested).toBe(false)
    stream.write(Uint8Array.of(1, 2))
    stream.write(Uint8Array.of(3))
    expect(stream.congested).toBe(true)
    line.takeAll()
    expect(stream.congested).toBe(false)
    expect(drains).toHaveLength(1)
  })

  test('that is quiet is asked with a delimiter whether it is still there, one at a time', async () => {
    vi.useFakeTimers()
    const { line, stream } = await opened()
    vi.advanceTimersByTime(1000)
    expect(line.written).toEqual([[0]])
    line.takeAll()
    line.emit('data', Buffer.of(5))
    vi.advanceTimersByTime(250)
    expect(line.written).toEqual([[0]])
    vi.advanceTimersByTime(250)
    expect(line.written).toEqual([[0], [0]])
    line.takeAll()
    await stream.close()
    vi.advanceTimersByTime(1000)
    expect(line.written).toHaveLength(2)
  })

  test('that knows no harmless byte is left alone', async () => {
    vi.useFakeTimers()
    const { line } = await opened({ quiet: null })
    vi.advanceTimersByTime(5000)
    expect(line.written).toEqual([])
  })

  test('is emptied before it is given back, once', async () => {
    const { line, stream, ends } = await opened()
    await Promise.all([stream.close(), stream.close()])
    expect(line.calls).toEqual(['flush', 'flush', 'close'])
    line.emit('close', null)
    expect(ends).toEqual([])
  })
})

describe('a port that does not open', () => {
  test.each([
    ['Error: No such file or directory, cannot open /dev/ttyACM9', 'no-such-port'],
    ['Error: No such device, cannot open /dev/ttyACM9', 'no-such-port'],
    ['Opening COM9: File not found', 'no-such-port'],
    ['Error Resource temporarily unavailable Cannot lock port', 'port-busy'],
    ['Error: Device or resource busy, cannot open /dev/ttyACM0', 'port-busy'],
    ['Opening COM3: Access denied', 'port-busy'],
    ['Error: Permission denied, cannot open /dev/ttyACM0', 'port-forbidden'],
    ['Error: Input/output error, cannot open /dev/ttyACM0', 'port-failed'],
  ])('"%s" is %s', (message, reason) => {
    expect(serialProblem(message)).toBe(reason)
  })

  test('says so, by the true binding', async () => {
    const opening = await openStove('serial:/dev/there-is-no-such-port', () => undefined)
    expect(opening).toMatchObject({ kind: 'failed', reason: 'no-such-port' })
  })
})

test.each([
  'nonsense',
  'serial:/dev/x?driver=toaster',
  'serial:/dev/x?boud=9600',
  'tcp:host:80?x=1',
  'virtual:?seed=-1',
  'virtual:?nonsense=1',
])('the address %s is refused as bad', async (address) => {
  expect(await openStove(address, () => undefined)).toMatchObject({ kind: 'failed', reason: 'bad-address' })
})
