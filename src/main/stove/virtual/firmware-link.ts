import { MAX_ZONES } from '#core/stove/stove.ts'
import { milliseconds, type Milliseconds } from '#core/units/quantities.ts'
import { LinkDevice } from '../link/device.ts'
import { FrameDecoder } from '../link/frame.ts'
import { decodeHostMessage } from '../link/host-codec.ts'
import { USUAL_LINE } from '../transport/line-settings.ts'
import type { Firmware, FirmwareNews, FirmwareOf } from './firmware.ts'
import type { HobPlant } from './hob-plant.ts'

/** The firmware of a stove that speaks SmartTop Link. */
class LinkFirmware implements Firmware {
  readonly #device: LinkDevice
  readonly #tap: FrameDecoder

  constructor(plant: HobPlant, now: Milliseconds, tell: (news: FirmwareNews) => void) {
    this.#device = new LinkDevice(plant, milliseconds(now))
    this.#tap = new FrameDecoder((body) => {
      const heard = decodeHostMessage(body)
      if (heard.kind !== 'message') return
      const { message } = heard
      if (message.type === 'off') tell({ event: 'off' })
      if (message.type === 'hello') tell({ event: 'session', session: message.session })
    })
  }

  get nextDue(): number {
    return this.#device.nextDue
  }

  get leaseExpired(): boolean {
    return this.#device.leaseExpired
  }

  receive(bytes: Uint8Array, now: Milliseconds): readonly Uint8Array[] {
    // The device first: news that tell of OFF must find the heat gone.
    const answer = this.#device.receive(bytes, now)
    this.#tap.push(bytes)
    return answer
  }

  tick(now: Milliseconds): readonly Uint8Array[] {
    return this.#device.tick(now)
  }
}

export const linkFirmware: FirmwareOf = (model) =>
  model === null
    ? {
        kind: 'ok',
        zones: MAX_ZONES,
        baud: USUAL_LINE.baudRate,
        start: (plant, now, tell) => new LinkFirmware(plant, now, tell),
      }
    : { kind: 'bad', detail: `link has no models, got "${model}"` }
