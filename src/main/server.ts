import { join } from 'node:path'
import { openKitchen } from './host.ts'
import { serve } from './http/serve.ts'
import { packageFolder } from './package-folder.ts'

export interface ServerOptions {
  readonly port: number
  /** The port was asked for by name: when it is taken, say so instead of taking another. */
  readonly portIsWished: boolean
  /** Address of the stove; null = what the settings say. */
  readonly stove: string | null
  /** Folder of the kitchen's memory. */
  readonly data: string
  readonly lan: boolean
  readonly headless: boolean
}

export interface RunningServer {
  readonly url: string
  readonly urls: readonly string[]
  pairingCode(): string
  close(): Promise<void>
}

/** The kitchen in plain Node, serving the glass to any browser. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const kitchen = await openKitchen({
    data: options.data,
    stove: options.stove,
    headless: options.headless,
  })
  const listen = (port: number) =>
    serve({
      door: kitchen.door,
      pairing: kitchen.pairing,
      glass: join(packageFolder, 'out/renderer'),
      port,
      lan: options.lan,
      headless: options.headless,
      stopDoor: (access) => kitchen.openStopDoor(access),
    })
  try {
    const served = await listen(options.port).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && !options.portIsWished) return listen(0)
      throw error.code === 'EADDRINUSE'
        ? new Error(`port ${options.port} is taken by another program. Choose another with --port.`)
        : error
    })
    if (options.lan) kitchen.share(served.urls)
    return {
      url: served.url,
      urls: served.urls,
      pairingCode: () => kitchen.pairing.code,
      close: async () => {
        await kitchen.close()
        await served.close()
      },
    }
  } catch (error) {
    await kitchen.close()
    throw error
  }
}
