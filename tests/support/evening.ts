import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Settings } from '#contract/settings.ts'
import { launchChromium } from './chromium.ts'
import { Emulator } from './emulator.ts'
import { Glass, type GlassOptions } from './glass.ts'
import { HeadlessDisplay, type KitchenClient } from './headless-display.ts'
import { startEmulator, startKitchen, temporaryFolder, type Running } from './processes.ts'

export interface StartedKitchen {
  readonly running: Running
  readonly url: string
  readonly data: string
}

/** Names of the emulator's zones, in their order. */
const ZONES = ['Front left', 'Back left', 'Back right', 'Front right']

/** The settings of a kitchen that was set up already, without sound and without a pause for the eye. */
const SET_UP: Partial<Settings> = { setUp: true, sounds: false, reducedMotion: true }

/**
 * One evening in front of a real kitchen in real Chromium. Each test ends with everything closed that it opened,
 * also when it failed, and fails when a page threw, complained in its console or asked for anything outside.
 */
export class Evening {
  readonly #browser: () => Browser
  readonly #glasses: Glass[] = []
  readonly #kitchens: Running[] = []
  readonly #ends: (() => unknown)[] = []

  constructor(browser: () => Browser) {
    this.#browser = browser
  }

  /** A stove behind a pseudo-terminal, and the address that leads to it. */
  async emulator(options: Parameters<typeof startEmulator>[1] = {}): Promise<Emulator> {
    const path = join(temporaryFolder(), 'stove')
    const running = await startEmulator(path, options)
    this.#ends.push(() => running.stop('SIGKILL'))
    return new Emulator(running, `serial:${path}`)
  }

  async kitchen(stove: string, data?: string, port?: number): Promise<StartedKitchen> {
    const kitchen = await startKitchen(stove, data, port)
    this.#kitchens.push(kitchen.running)
    this.#ends.push(() => kitchen.running.stop('SIGKILL'))
    return kitchen
  }

  /** A kitchen that was set up and named, its stove at hand, in front of a glass. */
  async atTheStove(
    stove: { readonly speed?: number } = {},
    glass: GlassOptions = { query: 'tier=flat' },
  ): Promise<{ stove: Emulator; kitchen: StartedKitchen; glass: Glass }> {
    const emulator = await this.emulator({ seed: 5, ...stove })
    const kitchen = await this.kitchen(emulator.address)
    await setUp(kitchen.url)
    const display = await this.glass(kitchen.url, glass)
    await display.beat()
    return { stove: emulator, kitchen, glass: display }
  }

  async glass(url: string, options: GlassOptions = {}): Promise<Glass> {
    const { viewport = { width: 1280, height: 800 }, hasTouch = false, token } = options
    const context = await this.#browser().newContext({ viewport, hasTouch, locale: 'en-GB' })
    if (token !== undefined) {
      await context.addInitScript((kept) => localStorage.setItem('smarttop.token', kept), token)
    }
    const glass = await Glass.open(context, url, options)
    this.#glasses.push(glass)
    return glass
  }

  /** Something more to close at the end. */
  onEnd(end: () => unknown): void {
    this.#ends.push(end)
  }

  /** What stood on the screens, for whoever reads why a test failed. */
  async describe(): Promise<string> {
    const screens = await Promise.all(
      this.#glasses.map(({ page }) => page.locator('body').ariaSnapshot({ timeout: 15_000 }).catch(String)),
    )
    const kitchens = this.#kitchens.map(
      ({ child, stderr }) => `kitchen (exit ${child.exitCode ?? child.signalCode ?? 'none'}): ${stderr}`,
    )
    return [...screens, ...kitchens].join('\n---\n')
  }

  async end(): Promise<void> {
    this.#kitchens.length = 0
    const complaints = this.#glasses.flatMap((glass) => glass.complaints)
    for (const glass of this.#glasses.splice(0)) await glass.close()
    for (const end of this.#ends.splice(0).toReversed()) await end()
    expect(complaints).toEqual([])
  }
}

/** Registers the browser's life with the test file. */
export function evenings(): Evening {
  let browser: Browser | null = null
  const evening = new Evening(() => {
    if (browser === null) throw new Error('the browser is there only while tests run')
    return browser
  })
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(await evening.describe())
    await evening.end()
  })
  afterAll(() => browser?.close())
  return evening
}

/** Asks a kitchen one thing as its display would, without staying as one. */
export async function ask<Answer>(
  url: string,
  question: (client: KitchenClient) => Promise<Answer>,
): Promise<Answer> {
  const display = await HeadlessDisplay.enter(url)
  try {
    return await question(display.client)
  } finally {
    display.leave()
  }
}

/** What will be so before long; how long is never what a test is about. */
export const soon: typeof expect.poll = (read, options) =>
  expect.poll(read, { timeout: 20_000, interval: 50, ...options })

/** Skips the first run: for stories that begin later. Waits for the stove, whose zones it names. */
export async function setUp(url: string, settings: Partial<Settings> = {}): Promise<void> {
  const display = await HeadlessDisplay.enter(url)
  try {
    await display.until((snapshot) => snapshot.connection.kind === 'connected')
    await display.client.settings.update({ ...SET_UP, ...settings })
    await display.client.settings.nameZones({ names: ZONES })
    await display.until((snapshot) => snapshot.zones[0]?.name === ZONES[0])
  } finally {
    display.leave()
  }
}
