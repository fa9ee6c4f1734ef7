import type { DeviceFlag } from '#core/stove/stove.ts'
import type { Conversation } from '../hotplate/conversation.ts'
import { echoOf, numberFor, watchdogEcho } from './answers.ts'
import { WATCHDOG_SECONDS, type NamurModel } from './models.ts'

/** What differs between the makers: how off is said and acknowledged, and how the heat begins. */
export interface Dialect {
  off(): Promise<boolean>
  /** Renews what the device has of a watchdog. */
  renew(): Promise<boolean>
  setpoint(celsius: number): Promise<boolean>
  start(): Promise<boolean>
  /** The device's own complaints; null without an answer. */
  flags(): Promise<readonly DeviceFlag[] | null>
}

/** How near a setpoint must come back: some devices take whole degrees. */
export const ROUNDING = 0.6

/** IKA: commands that set something are not answered, so what can be read back is. */
function ika(talk: Conversation, model: NamurModel): Dialect {
  const readBack = async (wanted: number): Promise<boolean> => {
    const set = await talk.ask('IN_SP_1', numberFor(model, 'IN_SP_1'))
    return set !== null && Math.abs(set - wanted) <= ROUNDING
  }
  return {
    async off() {
      await talk.urgent('STOP_1')
      // STOP_1 has no answer. A setpoint of nothing is a second way to end the heat, and it can be read back.
      if (!(await talk.say('OUT_SP_1 0')) || !(await readBack(0))) return false
      // A watchdog that ran out while nothing heats would only leave an error on the device's display.
      await talk.ask('OUT_WD2@0', watchdogEcho(0))
      return true
    },
    async renew() {
      const command = `OUT_WD1@${WATCHDOG_SECONDS}`
      return (await talk.ask(command, watchdogEcho(WATCHDOG_SECONDS))) !== null
    },
    async setpoint(celsius) {
      return (await talk.say(`OUT_SP_1 ${celsius.toFixed(1)}`)) && readBack(celsius)
    },
    start: () => talk.say('START_1'),
    flags: () => Promise.resolve([]),
  }
}

/** Heidolph: every command is repeated, and STATUS tells of errors. */
function heidolph(talk: Conversation): Dialect {
  const echoed = async (command: string): Promise<boolean> =>
    (await talk.ask(command, echoOf(command))) !== null
  return {
    off: async () => (await talk.urgentAsk('STOP_1', echoOf('STOP_1'))) !== null,
    renew: () => echoed('CC_ON'),
    setpoint: (celsius) => echoed(`OUT_SP_1 ${celsius.toFixed(1)}`),
    start: () => echoed('START_1'),
    async flags() {
      const status = await talk.ask('STATUS', echoedStatus)
      // -1 is a hand that stopped it at the device: no error of its own, yet nothing that we may undo.
      return status === null ? null : status < 0 ? ['hardware'] : []
    },
  }
}

/** STATUS 0 manual, 1 and 2 remote, below zero an error. */
export function echoedStatus(line: string): number | null {
  const found = /^STATUS\s+(-?\d{1,3})$/.exec(line)
  return found === null ? null : Number(found[1])
}

export function dialectOf(talk: Conversation, model: NamurModel): Dialect {
  return model.echoes ? heidolph(talk) : ika(talk, model)
}
