import { EventEmitter } from 'node:events'
import { describe, expect, test, vi } from 'vitest'
import { serveShell, type OpenKitchen, type Shell } from '#main/electron/kitchen-side.ts'
import { FakeMessageChannel, FakePort } from './fake-electron.ts'

class FakeShell extends EventEmitter {
  readonly heard: unknown[] = []

  postMessage(message: unknown): void {
    this.heard.push(structuredClone(message))
  }

  say(data: unknown, ports: readonly FakePort[] = []): void {
    this.emit('message', { data: structuredClone(data), ports })
  }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve()
}

function begin(open?: () => Promise<OpenKitchen>) {
  const shell = new FakeShell()
  const attached: Parameters<OpenKitchen['attach']>[0][] = []
  const close = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const exit = vi.fn<(code: number) => void>()
  const kitchen: OpenKitchen = { attach: (ports) => attached.push(ports), close }
  const end = serveShell(shell as unknown as Shell, open ?? (() => Promise.resolve(kitchen)), exit)
  return { shell, attached, close, exit, end }
}

const ends = () => {
  const rpc = new FakeMessageChannel()
  const live = new FakeMessageChannel()
  return { kitchen: [rpc.port1, live.port1], page: [rpc.port2, live.port2] } as const
}

describe('the kitchen process', () => {
  test('says when it is open, and answers pings before that too', async () => {
    const { shell } = begin()
    shell.say({ type: 'ping' })
    expect(shell.heard).toEqual([{ type: 'alive' }])
    await settle()
    expect(shell.heard).toEqual([{ type: 'alive' }, { type: 'open' }])
  })

  test('takes a screen at its two ports: rpc first, live second', async () => {
    const { shell, attached } = begin()
    const { kitchen } = ends()
    shell.say({ type: 'attach', screen: 1 }, kitchen)
    await settle()
    expect(attached).toHaveLength(1)
    expect(attached[0]?.rpc).toBe(kitchen[0])
    expect(attached[0]?.live).toBe(kitchen[1])
  })

  test('a page that comes again leaves its old ports', async () => {
    const { shell, attached } = begin()
    const [first, second, other] = [ends(), ends(), ends()]
    const gone = vi.fn<() => void>()
    for (const port of first.page) port.on('close', gone)
    for (const port of [...second.page, ...other.page])
      port.on('close', () => expect.unreachable('a port in use was closed'))
    shell.say({ type: 'attach', screen: 1 }, first.kitchen)
    shell.say({ type: 'attach', screen: 2 }, other.kitchen)
    shell.say({ type: 'attach', screen: 1 }, second.kitchen)
    await settle()
    expect(gone).toHaveBeenCalledTimes(2)
    expect(attached).toHaveLength(3)
  })

  test('half a door is no door', async () => {
    const { shell, attached } = begin()
    shell.say({ type: 'attach', screen: 1 }, [new FakePort()])
    await settle()
    expect(attached).toEqual([])
  })

  test('closes in order, once, then ends', async () => {
    const { shell, close, exit, end } = begin()
    shell.say({ type: 'close' })
    end()
    await settle()
    expect(close).toHaveBeenCalledOnce()
    expect(exit.mock.calls).toEqual([[0]])
  })

  test('a kitchen that cannot close in order ends all the same, and says so', async () => {
    const { shell, close, exit } = begin()
    close.mockRejectedValue(new Error('the disk is gone'))
    shell.say({ type: 'close' })
    await settle()
    expect(exit.mock.calls).toEqual([[1]])
  })

  test('a kitchen that cannot open tells why and ends', async () => {
    const { shell, exit } = begin(() => Promise.reject(new Error('the folder is not writable')))
    shell.say({ type: 'attach', screen: 1 }, ends().kitchen)
    await settle()
    expect(shell.heard).toEqual([{ type: 'failed', detail: 'the folder is not writable' }])
    expect(exit.mock.calls).toEqual([[1]])
  })
})
