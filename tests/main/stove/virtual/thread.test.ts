import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { describe, expect, onTestFinished, test } from 'vitest'
import { scriptUrl } from '#main/scripts.ts'
import { decodeDeviceMessage } from '#main/stove/link/device-codec.ts'
import { FrameDecoder } from '#main/stove/link/frame.ts'
import { encodeHostMessage } from '#main/stove/link/host-codec.ts'
import type { DeviceMessage } from '#main/stove/link/message.ts'

describe('the thread of the virtual stove', () => {
  test('speaks Link over its port', async () => {
    const worker = new Worker(scriptUrl('virtual'), {
      workerData: { parameters: { seed: '4', speed: '20' } },
    })
    onTestFinished(async () => {
      await worker.terminate()
    })
    const heard: DeviceMessage[] = []
    const enough = Promise.withResolvers<void>()
    const decoder = new FrameDecoder((body) => {
      const decoded = decodeDeviceMessage(body)
      if (decoded.kind === 'message') heard.push(decoded.message)
      if (heard.filter(({ type }) => type === 'report').length >= 3) enough.resolve()
    })
    worker.on('message', (bytes: Uint8Array) => decoder.push(bytes))
    worker.on('error', enough.reject)
    worker.postMessage(encodeHostMessage({ type: 'hello', sequence: 1, version: 1, session: 77 }))
    await enough.promise
    expect(heard[0]).toMatchObject({
      type: 'welcome',
      session: 77,
      description: { id: 'virtual-4-4', speed: 20 },
    })
    expect(decoder.counters).toMatchObject({ badCrc: 0, badStuffing: 0 })
  })

  test('ends with a RangeError that names the parameter it cannot use', async () => {
    const worker = new Worker(scriptUrl('virtual'), { workerData: { parameters: { speed: 'fast' } } })
    const [error] = (await once(worker, 'error')) as [unknown]
    expect(error).toBeInstanceOf(RangeError)
    expect(String(error)).toContain('speed must be a number')
  })
})
