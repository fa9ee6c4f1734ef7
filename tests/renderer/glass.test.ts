import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import type { Call } from './fake-link.ts'
import { FROZEN, scenes } from './fixtures.ts'
import { type HarnessPage, serveHarness } from './harness-page.ts'

let browser: Browser
let harness: HarnessPage
let kitchen: BrowserContext
let page: Page
const problems: string[] = []

beforeAll(async () => {
  ;[browser, harness] = await Promise.all([launchChromium({ webgl: false }), serveHarness()])
  kitchen = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    hasTouch: true,
    timezoneId: 'UTC',
  })
  page = await kitchen.newPage()
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  harness?.close()
})

async function open(scene: string, query: Record<string, string> = {}): Promise<void> {
  problems.length = 0
  await page.goto(harness.scene(scene, query))
  await page.locator('.stop-word:not(:empty)').waitFor()
  await page.locator('#root > *').first().waitFor()
}
const frozen = { frozen: String(FROZEN) }
const calls = (): Promise<Call[]> => page.evaluate(() => Reflect.get(window, 'calls') as Call[])
const called = async (path: string): Promise<readonly unknown[]> =>
  (await calls()).filter((call) => call.path === path).map((call) => call.input)

describe('every picture', () => {
  test.each(scenes.map((scene) => scene.name))(
    '%s: STOP can be hit, nothing leaves the screen, every text is there',
    async (name) => {
      await open(name, frozen)
      await page.evaluate(() => document.fonts.ready)
      const seen = await page.evaluate(() => {
        const stop = document.querySelector('.stop')
        const box = stop?.getBoundingClientRect()
        const hit = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
        const controls = [
          ...document.querySelectorAll<HTMLElement>(
            '#root button, #root input:not(.unseen), #root h1, #root h2',
          ),
        ]
        const shown = controls.filter(
          (each) =>
            each.checkVisibility({ visibilityProperty: true }) &&
            each.closest('.settings-nav, .hologram') === null,
        )
        return {
          stopHit: hit !== null && stop?.contains(hit ?? null) === true,
          stopHeight: box?.height ?? 0,
          wide: document.documentElement.scrollWidth,
          outside: shown
            .filter((each) => {
              const { left, right, width } = each.getBoundingClientRect()
              return width > 0 && (left < -1 || right > innerWidth + 1)
            })
            .map((each) => each.className),
          nameless: [...document.querySelectorAll<HTMLElement>('#root button')]
            .filter((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').trim() === '')
            .map((each) => each.className),
          keys: (
            document.body.innerText.match(/\b[a-z]+(?:[A-Z][a-z]+)*\.[a-z][A-Za-z-]+(?:\.[a-z-]+)*\b/g) ?? []
          ).filter((word) => !/\.(?:db|json|local)$/.test(word)),
        }
      })
      expect(seen.stopHit).toBe(true)
      expect(seen.stopHeight).toBeGreaterThanOrEqual(118)
      expect(seen.wide).toBeLessThanOrEqual(1280)
      expect(seen.outside).toEqual([])
      expect(seen.nameless).toEqual([])
      expect(seen.keys).toEqual([])
      expect(problems).toEqual([])
    },
  )
})

describe('a step on ten inches', () => {
  test.each(['cook', 'cook-german', 'cook-heating', 'cook-touch'])(
    '%s: nothing of it is cut',
    async (name) => {
      await open(name, frozen)
      await page.evaluate(() => document.fonts.ready)
      const [whole, seen] = await page
        .locator('.step-body')
        .evaluate((body) => [body.scrollHeight, body.clientHeight] as const)
      expect(whole).toBeLessThanOrEqual(seen)
    },
  )
})

describe('law 1: STOP', () => {
  test('acts on touch, before the finger lifts', async () => {
    await open('hob-hot')
    await page.dispatchEvent('.stop', 'pointerdown', { button: 0 })
    expect(await called('stop')).toEqual([{ zone: null }])
    await page.getByText('Everything is off').waitFor()
  })

  test('acts by its key, in a text field and in a dialog as well', async () => {
    await open('recipes')
    await page.locator('.search').focus()
    await page.keyboard.press('End')
    expect(await called('stop')).toHaveLength(1)
    await open('hob-hot')
    await page.getByRole('button', { name: 'Another time' }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('End')
    expect(await called('stop')).toHaveLength(1)
  })

  test('acts for a screen reader, which clicks without a pointer', async () => {
    await open('hob-hot')
    await page.evaluate(() => document.querySelector<HTMLElement>('.stop')?.click())
    expect(await called('stop')).toHaveLength(1)
  })

  test('acts while the screen is locked', async () => {
    await open('hob-locked')
    await page.getByRole('dialog').waitFor()
    await page.locator('.stop').tap()
    expect(await called('stop')).not.toHaveLength(0)
  })

  test('acts under an open dialog and with a second finger', async () => {
    await open('hob-hot')
    await page.getByRole('button', { name: 'Another time' }).click()
    await page.dispatchEvent('.stop', 'pointerdown', { button: 0, pointerId: 7, isPrimary: false })
    expect(await called('stop')).toHaveLength(1)
  })

  test('without the kitchen it stays, tries, and says what it could not confirm', async () => {
    await open('kitchen-lost')
    await page.locator('.stop').tap()
    await page.locator('#stop-root[data-phase="unreachable"] .stop-message').waitFor()
  })
})

describe('law 13: the beat', () => {
  test('is sent while STOP can be hit; only a touch counts as one, not the page that opened (law 8)', async () => {
    await open('hob-hot')
    await expect.poll(async () => (await called('beat')).length, { timeout: 10_000 }).toBeGreaterThan(0)
    expect(await called('beat')).not.toContainEqual({ touched: true })
    await page.locator('.hob-lead').tap()
    await expect.poll(() => called('beat'), { timeout: 10_000 }).toContainEqual({ touched: true })
  })

  test('is silent while something covers STOP', async () => {
    await open('hob-hot')
    await page.evaluate(() => {
      const cover = document.createElement('div')
      cover.style.position = 'fixed'
      cover.style.inset = '0'
      cover.style.zIndex = '2147483647'
      document.body.append(cover)
    })
    const before = (await called('beat')).length
    // Two periods of the beat go by.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2200)))
    expect(await called('beat')).toHaveLength(before)
  })

  test('is not sent by a screen that may only ask', async () => {
    await open('remote')
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1300)))
    expect(await called('beat')).toEqual([])
  })
})

