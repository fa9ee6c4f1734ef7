import { parentPort, workerData } from 'node:worker_threads'
import { openStove } from '#main/stove/open.ts'
import type { FromSupervisor, SupervisorThreadData, ToSupervisor } from './protocol.ts'
import { SupervisorRunner } from './runner.ts'
import { SteadyClock } from './steady-clock.ts'

/** The entry of the supervisor's thread: the driver, the lease and the laws, and nothing that could stall them. */
const port = parentPort
if (port !== null) {
  const { faults } = workerData as SupervisorThreadData
  const runner = new SupervisorRunner({
    open: openStove,
    clock: new SteadyClock(),
    send: (message: FromSupervisor) => port.postMessage(message),
    faults,
  })
  const leave = (): void => {
    // With the port closed nothing keeps this thread alive: it ends as soon as the stove's line is given back.
    void runner.close().then(() => port.close())
  }
  port.on('message', (message: ToSupervisor) => {
    if (message.type === 'close') leave()
    else runner.receive(message)
  })
  port.on('close', leave)
}
