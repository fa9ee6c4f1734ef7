import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'

/** What a page may complain of in a test that takes the kitchen away from under it. */
export const KITCHEN_GONE =
  /WebSocket connection to 'ws:\/\/127\.0\.0\.1|Failed to load resource: net::ERR_CONNECTION_REFUSED/

export interface GlassOptions extends Pick<BrowserContextOptions, 'viewport' | 'hasTouch'> {
  /** Query of the address, for example `tier=flat`. */
  readonly query?: string
  /** What pairing gave this screen; without it a screen at this machine is the stove's display. */
  readonly token?: string
  /** Complaints that this test provokes. */
  readonly tolerate?: RegExp
}

/** A screen in front of a kitchen: the page, and everything it should not have done. */
export class Glass {
  readonly page: Page
  readonly complaints: string[] = []
  readonly #context: BrowserContext
  readonly #onBeat = new Set<() => void>()

  static async open(context: BrowserContext, url: string, options: GlassOptions = {}): Promise<Glass> {
    const glass = new Glass(context, await context.newPage(), options.tolerate)
    const query = options.query === undefined ? '' : `?${options.query}`
    await glass.page.goto(new URL(query, url).href)
    return glass
  }

  private constructor(context: BrowserContext, page: Page, tolerate: RegExp | undefined) {
    this.#context = context
    this.page = page
    page.setDefaultTimeout(20_000)
    const complain = (text: string): void => {
      if (tolerate?.test(text) !== true) this.complaints.push(text)
    }
    page.on('pageerror', (error) => complain(`pageerror: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') complain(`console: ${message.text()}`)
    })
    page.on('crash', () => complain('the page crashed'))
    // A violated Content Security Policy is a console error as well; a request that left the house is not.
    const stays = (address: string): void => {
      const { protocol, hostname } = new URL(address)
      if (protocol === 'data:' || protocol === 'blob:' || hostname === '127.0.0.1') return
      complain(`asked for ${address}`)
    }
    page.on('request', (request) => stays(request.url()))
    page.on('websocket', (socket) => {
      stays(socket.url())
      socket.on('framesent', ({ payload }) => {
        if (!payload.includes('/beat')) return
        for (const heard of this.#onBeat) heard()
        this.#onBeat.clear()
      })
    })
  }

  get stop(): Locator {
    return this.page.getByRole('button', { name: 'STOP: turn every zone off now' })
  }

  /** The card of a zone in the strip, by the zone's name. */
  zone(name: string): Locator {
    return this.page
      .getByRole('region', { name: 'Cooking zones' })
      .getByRole('button', { name: new RegExp(`^${name},`) })
  }

  readonly button = (name: string | RegExp): Locator =>
    this.page.getByRole('button', { name, exact: typeof name === 'string' })

  readonly goTo = (screen: 'Hob' | 'Cook' | 'Recipes' | 'History' | 'Settings'): Promise<void> =>
    this.page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen }).click()

  /** The display's next proof that it shows STOP: before its first, the kitchen heats nothing (law 13). */
  beat(): Promise<void> {
    return new Promise((heard) => this.#onBeat.add(heard))
  }

  /** A finger's first contact, and nothing of a click. */
  async touch(place: Locator): Promise<void> {
    const box = await place.boundingBox()
    if (box === null) throw new Error('nothing to touch')
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await this.page.mouse.down()
  }

  /** Opens a zone's panel and chooses one of its presets, by hand. */
  async heat(zone: string, preset: string): Promise<void> {
    await this.goTo('Hob')
    await this.zone(zone).click()
    const panel = this.page.getByRole('region', { name: `${zone}: settings` })
    await panel.getByRole('button', { name: new RegExp(`^${preset}`) }).click()
  }

  /** Whether a finger that aims at the middle of STOP hits it, and the whole of it is on the screen. */
  stopInReach(): Promise<boolean> {
    return this.stop.evaluate((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect()
      const view = window.visualViewport
      if (view === null) return false
      const { offsetLeft, offsetTop, width, height } = view
      const inside =
        left >= offsetLeft &&
        right <= offsetLeft + width + 1 &&
        top >= offsetTop &&
        bottom <= offsetTop + height + 1
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      return inside && button.contains(hit)
    })
  }

  async close(): Promise<void> {
    await this.#context.close()
  }
}