describe('law 9: what is not live', () => {
  test('shows itself when frames stop coming', async () => {
    await open('hob-hot')
    await page.locator('.zone-card[data-quality="stale"]').first().waitFor()
  })

  test.each(['hob-hot', 'cook', 'recipes', 'history', 'settings', 'first-run'])(
    '%s names the virtual stove',
    async (name) => {
      await open(name, frozen)
      await page.getByText('VIRTUAL STOVE').first().waitFor()
    },
  )
})

describe('a zone', () => {
  test('is raised at once by the display’s own button when it is on', async () => {
    await open('hob-zone', frozen)
    await page.getByRole('button', { name: 'More heat' }).tap()
    expect(await called('heat')).toEqual([
      // Law 6: a touch tells when it was made.
      { zone: 0, target: { kind: 'temperature', celsius: 205 }, touchedAt: expect.any(Number) as number },
    ])
  })

  test('that is cold waits for the button that says how hot', async () => {
    await open('hob-zone-cold', frozen)
    await page.getByRole('button', { name: 'More heat' }).tap()
    expect(await called('heat')).toEqual([])
    await page.getByRole('button', { name: 'Heat to 125°' }).tap()
    expect(await called('heat')).toMatchObject([{ zone: 1, target: { kind: 'temperature', celsius: 125 } }])
  })

  test('is set by typing on the keypad, within its range only', async () => {
    await open('hob-zone', frozen)
    await page.getByRole('button', { name: /Touch to type/ }).tap()
    await page.keyboard.type('999')
    expect(await page.getByRole('button', { name: 'Heat', exact: true }).isDisabled()).toBe(true)
    for (let times = 0; times < 3; times++) await page.keyboard.press('Backspace')
    for (const digit of ['1', '7', '5'])
      await page.locator('.keypad').getByRole('button', { name: digit, exact: true }).tap()
    await page.getByRole('button', { name: 'Heat', exact: true }).tap()
    expect(await called('heat')).toMatchObject([{ zone: 0, target: { kind: 'temperature', celsius: 175 } }])
  })

  test('is set by the keyboard alone', async () => {
    await open('hob-cold', frozen)
    await page.locator('.zone-card').first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /Fry/ }).focus()
    await page.keyboard.press('Space')
    expect(await called('heat')).toMatchObject([{ zone: 0, target: { kind: 'temperature', celsius: 160 } }])
  })

  test('is turned off by itself', async () => {
    await open('hob-zone', frozen)
    await page.getByRole('button', { name: 'Off', exact: true }).tap()
    expect(await called('stop')).toEqual([{ zone: 0 }])
  })

  test('law 6: a screen that may only ask lowers at once, and asks for more', async () => {
    await open('remote', frozen)
    await page.getByRole('button', { name: 'Less heat' }).tap()
    expect(await called('heat')).toMatchObject([{ zone: 0, target: { kind: 'temperature', celsius: 170 } }])
    await page.getByRole('button', { name: /Brown/ }).tap()
    expect(await called('heat')).toHaveLength(1)
    await page.getByRole('button', { name: 'Ask the kitchen for 180°' }).tap()
    expect(await called('heat')).toHaveLength(2)
  })
})

