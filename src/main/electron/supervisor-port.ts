import { EventEmitter } from 'node:events'
import type { MessagePortMain } from 'electron'
import type { StartSupervisor } from '#main/supervisor/client.ts'
import type { ToSupervisorProcess } from '#main/supervisor/protocol.ts'
import type { FromKitchen, SupervisorWord } from './kitchen-messages.ts'

export interface SupervisorPorts {
  readonly start: StartSupervisor
  /** What the shell says about a supervisor, with the port that came along. */
  hear(message: SupervisorWord, port: MessagePortMain | undefined): void
}

interface Started {
  open(port: MessagePortMain): void
  exit(code: number): void
}

/**
 * Supervisors for a kitchen in one of Electron's utility processes, which cannot fork: each is asked of the shell, and
 * spoken to over the port that the shell hands back. What is said before the port is there waits for it.
 */
export function supervisorPorts(tell: (message: FromKitchen) => void): SupervisorPorts {
  const started = new Map<number, Started>()
  let asked = 0

  return {
    start(data) {
      const id = ++asked
      const events = new EventEmitter()
      const waiting: ToSupervisorProcess[] = []
      let port: MessagePortMain | null = null
      started.set(id, {
        open(given) {
          port = given
          given.on('message', (event) => events.emit('message', event.data))
          given.start()
          for (const message of waiting.splice(0)) given.postMessage(message)
        },
        exit(code) {
          started.delete(id)
          events.emit('exit', code)
        },
      })
      tell({ type: 'supervisor', id, data })
      return {
        postMessage: (message) => {
          if (port === null) waiting.push(message)
          else port.postMessage(message)
        },
        on: (event: string, listener: (value: never) => void) => events.on(event, listener as () => void),
        terminate: () => tell({ type: 'supervisor-kill', id }),
      }
    },
    hear(message, port) {
      const one = started.get(message.id)
      if (message.type === 'supervisor-exit') one?.exit(message.code)
      else if (port !== undefined) one?.open(port)
    },
  }
}
