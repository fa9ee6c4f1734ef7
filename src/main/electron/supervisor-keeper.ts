import type { MessageChannelMain, UtilityProcess } from 'electron'
import type { SupervisorData } from '#main/supervisor/protocol.ts'
import type { ToKitchen } from './kitchen-messages.ts'

export interface SupervisorKeeperOptions {
  /** Starts a new supervisor process. */
  readonly fork: () => UtilityProcess
  readonly MessageChannelMain: typeof MessageChannelMain
  /** Ends a process that does not end by itself. */
  readonly kill: (pid: number) => void
  readonly log: (text: string) => void
}

export interface SupervisorKeeper {
  /** Starts one for this kitchen and hands both the ends of one channel. */
  start(kitchen: UtilityProcess, id: number, data: SupervisorData): void
  kill(kitchen: UtilityProcess, id: number): void
  /** STOP, from the window itself: every supervisor hears it at once (law 1). */
  stop(): void
  /** This kitchen is gone. Its supervisors notice by their channels, switch off and end; who does not is ended. */
  orphan(kitchen: UtilityProcess): void
  /** Resolves when no supervisor of a kitchen that is gone is left. */
  gone(): Promise<void>
}

interface Asked {
  readonly kitchen: UtilityProcess
  readonly id: number
  readonly data: SupervisorData
}

/** How long an orphan may take to switch off and give the line back: its line takes two seconds at most. */
const FAREWELL_MS = 4_000

/**
 * The supervisors' processes. A kitchen may have several, one a stove; but as long as one of a kitchen that is gone
 * still holds its line, no new one starts, lest two talk to one stove (law 12).
 */
export function keepSupervisors(options: SupervisorKeeperOptions): SupervisorKeeper {
  const running = new Map<UtilityProcess, Asked>()
  const orphans = new Map<UtilityProcess, ReturnType<typeof setTimeout>>()
  let waiting: readonly Asked[] = []
  const settle: (() => void)[] = []

  function startWaiting(): void {
    if (orphans.size > 0) return
    const due = waiting
    waiting = []
    for (const asked of due) begin(asked)
  }

  function begin(asked: Asked): void {
    const child = options.fork()
    const channel = new options.MessageChannelMain()
    running.set(child, asked)
    child.on('error', (type, location) => {
      options.log(`the supervisor's process fails: ${type} at ${location}`)
    })
    child.once('exit', (code) => ended(child, asked, code))
    child.postMessage(asked.data, [channel.port1])
    asked.kitchen.postMessage({ type: 'supervisor', id: asked.id } satisfies ToKitchen, [channel.port2])
  }

  function ended(child: UtilityProcess, asked: Asked, code: number): void {
    running.delete(child)
    if (code !== 0) options.log(`the supervisor's process ended (${code}): the stove is off`)
    const patience = orphans.get(child)
    if (patience === undefined) {
      tellExit(asked, code)
      return
    }
    clearTimeout(patience)
    orphans.delete(child)
    if (orphans.size > 0) return
    for (const resolve of settle.splice(0)) resolve()
    startWaiting()
  }

  function tellExit({ kitchen, id }: Asked, code: number): void {
    kitchen.postMessage({ type: 'supervisor-exit', id, code } satisfies ToKitchen)
  }

  function end(child: UtilityProcess): void {
    if (child.pid === undefined) child.once('spawn', () => end(child))
    else options.kill(child.pid)
  }

  return {
    start(kitchen, id, data) {
      waiting = [...waiting, { kitchen, id, data }]
      startWaiting()
    },
    kill(kitchen, id) {
      for (const [child, asked] of running) if (asked.kitchen === kitchen && asked.id === id) end(child)
      const never = waiting.find((asked) => asked.kitchen === kitchen && asked.id === id)
      if (never === undefined) return
      waiting = waiting.filter((asked) => asked !== never)
      tellExit(never, 0)
    },
    stop() {
      for (const child of running.keys()) child.postMessage({ type: 'stop' })
    },
    orphan(kitchen) {
      waiting = waiting.filter((asked) => asked.kitchen !== kitchen)
      for (const [child, asked] of running) {
        if (asked.kitchen !== kitchen) continue
        const patience = setTimeout(() => {
          options.log('a supervisor did not end with its kitchen: it is ended')
          end(child)
        }, FAREWELL_MS)
        orphans.set(child, patience)
      }
    },
    gone() {
      if (orphans.size === 0) return Promise.resolve()
      return new Promise((resolve) => {
        settle.push(resolve)
      })
    },
  }
}
