import type { Fault } from '#core/safety/fault.ts'
import type { HeatAnswer, HeatRequest } from '#core/safety/request.ts'
import { milliseconds } from '#core/units/quantities.ts'
import { forkSupervisor } from './fork.ts'
import type { FromSupervisor, SupervisorData, ToSupervisorProcess } from './protocol.ts'

/** The kitchen's end of the supervisor's process. Nothing here waits for anything but answers. */
export interface SupervisorClient {
  send(message: ToSupervisorProcess): void
  /** Returns its own unsubscribe. */
  onMessage(listener: (message: FromSupervisor) => void): () => void
  request(request: HeatRequest): Promise<HeatAnswer>
  /**
   * Ends the process in order and starts another one in which these faults are latched, and no others: the stove at
   * the line is another one than was thought. What the old one still sees is not heard any more.
   */
  renew(latched: readonly Fault[]): void
  /** Everything off, the line given back, the process ended. Idempotent. */
  close(): Promise<void>
}

/** What the supervisor's process is to the client; a test stands its own in. */
export interface SupervisorProcess {
  postMessage(message: ToSupervisorProcess): void
  on(event: 'message', listener: (message: FromSupervisor) => void): unknown
  on(event: 'error', listener: (error: unknown) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  terminate(): void
}

export type StartSupervisor = (data: SupervisorData) => SupervisorProcess

/** A process that died is started again after this; nothing heats meanwhile (the lease has run out). */
const RESTART_AFTER = 500
/** Time to say off and give the line back. */
const FAREWELL = 3000
/** A living process is asked this often whether it still is. */
const PING_EVERY = 500
/** Pings without a word after which it counts as hung: two seconds, by when the lease has long run out. */
const HUNG_AFTER = 4
/** A new one may need so many to load its driver, on a slow board with a cold disk. */
const STARTING = 30
const GONE: HeatAnswer = { kind: 'refused', code: 'not-connected' }

/** What a new one must be told anew, in this order. Envelopes and touches are not: after a crash a hand decides. */
const LASTING = ['stop-door', 'configure', 'log-state', 'lock', 'connect'] as const
type Lasting = Extract<ToSupervisorProcess, { type: (typeof LASTING)[number] }>
const isLasting = (message: ToSupervisorProcess): message is Lasting =>
  LASTING.some((type) => type === message.type)

/** `latched` are the faults that nobody has acknowledged since the kitchen ran last. */
export function startSupervisor(
  start: StartSupervisor = forkSupervisor,
  latched: readonly Fault[] = [],
): SupervisorClient {
  const listeners = new Set<(message: FromSupervisor) => void>()
  const waiting = new Map<number, (answer: HeatAnswer) => void>()
  const lasting = new Map<Lasting['type'], Lasting>()
  let faults = latched
  /** What is latched in the process after the present one, which was told to leave. */
  let renewed: readonly Fault[] | null = null
  let asked = 0
  let closing: Promise<void> | null = null
  let restart: NodeJS.Timeout | null = null
  let child: SupervisorProcess | null = null
  let ended: () => void = () => {}
  /** Pings since the last word of the present process, and whether it ever spoke. */
  let silence = 0
  let spoke = false

  function hear(message: FromSupervisor): void {
    silence = 0
    spoke = true
    if (message.type === 'view' || message.type === 'report') {
      if (renewed !== null) return
      faults = message.view.faults
    }
    if (message.type === 'answer') {
      waiting.get(message.id)?.(message.answer)
      waiting.delete(message.id)
    }
    for (const listener of listeners) listener(message)
  }

  function begin(standing: readonly Fault[]): void {
    restart = null
    renewed = null
    faults = standing
    const started = start({ faults: standing })
    child = started
    silence = 0
    spoke = false
    started.on('message', hear)
    started.on('error', (error) => {
      console.error('the supervisor has failed; the stove is off:', error)
    })
    started.on('exit', () => end(started))
    for (const type of LASTING) {
      const message = lasting.get(type)
      if (message !== undefined) started.postMessage(message)
    }
  }

  function end(started: SupervisorProcess): void {
    if (child !== started) return
    child = null
    for (const settle of waiting.values()) settle(GONE)
    waiting.clear()
    ended()
    if (closing !== null) return
    const at = Date.now()
    restart = setTimeout(() => begin(renewed ?? withCrash(faults, at)), RESTART_AFTER)
  }

  /**
   * Law 9: a process that hangs without dying tells no news, and what it told last would be shown for ever. It is
   * ended and another one started. Turns of our own loop are counted and not time: a kitchen that was held up itself
   * finds the answers waiting before it counts again.
   */
  function watch(): void {
    const started = child
    if (started === null || closing !== null) return
    silence += 1
    if (silence === (spoke ? HUNG_AFTER : STARTING)) {
      console.error('the supervisor does not answer; the stove is off: it is started anew')
      started.terminate()
      // A process that could not even be started never exits.
      setTimeout(() => end(started), FAREWELL).unref()
    } else if (spoke) started.postMessage({ type: 'ping' })
  }

  function send(message: ToSupervisorProcess): void {
    if (closing !== null) return
    if (isLasting(message)) lasting.set(message.type, message)
    if (message.type === 'disconnect') lasting.delete('connect')
    child?.postMessage(message)
  }

  function renew(standing: readonly Fault[]): void {
    const started = child
    renewed = standing
    if (started === null || closing !== null) return
    started.postMessage({ type: 'close' })
    setTimeout(() => {
      if (child === started) started.terminate()
    }, FAREWELL).unref()
  }

  function close(): Promise<void> {
    closing ??= new Promise<void>((resolve) => {
      clearInterval(watching)
      if (restart !== null) clearTimeout(restart)
      const started = child
      if (started === null) return resolve()
      const patience = setTimeout(() => started.terminate(), FAREWELL)
      ended = () => {
        clearTimeout(patience)
        resolve()
      }
      started.postMessage({ type: 'close' })
    })
    return closing
  }

  begin(latched)
  const watching = setInterval(watch, PING_EVERY)
  watching.unref()
  return {
    send,
    onMessage(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    request(request) {
      if (closing !== null || child === null || renewed !== null) return Promise.resolve(GONE)
      const id = ++asked
      return new Promise<HeatAnswer>((resolve) => {
        waiting.set(id, resolve)
        send({ type: 'request', id, request })
      })
    },
    renew,
    close,
  }
}

/** Faults that were latched stay so, and the crash itself is one: it took the heat away. */
function withCrash(faults: readonly Fault[], at: number): readonly Fault[] {
  if (faults.some((fault) => fault.code === 'supervisor-late')) return faults
  const id = Math.max(0, ...faults.map((fault) => fault.id)) + 1
  const crash: Fault = {
    id,
    code: 'supervisor-late',
    zone: null,
    at: milliseconds(at),
    figures: { crashed: 1 },
    cleared: true,
  }
  return [...faults, crash]
}
