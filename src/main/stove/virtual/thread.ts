import { parentPort, workerData } from 'node:worker_threads'
import { parseOptions } from './options.ts'
import { VirtualStove } from './virtual-stove.ts'

/**
 * The virtual stove as a worker thread. `workerData` = `{parameters: Record<string, string>}` (see options.ts).
 * Messages are chunks of the line, `Uint8Array`, both ways; an object with a `command` is a hand at the stove
 * (see control.ts). A parameter that is wrong ends the thread with an error that says which and why.
 */
const port = parentPort
if (port === null) throw new Error('the virtual stove runs as a worker thread')
const { parameters = {} } = (workerData ?? {}) as { parameters?: Record<string, string> }
const parsed = parseOptions(parameters)
if (parsed.kind === 'bad') throw new RangeError(parsed.detail)

const stove = new VirtualStove(parsed.options, performance.now())
let timer: NodeJS.Timeout | undefined

const send = (frames: readonly Uint8Array[]): void => {
  for (const frame of frames) port.postMessage(frame)
}

function tick(): void {
  const now = performance.now()
  send(stove.tick(now))
  timer = setTimeout(tick, Math.max(0, stove.nextDue(now) - performance.now()))
}

port.on('message', (message: unknown) => {
  const now = performance.now()
  if (message instanceof Uint8Array) send(stove.receive(message, now))
  else stove.control(message, now)
})
port.on('close', () => {
  clearTimeout(timer)
})
tick()
