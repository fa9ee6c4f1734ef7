import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type OpenKitchen, serveShell } from './electron/kitchen-side.ts'
import { openKitchen } from './host.ts'
import { serve } from './http/serve.ts'
import type { StartSupervisor } from './supervisor/client.ts'

/** Where the kitchen is served when nothing else is said; another program may hold it, then any port does. */
const PORT = 4510

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    stove: { type: 'string' },
    lan: { type: 'boolean', default: false },
    port: { type: 'string' },
  },
})

async function open(startSupervisor: StartSupervisor): Promise<OpenKitchen> {
  if (values.data === undefined) throw new Error('the shell must say where the data is: --data=DIR')
  const kitchen = await openKitchen({
    data: values.data,
    stove: values.stove ?? null,
    headless: false,
    startSupervisor,
  })
  const served = await listen(kitchen)
  if (values.lan && served !== null) kitchen.share(served.urls)
  return {
    attach: (ports) => {
      kitchen.door.attachPorts(ports, { id: 'display', name: 'display', role: 'display' })
    },
    close: async () => {
      await kitchen.close()
      await served?.close()
    },
  }
}

/** Other screens are a comfort: when no port can be had, the stove's own display works all the same. */
async function listen(kitchen: Awaited<ReturnType<typeof openKitchen>>) {
  const glass = join(import.meta.dirname, '../renderer')
  for (const port of values.port === undefined ? [PORT, 0] : [Number(values.port)]) {
    try {
      const served = await serve({
        door: kitchen.door,
        pairing: kitchen.pairing,
        glass,
        port,
        lan: values.lan,
        stopDoor: (access) => kitchen.openStopDoor(access),
      })
      console.log(JSON.stringify({ url: served.url }))
      return served
    } catch (error) {
      console.error(
        `SmartTop cannot listen on port ${port}: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }
  return null
}

const close = serveShell(process.parentPort, open, (code) => {
  // The last message is still on its way to the shell.
  setTimeout(() => process.exit(code), 50)
})

// Ctrl+C reaches every process of the terminal: the shell hears it too and closes this one in order, stove off first.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', close)
