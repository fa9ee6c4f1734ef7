import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HologramStats } from '../../src/renderer/hologram/bench.ts'
import { type Harness, serveHarness } from '../renderer/hologram/harness/serve.ts'
import { launchChromium } from '../support/chromium.ts'

declare global {
  interface Window {
    harness: Harness
    smarttopHologram?: { readonly stats: () => HologramStats }
    lost?: WEBGL_lose_context | null
  }
}

let browser: Browser
let harness: Awaited<ReturnType<typeof serveHarness>>

beforeAll(async () => {
  harness = await serveHarness()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await harness?.close()
})

async function open(ask: string, before?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await before?.(page)
  await page.goto(`${harness.url}?bench&${ask}`)
  await page.waitForFunction(
    () =>
      (window.smarttopHologram?.stats().frames ?? 0) > 0 ||
      document.querySelector('[data-drawing=flat] .flat-slab') !== null,
  )
  await page.evaluate(() => document.fonts.ready)
  await rest(page)
  expect(errors).toEqual([])
  return page
}

/** Waits until no picture has been drawn for a dozen of the browser's own. */
const rest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const drawn = (): number => window.smarttopHologram?.stats().frames ?? 0
    for (let still = 0, last = drawn(); still < 12; ) {
      await new Promise(requestAnimationFrame)
      still = drawn() === last ? still + 1 : 0
      last = drawn()
    }
  })

const stats = async (page: Page): Promise<HologramStats> => {
  const told = await page.evaluate(() => window.smarttopHologram?.stats())
  if (told === undefined) throw new Error('the meter is not exposed')
  return told
}

const events = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.harness.events)

describe('the hologram in a real browser', () => {
  test('six zones with pans take at most forty draw calls', async () => {
    const page = await open('stove=six&moment=hot&tier=lite')
    expect((await stats(page)).drawCalls).toBeGreaterThan(6)
    expect((await stats(page)).drawCalls).toBeLessThanOrEqual(40)
    await page.close()
  })

  test('draws nothing while nothing visible changes, and draws when something does', async () => {
    const page = await open('stove=four&moment=hot&tier=lite')
    const before = (await stats(page)).frames
    await page.evaluate(async () => {
      for (let i = 0; i < 20; i++) {
        const frame = window.harness.moment('hot')
        const drift = i % 2 === 0 ? 2 : -2
        window.harness.push({
          ...frame,
          zones: frame.zones.map((zone) => ({
            ...zone,
            surface: (zone.surface ?? 0) + drift / 10,
            field: zone.field.map((tenths) => (tenths === -32768 ? tenths : tenths + drift)),
          })),
        })
        await new Promise(requestAnimationFrame)
      }
    })
    await rest(page)
    expect((await stats(page)).frames).toBe(before)
    await page.evaluate(() => window.harness.push(window.harness.moment('cook')))
    await rest(page)
    expect((await stats(page)).frames).toBeGreaterThan(before)
    await page.close()
  })

  test('two launches with frozen time give the same bytes', async () => {
    const picture = async (): Promise<Buffer> => {
      const page = await open('stove=four&moment=doubt&tier=lite&cards=left&step')
      const png = await page.screenshot()
      await page.close()
      return png
    }
    expect((await picture()).equals(await picture())).toBe(true)
  })

  test('a lost context shows the flat hob, a restored one the glass again', async () => {
    const page = await open('stove=four&moment=hot&tier=lite')
    await page.evaluate(() => {
      const gl = document.querySelector('canvas')?.getContext('webgl2')
      window.lost = gl?.getExtension('WEBGL_lose_context') ?? null
      window.lost?.loseContext()
    })
    await page.waitForSelector('[data-drawing=flat] .flat-slab')
    const before = (await stats(page)).frames
    await page.evaluate(() => window.lost?.restoreContext())
    await page.waitForSelector('[data-drawing=glass]')
    await page.waitForFunction((count) => (window.smarttopHologram?.stats().frames ?? 0) > count, before)
    expect(await events(page)).toEqual(['ready', 'lost', 'ready'])
    await page.close()
  })

  test('says when WebGL is impossible, and shows the flat hob', async () => {
    const page = await open('stove=four&moment=hot&tier=lite', (fresh) =>
      fresh.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null
      }),
    )
    expect(await events(page)).toEqual(['impossible'])
    expect(await page.locator('.flat-zone').count()).toBe(4)
    await page.close()
  })

  test.each(['lite', 'flat'])('a ring turns under a finger and a tap only selects (%s)', async (tier) => {
    const page = await open(`stove=one&moment=hot&tier=${tier}&cards=left`)
    const box = await page.locator('.leader circle').first().boundingBox()
    if (box === null) throw new Error('no leader to find the ring by')
    // The leader ends at the back of the dial's rim; the ring runs a little nearer.
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2 + 12]
    await page.mouse.click(x, y)
    expect((await events(page)).at(-1)).toBe('press 0')
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 1; step <= 8; step++) await page.mouse.move(x + step * 10, y + step * 3)
    await page.mouse.up()
    const turns = (await events(page)).filter((event) => event.startsWith('turn'))
    expect(turns.length).toBeGreaterThan(3)
    expect(turns.at(-1)).toMatch(/^turn 0 0\.\d+ done$/)
    const fractions = turns.map((event) => Number(event.split(' ')[2]))
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
    await page.close()
  })

  test.each(['lite', 'flat'])('a fault is marked on its zone by a shape and a word (%s)', async (tier) => {
    const page = await open(`stove=four&moment=hot&tier=${tier}&cards=left&fault=Fault`)
    const mark = page.locator('.danger-mark')
    expect(await mark.allInnerTexts()).toEqual(['Fault'])
    expect(await mark.locator('svg').count()).toBe(1)
    const box = await mark.boundingBox()
    const rim = await page.locator('.danger-marks > svg path').boundingBox()
    if (box === null || rim === null) throw new Error('the mark is not on the glass')
    // The rim is drawn round the mark, so that it is plain which zone is meant.
    expect(Math.abs(box.x + box.width / 2 - (rim.x + rim.width / 2))).toBeLessThan(4)
    expect(box.y).toBeGreaterThan(rim.y)
    expect(box.y + box.height).toBeLessThan(rim.y + rim.height)
    // It lies over the zone and keeps no finger from it.
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    expect((await events(page)).at(-1)).toBe('press 1')
    await page.close()
  })

  test('labels as the browser sets them touch neither each other nor the cards', async () => {
    for (const stove of ['four', 'six']) {
      const page = await open(`stove=${stove}&moment=hot&tier=flat&cards=left&step=de`)
      const boxes = await page
        .locator('.zone-reading, .step-bubble')
        .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().toJSON() as DOMRect))
      boxes.forEach((a, index) => {
        expect(a.left).toBeGreaterThanOrEqual(1280 * 0.4)
        for (const b of boxes.slice(index + 1)) {
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
          expect(apart).toBe(true)
        }
      })
      await page.close()
    }
  })
})
