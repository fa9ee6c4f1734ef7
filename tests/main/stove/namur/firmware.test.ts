import { describe, expect, test } from 'vitest'
import { parseOptions } from '#main/stove/virtual/options.ts'
import { VirtualStove, type VirtualEvent } from '#main/stove/virtual/virtual-stove.ts'

/** An emulated IKA on a clock of its own, spoken to line by line. */
class Spoken {
  now = 0
  readonly events: VirtualEvent[] = []
  readonly #stove: VirtualStove

  constructor(model: string) {
    const parsed = parseOptions({ driver: 'namur', model, seed: '3', pans: '0:pot-18/water:1' })
    if (parsed.kind === 'bad') throw new Error(parsed.detail)
    this.#stove = new VirtualStove(parsed.options, 0, (event) => this.events.push(event))
  }

  say(line: string): string {
    this.now += 100
    const answer = this.#stove.receive(Buffer.from(`${line}\r\n`), this.now)
    return Buffer.concat(answer).toString().trim()
  }

  /** Lets wall time pass. */
  wait(ms: number): void {
    for (const end = this.now + ms; this.now < end; ) this.#stove.tick((this.now += 50))
  }

  get watts(): number {
    return this.#stove.truth.zones[0]?.watts ?? Number.NaN
  }
}

describe('an IKA as its manual tells it', () => {
  const heating = (): Spoken => {
    const plate = new Spoken('ika-rct')
    expect(plate.say('OUT_WD1@20')).toBe('20')
    expect(plate.say('OUT_SP_1 90')).toBe('')
    expect(plate.say('IN_SP_1')).toBe('90.0 1')
    expect(plate.say('START_1')).toBe('')
    plate.wait(5000)
    expect(plate.watts).toBeGreaterThan(500)
    return plate
  }

  test('ends the heat of a silent host after 20 s, not before, and keeps it ended', () => {
    const plate = heating()
    plate.say('OUT_WD1@20')
    plate.wait(19_900)
    expect(plate.watts).toBeGreaterThan(100)
    plate.wait(200)
    expect(plate.watts).toBe(0)
    expect(plate.events.filter(({ event }) => event === 'lease-expired')).toHaveLength(1)
    plate.say('START_1')
    plate.wait(2000)
    expect(plate.watts).toBe(0)
  })

  test('no other word renews its watchdog', () => {
    const plate = heating()
    plate.say('OUT_WD1@20')
    for (let second = 0; second < 21; second++) {
      plate.say('IN_PV_2')
      plate.wait(900)
    }
    expect(plate.watts).toBe(0)
  })

  test('stops when it is told, and knows nothing of what is not in its table', () => {
    const plate = heating()
    expect(plate.say('stop_1')).toBe('')
    expect(plate.say('STAP_1')).toBe('')
    plate.wait(500)
    expect(plate.watts).toBeGreaterThan(100)
    plate.say('STOP_1')
    expect(plate.watts).toBe(0)
  })
})

test('a Heidolph loses what comes sooner than its pause, and shows 999.9 without a sensor', () => {
  const plate = new Spoken('heidolph-mr-hei')
  expect(plate.say('IN_PV_1')).toBe('IN_PV_1 999.9')
  plate.now -= 60
  expect(plate.say('IN_PV_3')).toBe('')
  expect(plate.say('IN_PV_3')).toMatch(/^IN_PV_3 \d+\.\d$/)
})
