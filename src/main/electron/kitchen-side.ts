import type { MessageEvent, MessagePortMain } from 'electron'
import type { ScreenPort } from '#main/bridge/door.ts'
import type { StartSupervisor } from '#main/supervisor/client.ts'
import type { FromKitchen, ToKitchen } from './kitchen-messages.ts'
import { supervisorPorts } from './supervisor-port.ts'

/** The shell, as the kitchen process sees it: Electron's `process.parentPort`. */
export interface Shell {
  on(event: 'message', listener: (event: MessageEvent) => void): unknown
  postMessage(message: FromKitchen): void
}

/** The kitchen, as the shell's messages need it. */
export interface OpenKitchen {
  attach(ports: { readonly rpc: ScreenPort; readonly live: ScreenPort }): void
  /** Off first, then everything is written down. */
  close(): Promise<void>
}

/**
 * Opens the kitchen and does what the shell says. `exit` ends the process. Returns how to close in order without the
 * shell's word.
 */
export function serveShell(
  shell: Shell,
  open: (startSupervisor: StartSupervisor) => Promise<OpenKitchen>,
  exit: (code: number) => void,
): () => void {
  let closing = false
  const screens = new Map<number, readonly MessagePortMain[]>()
  const supervisors = supervisorPorts((message) => {
    shell.postMessage(message)
  })
  const opening = open(supervisors.start)

  shell.on('message', ({ data, ports }) => {
    const message = data as ToKitchen
    switch (message.type) {
      case 'ping':
        shell.postMessage({ type: 'alive' })
        return
      case 'attach':
        opening.then(
          (kitchen) => attach(kitchen, message.screen, ports),
          () => undefined, // told below
        )
        return
      case 'close':
        close()
        return
      case 'supervisor':
      case 'supervisor-exit':
        supervisors.hear(message, ports[0])
        return
    }
  })

  function close(): void {
    if (closing) return
    closing = true
    opening
      .then((kitchen) => kitchen.close())
      .then(
        () => exit(0),
        () => exit(1),
      )
  }

  function attach(kitchen: OpenKitchen, screen: number, ports: readonly MessagePortMain[]): void {
    const [rpc, live] = ports
    if (rpc === undefined || live === undefined) return
    // One page, one pair of ports: a page that was loaded anew, or asks too often, leaves nothing behind.
    for (const port of screens.get(screen) ?? []) port.close()
    screens.set(screen, [rpc, live])
    live.once('close', () => {
      if (screens.get(screen)?.includes(live)) screens.delete(screen)
    })
    kitchen.attach({ rpc, live })
  }

  opening.then(
    () => shell.postMessage({ type: 'open' }),
    (error: unknown) => {
      shell.postMessage({ type: 'failed', detail: error instanceof Error ? error.message : String(error) })
      exit(1)
    },
  )
  return close
}
