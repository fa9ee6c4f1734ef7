import type { FaultName, FaultRequest, ScriptedFault } from './faults.ts'

/** A fault that came or went. */
export interface FaultChange {
  readonly name: FaultName
  readonly zone: number | null
  readonly active: boolean
}

interface ActiveFault {
  readonly name: FaultName
  readonly zone: number | null
  /** Wall ms */
  readonly until: number
}

/** Which faults are there now: those of the script as their time comes, and those raised by hand. */
export class FaultBoard {
  readonly #startedAt: number
  readonly #script: ScriptedFault[]
  readonly #onChange: (change: FaultChange) => void
  #active: ActiveFault[] = []

  constructor(script: readonly ScriptedFault[], startedAt: number, onChange: (change: FaultChange) => void) {
    this.#script = script.toSorted((a, b) => a.at - b.at)
    this.#startedAt = startedAt
    this.#onChange = onChange
  }

  has(name: FaultName, zone: number | null = null): boolean {
    return this.#active.some((fault) => fault.name === name && fault.zone === zone)
  }

  raise({ name, zone, duration }: FaultRequest, now: number): void {
    this.clear(name, zone)
    this.#active.push({ name, zone, until: now + duration * 1000 })
    this.#onChange({ name, zone, active: true })
  }

  /** Without a name, all of them; without a zone, on every zone. */
  clear(name: FaultName | null = null, zone: number | null = null): void {
    this.#drop((fault) => (name === null || fault.name === name) && (zone === null || fault.zone === zone))
  }

  tick(now: number): void {
    while (this.#script[0] !== undefined && now >= this.#startedAt + this.#script[0].at * 1000) {
      const due = this.#script.shift()
      if (due !== undefined) this.raise(due, now)
    }
    if (this.#active.some(({ until }) => now >= until)) this.#drop(({ until }) => now >= until)
  }

  #drop(which: (fault: ActiveFault) => boolean): void {
    const gone = this.#active.filter(which)
    this.#active = this.#active.filter((fault) => !which(fault))
    for (const { name, zone } of gone) this.#onChange({ name, zone, active: false })
  }
}
