import type { Accept } from '../hotplate/conversation.ts'
import type { NamurModel } from './models.ts'

const NUMBER = /^-?\d{1,4}(?:\.\d{1,3})?$/
/** What a sensor input shows that has no sensor: 999.9 at Heidolph, far below freezing where it is read as a short. */
const PLAUSIBLE = { least: -50, most: 800 } as const

/** The number that answers `command`: after its echo, or before the channel that the command ends with. */
export function numberFor(model: NamurModel, command: string): Accept<number> {
  const name = command.split(' ')[0] ?? ''
  const channel = /_(\d+)$/.exec(name)?.[1]
  return (line) => {
    const [first = '', second = '', ...more] = line.split(/\s+/)
    if (more.length > 0) return null
    const [value, key] = model.echoes ? [second, first] : [first, second]
    const wanted = model.echoes ? name : channel
    if (key !== (wanted ?? '') || !NUMBER.test(value)) return null
    return Number(value)
  }
}

/** The echo of a command that sets something, with the value that it repeats. */
export function echoOf(command: string): Accept<true> {
  const [name, value] = command.split(' ')
  return (line) => {
    const [first, second] = line.split(/\s+/)
    if (first !== name) return null
    return value === undefined || Number(second) === Number(value) ? true : null
  }
}

/** The watchdog's time, repeated. */
export function watchdogEcho(seconds: number): Accept<true> {
  return (line) => {
    const [value = ''] = line.split(/\s+/)
    return NUMBER.test(value) && Number(value) === seconds ? true : null
  }
}

/** Null where no sensor is. */
export function felt(value: number): number | null {
  return value > PLAUSIBLE.least && value < PLAUSIBLE.most ? value : null
}
