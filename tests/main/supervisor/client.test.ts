import { describe, expect, test, vi } from 'vitest'
import { watts, celsius, milliseconds } from '#core/units/quantities.ts'
import { startSupervisor, type SupervisorProcess } from '#main/supervisor/client.ts'
import type { FromSupervisor, SupervisorData, ToSupervisor } from '#main/supervisor/protocol.ts'
import { initialState } from '#core/safety/state.ts'
import { view } from '#core/safety/to-view.ts'

class FakeProcess implements SupervisorProcess {
  readonly data: SupervisorData
  readonly heard: ToSupervisor[] = []
  terminated = false
  readonly #listeners: { event: string; listener: (value: never) => void }[] = []

  constructor(data: SupervisorData) {
    this.data = data
  }

  postMessage(message: ToSupervisor): void {
    this.heard.push(message)
  }

  on(event: string, listener: (value: never) => void): void {
    this.#listeners.push({ event, listener })
  }

  terminate(): void {
    this.terminated = true
    this.emit('exit', 1)
  }

  emit(event: 'message' | 'error' | 'exit', value: unknown): void {
    for (const one of this.#listeners) if (one.event === event) one.listener(value as never)
  }

  tell(message: FromSupervisor): void {
    this.emit('message', message)
  }
}

function staged() {
  const threads: FakeProcess[] = []
  const client = startSupervisor((data) => {
    const thread = new FakeProcess(data)
    threads.push(thread)
    return thread
  })
  const last = (): FakeProcess => {
    const thread = threads.at(-1)
    if (thread === undefined) throw new Error('no thread')
    return thread
  }
  return { client, threads, last }
}

const REQUEST = {
  zone: 0,
  target: { kind: 'power', share: 0.5 },
  origin: 'display',
  by: 'hob',
  touch: null,
} as const
const CONFIGURE: ToSupervisor = {
  type: 'configure',
  settings: {
    circuit: watts(3680),
    externalCutOff: false,
    residual: [],
    remembered: null,
    boiling: celsius(100),
  },
}

describe('the client of the supervisor', () => {
  test('gives each request its own answer', async () => {
    const { client, last } = staged()
    const first = client.request(REQUEST)
    const second = client.request(REQUEST)
    last().tell({ type: 'answer', id: 2, answer: { kind: 'done' } })
    last().tell({ type: 'answer', id: 1, answer: { kind: 'refused', code: 'locked' } })
    expect(await first).toEqual({ kind: 'refused', code: 'locked' })
    expect(await second).toEqual({ kind: 'done' })
  })

  test('a listener hears everything until it leaves', () => {
    const { client, last } = staged()
    const heard: FromSupervisor[] = []
    const leave = client.onMessage((message) => heard.push(message))
    last().tell({ type: 'connection', state: { kind: 'idle' } })
    leave()
    last().tell({ type: 'connection', state: { kind: 'idle' } })
    expect(heard).toHaveLength(1)
  })

  test('a thread that dies is started anew, told what lasts, and keeps what was latched', async () => {
    vi.useFakeTimers()
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
    try {
      const { client, threads, last } = staged()
      client.send(CONFIGURE)
      client.send({ type: 'envelope', envelope: [], by: 'cook' })
      client.send({ type: 'connect', address: 'serial:/dev/stove' })
      const fault = {
        id: 7,
        code: 'sensor-jump',
        zone: 1,
        at: milliseconds(1),
        figures: {},
        cleared: true,
      } as const
      last().tell({ type: 'view', view: view(initialState(0, [fault])) })
      const open = client.request(REQUEST)

      last().emit('error', new Error('a bug'))
      last().emit('exit', 1)
      expect(await open).toEqual({ kind: 'refused', code: 'not-connected' })
      expect(await client.request(REQUEST)).toEqual({ kind: 'refused', code: 'not-connected' })
      vi.advanceTimersByTime(600)

      expect(threads).toHaveLength(2)
      expect(last().heard.map((message) => message.type)).toEqual(['configure', 'connect'])
      expect(last().data.faults.map(({ id, code }) => [id, code])).toEqual([
        [7, 'sensor-jump'],
        [8, 'supervisor-late'],
      ])
      expect(complaint).toHaveBeenCalledOnce()
    } finally {
      complaint.mockRestore()
      vi.useRealTimers()
    }
  })

  test('law 9: a process that hangs without dying is ended and started anew; its last view does not stand', async () => {
    vi.useFakeTimers()
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
    try {
      const { client, threads, last } = staged()
      const [hung] = threads
      last().tell({ type: 'view', view: view(initialState(0)) })
      const open = client.request(REQUEST)
      vi.advanceTimersByTime(2600)
      expect(hung?.terminated).toBe(true)
      expect(await open).toEqual({ kind: 'refused', code: 'not-connected' })
      expect(threads).toHaveLength(2)
      expect(last().data.faults.map(({ code }) => code)).toEqual(['supervisor-late'])
      expect(complaint).toHaveBeenCalledOnce()
    } finally {
      complaint.mockRestore()
      vi.useRealTimers()
    }
  })

  test('a process that answers is left alone, and so is one that takes its time to begin', () => {
    vi.useFakeTimers()
    try {
      const { threads, last } = staged()
      vi.advanceTimersByTime(10_000)
      last().postMessage = (message) => {
        if (message.type === 'ping') last().tell({ type: 'pong' })
      }
      last().tell({ type: 'view', view: view(initialState(0)) })
      vi.advanceTimersByTime(60_000)
      expect(threads).toHaveLength(1)
      expect(last().terminated).toBe(false)
    } finally {
      vi.useRealTimers()
    }
  })

  test('a process that never began and never ends is given up', () => {
    vi.useFakeTimers()
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
    try {
      const { threads, last } = staged()
      last().terminate = () => {}
      vi.advanceTimersByTime(18_600)
      expect(threads).toHaveLength(2)
    } finally {
      complaint.mockRestore()
      vi.useRealTimers()
    }
  })

  test('renewed for another stove, it leaves in order and the next begins with the faults of that one', () => {
    vi.useFakeTimers()
    try {
      const { client, threads, last } = staged()
      client.send({ type: 'connect', address: 'serial:/dev/stove' })
      const fault = {
        id: 1,
        code: 'sensor-jump',
        zone: 1,
        at: milliseconds(1),
        figures: {},
        cleared: true,
      } as const
      const views: FromSupervisor[] = []
      client.onMessage((message) => views.push(message))
      client.renew([fault])
      last().tell({ type: 'view', view: view(initialState(0)) })
      expect(views).toEqual([])
      expect(last().heard.at(-1)).toEqual({ type: 'close' })
      last().emit('exit', 0)
      vi.advanceTimersByTime(600)
      expect(threads).toHaveLength(2)
      expect(last().data.faults).toEqual([fault])
      expect(last().heard).toEqual([{ type: 'connect', address: 'serial:/dev/stove' }])
    } finally {
      vi.useRealTimers()
    }
  })

  test('closing waits for the thread to end by itself, once', async () => {
    const { client, last } = staged()
    const closing = client.close()
    expect(client.close()).toBe(closing)
    expect(last().heard).toEqual([{ type: 'close' }])
    last().emit('exit', 0)
    await closing
    expect(last().terminated).toBe(false)
    expect(await client.request(REQUEST)).toEqual({ kind: 'refused', code: 'not-connected' })
  })

  test('a thread that does not end is ended', async () => {
    vi.useFakeTimers()
    try {
      const { client, last } = staged()
      const closing = client.close()
      vi.advanceTimersByTime(3100)
      await closing
      expect(last().terminated).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })
})
