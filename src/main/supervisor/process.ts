import { constants, setPriority } from 'node:os'
import type { MessagePortMain } from 'electron'
import { openStove } from '#main/stove/open.ts'
import type { FromSupervisor, SupervisorData, ToSupervisorProcess } from './protocol.ts'
import { SupervisorRunner } from './runner.ts'
import { SteadyClock } from './steady-clock.ts'
import { StopDoor } from './stop-door.ts'

/**
 * The entry of the supervisor's process: the driver, the lease and the laws, and nothing that could stall them. It
 * obeys the kitchen that started it and nobody else, but for STOP: when that one is gone, the stove goes off and the
 * process ends.
 */
interface Kitchen {
  send(message: FromSupervisor): void
  hear(listener: (message: ToSupervisorProcess) => void, gone: () => void): void
  /** Resolves when all that was said before is on its way. */
  said(): Promise<void>
}

/** Returns how somebody else than the kitchen presses STOP. */
function supervise(kitchen: Kitchen, { faults }: SupervisorData): (by: string) => void {
  const runner = new SupervisorRunner({
    open: openStove,
    clock: new SteadyClock(),
    send: (message) => kitchen.send(message),
    faults,
  })
  const stop = (by: string): void => runner.receive({ type: 'stop', zone: null, by })
  const door = new StopDoor(stop, (port) => kitchen.send({ type: 'stop-door', port }))
  const leave = (): void => {
    door.close()
    void runner
      .close()
      .then(() => kitchen.said())
      .then(() => process.exit(0))
  }
  kitchen.hear((message) => {
    if (message.type === 'close') leave()
    else if (message.type === 'stop-door') door.open(message.access)
    else runner.receive(message)
  }, leave)
  return stop
}

/** Started by `fork`: the kitchen is at the other end of the process channel. */
function overChannel(): Kitchen {
  return {
    send: (message) => {
      if (process.connected) process.send?.(message, undefined, undefined, () => {})
    },
    hear: (listener, gone) => {
      process.on('message', (message) => listener(message as ToSupervisorProcess))
      process.on('disconnect', gone)
    },
    said: () =>
      new Promise((resolve) => {
        if (process.connected) process.send?.({ type: 'pong' }, undefined, undefined, () => resolve())
        else resolve()
      }),
  }
}

/** Started by Electron: its main process handed us one end of a channel to the kitchen's process. */
function overPort(port: MessagePortMain): Kitchen {
  return {
    send: (message) => port.postMessage(message),
    hear: (listener, gone) => {
      port.on('message', ({ data }) => listener(data as ToSupervisorProcess))
      port.on('close', gone)
      port.start()
    },
    // Posted is on its way: a port has no buffer of ours.
    said: () => Promise.resolve(),
  }
}

// Ctrl+C reaches every process of the terminal. The kitchen hears it too and ends this one in order, off first.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

try {
  // A busy machine should be late with everything else first.
  setPriority(constants.priority.PRIORITY_HIGH)
} catch {
  // Not everybody may: then it runs as all do, and being late is a fault (law 2).
}

const shell = (process as Partial<Pick<NodeJS.Process, 'parentPort'>>).parentPort
if (shell === undefined) {
  process.once('message', (data) => supervise(overChannel(), data as SupervisorData))
} else {
  shell.once('message', ({ data, ports }) => {
    const [port] = ports
    if (port === undefined) return
    const stop = supervise(overPort(port), data as SupervisorData)
    // STOP, pressed in the shell's window (law 1).
    shell.on('message', (said) => {
      if ((said.data as { readonly type: string }).type === 'stop') stop('display')
    })
  })
}
