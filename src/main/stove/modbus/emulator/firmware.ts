import type { Milliseconds } from '#core/units/quantities.ts'
import type { Firmware, FirmwareNews } from '../../virtual/firmware.ts'
import type { HobPlant } from '../../virtual/hob-plant.ts'
import { answerFrom, type Bank } from './bank.ts'
import { isSound, sealed } from './crc16.ts'
import { Loop } from './loop.ts'

/** The number that the emulated controller answers to. */
const UNIT = 1
/** Start bit, eight data bits, parity or a second stop bit, stop bit. */
const BITS = 11
const SILENT_CHARACTERS = 3.5
/** What such a controller needs to think of an answer, ms. */
const THINKS = 8
/** How often the loop is looked after, ms of wall time. */
const LOOP = 20
const REPORT_SERVER_ID = 17

/** A make of controller: its registers round the loop. `now` reads wall time in ms since it was switched on. */
export type Model = (loop: Loop, now: () => number) => Bank

/**
 * The firmware of a controller that speaks Modbus RTU. A frame is what lies between two silences of 3.5 characters:
 * two requests without one between them are one frame, which is wrong. What is wrong, or not for this unit, is dropped
 * without a word.
 */
export class ModbusFirmware implements Firmware {
  /** None of them has a watchdog. */
  readonly leaseExpired = false
  readonly #loop: Loop
  readonly #bank: Bank
  readonly #name: string
  readonly #silence: number
  readonly #tell: (news: FirmwareNews) => void
  readonly #startedAt: number
  #now: number
  #heard: number[] = []
  #heardAt = -Infinity
  #loopDue: number

  constructor(
    plant: HobPlant,
    now: Milliseconds,
    make: { readonly model: Model; readonly baud: number; readonly name: string },
    tell: (news: FirmwareNews) => void,
  ) {
    this.#now = now
    this.#startedAt = now
    this.#loopDue = now
    this.#loop = new Loop(plant)
    this.#bank = make.model(this.#loop, () => this.#now - this.#startedAt)
    this.#name = make.name
    this.#silence = (SILENT_CHARACTERS * BITS * 1000) / make.baud
    this.#tell = tell
  }

  get nextDue(): number {
    return Math.min(this.#loopDue, this.#heard.length > 0 ? this.#answerDue : Infinity)
  }

  receive(bytes: Uint8Array, now: Milliseconds): readonly Uint8Array[] {
    this.#now = now
    // After a silence a new frame begins; whoever speaks before the answer is out has talked over it.
    const answers = now >= this.#answerDue ? this.#answer() : []
    if (now - this.#heardAt >= this.#silence) this.#heard = []
    this.#heard.push(...bytes)
    this.#heardAt = now
    return answers
  }

  tick(now: Milliseconds): readonly Uint8Array[] {
    this.#now = now
    if (now >= this.#loopDue) {
      this.#loop.tick()
      this.#loopDue = now + LOOP
    }
    return now >= this.#answerDue ? this.#answer() : []
  }

  get #answerDue(): number {
    return this.#heardAt + this.#silence + THINKS
  }

  #answer(): readonly Uint8Array[] {
    const frame = Uint8Array.from(this.#heard)
    this.#heard = []
    if (!isSound(frame) || frame[0] !== UNIT) return []
    const code = frame[1] ?? 0
    if (code === REPORT_SERVER_ID) return [sealed(this.#introduction())]
    const heated = this.#loop.running
    const reply = answerFrom(this.#bank, frame.subarray(1, -2))
    if (heated && !this.#loop.running) this.#tell({ event: 'off' })
    return [sealed(reply.kind === 'ok' ? [UNIT, code, ...reply.body] : [UNIT, code | 0x80, reply.code])]
  }

  /** No controller has this answer; an emulated one does, so that nobody takes it for hardware (law 9). */
  #introduction(): readonly number[] {
    const name = [...Buffer.from(this.#name, 'latin1')]
    return [UNIT, REPORT_SERVER_ID, 2 + name.length, UNIT, this.#loop.running ? 0xff : 0, ...name]
  }
}