describe('a cook', () => {
  test('goes on, back and pauses by its buttons', async () => {
    await open('cook', frozen)
    await page.getByRole('button', { name: /Turn and baste/ }).tap()
    await page.getByRole('button', { name: 'Back one step' }).tap()
    await page.getByRole('button', { name: /^Pause/ }).tap()
    expect((await calls()).map((call) => call.path).filter((path) => path.startsWith('cook'))).toEqual([
      'cook.next',
      'cook.back',
      'cook.pause',
    ])
  })

  test('law 6: a step that needs a hand says where and how hot', async () => {
    await open('cook-touch', frozen)
    await page.getByRole('button', { name: 'Touch to heat Front left to 185°' }).tap()
    expect(await called('heat')).toMatchObject([{ zone: 0, target: { kind: 'temperature', celsius: 185 } }])
  })

  test('begins with the zones and the servings that were chosen', async () => {
    await open('recipe-start', frozen)
    await page.getByRole('group', { name: 'Wide pot' }).getByRole('button', { name: 'Back left' }).tap()
    await page.getByRole('button', { name: 'More', exact: true }).tap()
    await page.getByRole('button', { name: 'Start', exact: true }).tap()
    expect(await called('cook.start')).toEqual([
      { recipe: 'crisp-salmon-fennel-orange', servings: 2.5, zones: { pan: 0, pot: 1 } },
    ])
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/cook')
  })
})

describe('law 7 and law 6 on the safety bar', () => {
  test('an interrupted cook is taken up only by a hand', async () => {
    await open('hob-interrupted', frozen)
    await page.getByRole('button', { name: 'Go on at step 5' }).tap()
    expect(await called('cook.recover')).toEqual([{ session: 's', take: true }])
    expect(await called('heat')).toEqual([])
  })

  test('a question is answered by a hand', async () => {
    await open('cook-question', frozen)
    await page.getByRole('button', { name: 'Heat to 160°' }).tap()
    expect(await called('answer')).toEqual([{ question: 9, accept: true }])
  })

  test('a fault whose cause stands cannot be acknowledged, one that is gone can', async () => {
    await open('hob-faults', frozen)
    expect(await page.getByRole('button', { name: 'Acknowledge' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Acknowledge' }).tap()
    expect(await called('acknowledge')).toEqual([{ fault: 1 }])
    await page.getByRole('button', { name: '2 more faults' }).tap()
    expect(await page.locator('.alert[data-tone="danger"]').count()).toBe(4)
  })
})

describe('the first run', () => {
  test('asks four short questions and is done', async () => {
    await open('first-run', frozen)
    await page.getByText('Deutsch').tap()
    for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Weiter' }).tap()
    await page.getByRole('button', { name: 'Loskochen' }).tap()
    expect(await called('settings.update')).toEqual([{ language: 'de' }, { setUp: true }])
    await page.locator('.shell').waitFor()
  })
})

describe('a kiosk without a keyboard', () => {
  test('gets letters when a finger touches a text field', async () => {
    await open('recipes', frozen)
    await page.locator('.search').tap()
    for (const letter of ['d', 'a', 'l'])
      await page.locator('.keyboard').getByRole('button', { name: letter, exact: true }).tap()
    expect(await page.locator('.search').inputValue()).toBe('dal')
    expect(await page.locator('.recipe-card').count()).toBe(1)
  })
})

describe('sizes', () => {
  test.each([
    [1280, 800, 72],
    [1920, 1080, 80],
    [3840, 2160, 160],
  ])(
    '%i x %i: the steps are 28 px or more and the numerals can be read from afar',
    async (width, height, numeral) => {
      await page.setViewportSize({ width, height })
      await open('cook', frozen)
      const sizes = await page.evaluate(() => {
        const px = (selector: string): number =>
          Number.parseFloat(getComputedStyle(document.querySelector(selector) as Element).fontSize)
        return {
          step: px('.step-text'),
          numeral: px('.zone-card-numeral'),
          body: px('body'),
          left: document.querySelector('.top')?.getBoundingClientRect().left ?? 0,
        }
      })
      await page.setViewportSize({ width: 1280, height: 800 })
      expect(sizes.step).toBeGreaterThanOrEqual(28)
      expect(sizes.numeral).toBeGreaterThanOrEqual(numeral * 0.92)
      // A projector: 5 % stay free.
      if (width === 3840) expect(sizes.left).toBeGreaterThanOrEqual(width * 0.05 - 1)
    },
  )
})
