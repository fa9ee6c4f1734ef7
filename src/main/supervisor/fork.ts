import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { scriptUrl } from '#main/scripts.ts'
import type { StartSupervisor } from './client.ts'

/** The supervisor as a child process of plain Node. What it prints goes to stderr: stdout belongs to answers. */
export const forkSupervisor: StartSupervisor = (data) => {
  const child = fork(fileURLToPath(scriptUrl('supervisor')), {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const send = (message: object): void => {
    // A process that just ended is noticed by its exit; what was meant for it is void.
    if (child.connected) child.send(message, () => {})
  }
  send(data)
  return {
    postMessage: send,
    on: (event: string, listener: (value: never) => void) => child.on(event, listener as () => void),
    terminate: () => void child.kill('SIGKILL'),
  }
}
