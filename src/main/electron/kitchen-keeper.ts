import type { MessageChannelMain, UtilityProcess, WebContents } from 'electron'
import { CHANNELS } from '#contract/electron-channels.ts'
import { failed, NO_FAILURES } from './backoff.ts'
import { type FromKitchen, isFromKitchen, type ToKitchen } from './kitchen-messages.ts'
import { type Pulse, takePulse } from './pulse.ts'
import type { SupervisorKeeper } from './supervisor-keeper.ts'

export interface KeeperOptions {
  /** Starts a new kitchen process. */
  readonly fork: () => UtilityProcess
  readonly supervisors: SupervisorKeeper
  readonly MessageChannelMain: typeof MessageChannelMain
  /** Ends a process that hangs and so would not hear a polite word. */
  readonly kill: (pid: number) => void
  readonly log: (text: string) => void
}

export interface KitchenKeeper {
  /** Gives a page its ports, now or as soon as the kitchen is open, and again after each restart. */
  connect(contents: WebContents): void
  /** Closes the kitchen, stove off first. Resolves when its process and its supervisors are gone. */
  close(): Promise<void>
}

/** How long a kitchen may take to switch off and write its last second down. */
const CLOSE_MS = 5_000

/**
 * Keeps one kitchen process alive. A kitchen that died was a lease that ran out: the stove is off by itself (law 2),
 * and a new kitchen starts with off and never heats until touched (laws 2, 7).
 */
export function keepKitchen(options: KeeperOptions): KitchenKeeper {
  const pages = new Set<WebContents>()
  let child: UtilityProcess | null = null
  let open = false
  let closing = false
  let backoff = NO_FAILURES
  let restart: ReturnType<typeof setTimeout> | undefined

  function start(): void {
    const own = options.fork()
    child = own
    let pulse: Pulse | null = null
    own.once('spawn', () => {
      pulse = takePulse(
        () => {
          tell(own, { type: 'ping' })
        },
        () => {
          options.log('the kitchen process hangs: it is ended and started anew')
          end(own)
        },
      )
    })
    own.on('message', (message: unknown) => {
      // The last words of one that is gone would start what nobody ends.
      if (child !== own) return
      pulse?.beat()
      if (isFromKitchen(message)) heard(own, message)
    })
    own.on('error', (type, location) => {
      options.log(`the kitchen process fails: ${type} at ${location}`)
    })
    own.once('exit', (code) => {
      pulse?.stop()
      child = null
      open = false
      options.supervisors.orphan(own)
      if (closing) return
      const next = failed(backoff, performance.now())
      backoff = next.backoff
      options.log(
        `the kitchen process ended (${code}): a new one starts in ${next.wait} ms, with the stove off`,
      )
      restart = setTimeout(start, next.wait)
    })
  }

  function heard(own: UtilityProcess, message: FromKitchen): void {
    switch (message.type) {
      case 'alive':
        return
      case 'open':
        open = true
        for (const contents of pages) attach(contents)
        return
      case 'failed':
        options.log(`the kitchen could not be opened: ${message.detail}`)
        return
      case 'supervisor':
        options.supervisors.start(own, message.id, message.data)
        return
      case 'supervisor-kill':
        options.supervisors.kill(own, message.id)
        return
    }
  }

  function attach(contents: WebContents): void {
    if (child === null || contents.isDestroyed()) return
    const rpc = new options.MessageChannelMain()
    const live = new options.MessageChannelMain()
    const message: ToKitchen = { type: 'attach', screen: contents.id }
    child.postMessage(message, [rpc.port1, live.port1])
    contents.postMessage(CHANNELS.ports, null, [rpc.port2, live.port2])
  }

  function end(own: UtilityProcess): void {
    if (own.pid !== undefined) options.kill(own.pid)
  }

  start()
  return {
    connect: (contents) => {
      if (!pages.has(contents)) {
        pages.add(contents)
        contents.once('destroyed', () => pages.delete(contents))
      }
      if (open) attach(contents)
    },
    close: () => {
      closing = true
      clearTimeout(restart)
      const own = child
      if (own === null) return options.supervisors.gone()
      return new Promise<void>((resolve) => {
        const impatience = setTimeout(() => {
          options.log('the kitchen process did not close in time: it is ended')
          end(own)
        }, CLOSE_MS)
        own.once('exit', () => {
          clearTimeout(impatience)
          resolve()
        })
        tell(own, { type: 'close' })
      }).then(() => options.supervisors.gone())
    },
  }
}

function tell(child: UtilityProcess, message: ToKitchen): void {
  child.postMessage(message)
}
