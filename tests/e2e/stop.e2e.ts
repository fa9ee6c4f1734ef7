import { describe, expect, test } from 'vitest'
import type { Emulator } from '../support/emulator.ts'
import { evenings, soon } from '../support/evening.ts'
import type { Glass } from '../support/glass.ts'

const evening = evenings()
const ZONE = 0

async function heating(
  options: Parameters<typeof evening.glass>[1] = {},
): Promise<{ stove: Emulator; glass: Glass }> {
  const { stove, glass } = await evening.atTheStove({}, { query: 'tier=flat', ...options })
  const from = stove.now
  await glass.heat('Front left', 'Fry')
  await stove.power(ZONE, true, from)
  return { stove, glass }
}

/** A finger comes down on STOP and does not even leave it again. */
async function touchStop(glass: Glass, stove: Emulator): Promise<void> {
  expect(await glass.stopInReach()).toBe(true)
  const from = stove.now
  await glass.touch(glass.stop)
  await stove.event('off', from)
  await stove.power(ZONE, false, from)
  expect(await stove.watts()).toEqual([0, 0, 0, 0])
}

describe('law 1: one touch on STOP turns everything off, without any question', () => {
  test.for<[string, (glass: Glass) => Promise<unknown>]>([
    ['with nothing in the way', () => Promise.resolve()],
    [
      'while a dialog is open',
      async ({ page, button }) => {
        await button('Close').click()
        await button('Another time').click()
        await page.getByRole('dialog', { name: 'New timer' }).waitFor()
      },
    ],
    [
      'while the screen is locked',
      async ({ page, button, goTo }) => {
        await goTo('Settings')
        await button('Safety').click()
        await button('Lock').click()
        await page.getByRole('dialog', { name: 'The screen is locked' }).waitFor()
      },
    ],
    [
      'while the screen is being cleaned',
      async ({ page, button, goTo }) => {
        await goTo('Settings')
        await button('Safety').click()
        await button('Clean for 30 s').click()
        await page.getByRole('heading', { name: 'Wipe away' }).waitFor()
      },
    ],
  ])('%s', async ([, before]) => {
    const { stove, glass } = await heating()
    await before(glass)
    await touchStop(glass, stove)
    await glass.page.getByText('Everything is off').waitFor()
  })

  test('by the key, from within a text field', async () => {
    const { stove, glass } = await heating()
    await glass.goTo('Recipes')
    await glass.page.getByRole('searchbox', { name: 'Search' }).fill('soup')
    const from = stove.now
    await glass.page.keyboard.press('End')
    await stove.event('off', from)
    await stove.power(ZONE, false, from)
  })

  test('by a finger, on a screen that went dark: any other first touch is swallowed', async () => {
    const { stove, glass } = await evening.atTheStove({}, { query: 'tier=flat', hasTouch: true })
    const { page, button } = glass
    await glass.goTo('Settings')
    await soon(() =>
      page.getByRole('group', { name: 'Dim when idle' }).getByRole('status').textContent(),
    ).toBe('10 min')
    await page.clock.install()
    await page.reload()
    await glass.beat()
    const dark = page.getByText('Touch to wake. STOP works at once.')
    const fallAsleep = async (): Promise<void> => {
      await page.clock.fastForward('10:30')
      await dark.waitFor()
    }
    const from = stove.now
    await glass.heat('Front left', 'Fry')
    await stove.power(ZONE, true, from)
    await button('Close').click()

    await fallAsleep()
    await page.touchscreen.tap(...(await middle(glass.zone('Front left'))))
    await dark.waitFor({ state: 'detached' })
    expect(await page.getByRole('region', { name: 'Front left: settings' }).count()).toBe(0)

    await fallAsleep()
    expect(await glass.stopInReach()).toBe(true)
    const stopped = stove.now
    await page.touchscreen.tap(...(await middle(glass.stop)))
    await stove.event('off', stopped)
    await stove.power(ZONE, false, stopped)
  })
})

async function middle(place: ReturnType<Glass['zone']>): Promise<[number, number]> {
  const box = await place.boundingBox()
  if (box === null) throw new Error('nothing there')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

describe('law 13: no STOP, no heat', () => {
  /** Ten seconds by the law; the last beat may be a second old, the stove's tick and this machine take the rest. */
  const [LEAST, MOST] = [8500, 11_500]

  async function offBy(act: (glass: Glass) => Promise<unknown>): Promise<{ glass: Glass; took: number }> {
    const { stove, glass } = await heating()
    const from = stove.now
    const began = performance.timeOrigin + performance.now()
    await act(glass)
    const off = await stove.power(ZONE, false, from)
    return { glass, took: Number(off['at']) - began }
  }

  test('a display that was closed, and one whose STOP is covered, lose the heat after ten seconds', async () => {
    const [closed, covered] = await Promise.all([
      offBy((glass) => glass.page.close()),
      offBy(({ page }) =>
        page.evaluate(() => {
          const cover = document.createElement('div')
          cover.style.position = 'fixed'
          cover.style.inset = '50% 0 0 50%'
          cover.style.zIndex = '2147483647'
          document.body.append(cover)
        }),
      ),
    ])
    for (const { took } of [closed, covered]) {
      expect(took).toBeGreaterThan(LEAST)
      expect(took).toBeLessThan(MOST)
    }
    await covered.glass.page
      .getByRole('region', { name: 'Safety' })
      .getByRole('heading', { name: 'Whole stove: no display showed STOP' })
      .waitFor()
  })
})
