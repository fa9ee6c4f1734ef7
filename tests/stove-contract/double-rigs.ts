import { SerialPortMock, type SerialPortMockOpenOptions } from 'serialport'
import { openLink } from '#main/stove/link/driver.ts'
import { USUAL_LINE } from '#main/stove/transport/line-settings.ts'
import { openSerial } from '#main/stove/transport/serial.ts'
import type { ByteStream, StreamListener } from '#main/stove/transport/stream.ts'
import { RunningDevice } from './running-device.ts'
import type { StoveRig } from './stove-contract.ts'

/** A device behind a stream that is nothing but two function calls. */
export function memoryRig(): Promise<StoveRig> {
  const device = new RunningDevice()
  let current: StreamListener | null = null
  const line = (): ByteStream => {
    let open = true
    return {
      congested: false,
      write: (bytes) => {
        if (open) queueMicrotask(() => device.receive(bytes))
      },
      listen: (listener) => {
        current = listener
        device.plug((bytes) => {
          if (open) listener.onData(bytes)
        })
      },
      close: () => {
        open = false
        return Promise.resolve()
      },
    }
  }
  return Promise.resolve({
    open: (listener) => openLink(line(), listener),
    cut: () => {
      device.plug(() => undefined)
      current?.onEnd({ reason: 'unplugged', detail: 'the cable is out' })
      return Promise.resolve()
    },
    mend: () => Promise.resolve(),
    dispose: () => {
      device.stop()
      return Promise.resolve()
    },
  })
}

let ports = 0

/** A device behind node-serialport's own mock of a port: the true stream code, without an operating system. */
export function mockSerialRig(): Promise<StoveRig> {
  const device = new RunningDevice()
  const path = `/dev/mock${ports++}`
  SerialPortMock.binding.createPort(path)
  let current: SerialPortMock | null = null
  const create = (settings: SerialPortMockOpenOptions): SerialPortMock => {
    const port = new SerialPortMock(settings)
    current = port
    port.once('open', () => {
      const binding = port.port
      if (binding === undefined) throw new Error('an open port has a binding')
      const write = binding.write.bind(binding)
      binding.write = async (bytes: Buffer) => {
        await write(bytes)
        device.receive(Buffer.from(bytes))
      }
      device.plug((bytes) => {
        if (binding.isOpen) binding.emitData(Buffer.from(bytes))
      })
    })
    return port
  }
  return Promise.resolve({
    open: async (listener) => {
      const line = await openSerial(path, USUAL_LINE, create)
      return line.kind === 'open' ? openLink(line.stream, listener) : line
    },
    cut: () =>
      new Promise<void>((resolve) => {
        current?.close(
          () => {
            resolve()
          },
          Object.assign(new Error('the cable is out'), { disconnected: true }),
        )
      }),
    mend: () => Promise.resolve(),
    dispose: () => {
      device.stop()
      return Promise.resolve()
    },
  })
}
