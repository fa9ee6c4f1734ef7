// Loaded before a built process so that it runs in plain Node: `process.parentPort` over Node's own IPC.
// A port that Electron would transfer becomes a channel of the same IPC, named by its number.
import { EventEmitter } from 'node:events'

/** What comes before somebody listens waits, as it does in Electron. */
class Patient extends EventEmitter {
  #waiting = []

  constructor() {
    super()
    this.on('newListener', (name) => {
      if (name === 'message')
        queueMicrotask(() => this.#waiting.splice(0).forEach((one) => this.emit('message', one)))
    })
  }

  take(event) {
    if (this.listenerCount('message') > 0) this.emit('message', event)
    else this.#waiting.push(event)
  }
}

class Port extends Patient {
  constructor(number) {
    super()
    this.number = number
  }
  postMessage(data) {
    send({ port: this.number, data })
  }
  start() {}
  close() {
    send({ port: this.number, close: true })
    this.end()
  }
  end() {
    if (ports.delete(this.number)) this.emit('close')
  }
}

const ports = new Map()
const open = (number) => {
  const port = new Port(number)
  ports.set(number, port)
  return port
}
const send = (message) => {
  if (process.connected) process.send(message, () => {})
}

const parentPort = new Patient()
parentPort.postMessage = (data) => send({ data })
process.parentPort = parentPort

process.on('message', (message) => {
  if (message.close) ports.get(message.port)?.end()
  else if (message.port !== undefined) ports.get(message.port)?.take({ data: message.data })
  else parentPort.take({ data: message.data, ports: (message.ports ?? []).map(open) })
})
// As Chromium does with the children of a main process that is gone.
process.on('disconnect', () => process.exit(1))
