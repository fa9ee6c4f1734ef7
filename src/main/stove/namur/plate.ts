import type { StoveDescription } from '#core/stove/stove.ts'
import { celsius, type Celsius } from '#core/units/quantities.ts'
import type { Conversation } from '../hotplate/conversation.ts'
import type { Hotplate, HotplateReading } from '../hotplate/hotplate.ts'
import type { World } from '../hotplate/world.ts'
import { felt, numberFor } from './answers.ts'
import { dialectOf, ROUNDING, type Dialect } from './dialect.ts'
import { WATCHDOG_SECONDS, type NamurModel } from './models.ts'

/** The watchdog is renewed, and START_1 said again in case it was lost, four times in each lease. */
const RENEW_AFTER = (WATCHDOG_SECONDS * 1000) / 4

/** A NAMUR hotplate on a conversation that has been begun. */
export class NamurPlate implements Hotplate {
  readonly description: StoveDescription
  readonly hottest: Celsius
  readonly #talk: Conversation
  readonly #model: NamurModel
  readonly #dialect: Dialect
  readonly #world: World
  /** What the device has confirmed. */
  #setpoint: Celsius | null = null
  #renewedAt = -Infinity

  constructor(description: StoveDescription, talk: Conversation, model: NamurModel, world: World) {
    this.description = description
    this.hottest = celsius(Math.min(model.hottest, description.zones[0]?.maxSurface ?? model.hottest))
    this.#talk = talk
    this.#model = model
    this.#dialect = dialectOf(talk, model)
    this.#world = world
  }

  off(): Promise<boolean> {
    this.#forget()
    return this.#dialect.off()
  }

  async hold(setpoint: Celsius, wanted: () => boolean): Promise<boolean> {
    const now = this.#world.clock()
    const due = now - this.#renewedAt >= RENEW_AFTER
    // No heat without the lease: it is armed before anything else.
    if (due && !(wanted() && (await this.#dialect.renew()))) return false
    if (this.#setpoint !== setpoint) {
      if (!wanted() || !(await this.#dialect.setpoint(setpoint))) return false
    }
    if (due && !(wanted() && (await this.#dialect.start()))) return false
    if (!wanted()) return false
    this.#setpoint = setpoint
    if (due) this.#renewedAt = now
    return true
  }

  async read(): Promise<HotplateReading | null> {
    const surface = await this.#number(`IN_PV_${this.#model.plate}`)
    const probe = surface === null ? null : await this.#number(`IN_PV_${this.#model.probe}`)
    const set = probe === null ? null : await this.#number('IN_SP_1')
    const flags = set === null ? null : await this.#dialect.flags()
    if (surface === null || probe === null || set === null || flags === null) return null
    const obeys = this.#setpoint === null || Math.abs(set - this.#setpoint) <= ROUNDING
    // Told again from the beginning: lease, setpoint, start.
    if (!obeys) this.#forget()
    const [plate, food] = [felt(surface), felt(probe)]
    return {
      surface: plate === null ? null : celsius(plate),
      probe: food === null ? null : celsius(food),
      power: null,
      flags: plate === null ? [...flags, 'sensor-open'] : flags,
      obeys,
    }
  }

  #number(command: string): Promise<number | null> {
    return this.#talk.ask(command, numberFor(this.#model, command))
  }

  #forget(): void {
    this.#setpoint = null
    this.#renewedAt = -Infinity
  }
}
