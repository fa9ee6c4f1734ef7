// Loaded before the built kitchen process so that it runs in plain Node: `process.parentPort` over Node's own IPC.
// A port that Electron would transfer becomes a channel of the same IPC, named by its number.
import { EventEmitter } from 'node:events'

class Port extends EventEmitter {
  constructor(number) {
    super()
    this.number = number
  }
  postMessage(data) {
    process.send({ port: this.number, data })
  }
  start() {}
  close() {
    this.emit('close')
  }
}

const ports = new Map()
const open = (number) => {
  const port = new Port(number)
  ports.set(number, port)
  return port
}

const parentPort = new EventEmitter()
parentPort.postMessage = (data) => process.send({ data })
process.parentPort = parentPort

process.on('message', (message) => {
  if (message.port !== undefined) ports.get(message.port)?.emit('message', { data: message.data })
  else parentPort.emit('message', { data: message.data, ports: (message.ports ?? []).map(open) })
})
