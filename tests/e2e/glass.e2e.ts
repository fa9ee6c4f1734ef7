import { describe, expect, test } from 'vitest'
import { evenings, soon } from '../support/evening.ts'

const evening = evenings()

test('a rehearsal says so, leaves the real stove cold, and ends', async () => {
  const { stove, glass } = await evening.atTheStove()
  const { page, button, goTo } = glass
  const from = stove.now
  const label = page.getByText('REHEARSAL 20×')
  await goTo('Recipes')
  await page.getByRole('button', { name: /Soft scrambled eggs/ }).click()
  await button('Rehearse 20×').click()
  await label.waitFor()
  await button('Next Warm the pan').click()
  await button(/^Touch to heat/).click()
  await page.getByRole('heading', { name: 'Melt the butter' }).waitFor()
  for (const screen of ['Hob', 'Recipes', 'History', 'Settings'] as const) {
    await goTo(screen)
    expect(await label.isVisible()).toBe(true)
  }
  expect(stove.heatedSince(from)).toEqual([])
  await button('End rehearsal').click()
  await label.waitFor({ state: 'detached' })
  await page.getByText('VIRTUAL STOVE', { exact: true }).waitFor()
  await goTo('History')
  await page.getByRole('heading', { name: 'Nothing cooked yet' }).waitFor()
})

describe('the hologram', () => {
  test('flat: complete without a GPU, a ring turned by hand sets its zone', async () => {
    const { stove, glass } = await evening.atTheStove()
    const { page, button } = glass
    await page.locator('.hologram[data-drawing="flat"] .flat-zone').first().waitFor()
    expect(await page.locator('canvas').count()).toBe(0)

    const disc = await page.locator('.flat-zone circle.flat-well').first().boundingBox()
    const knob = await page.locator('.flat-zone [data-part="knob"]').first().boundingBox()
    if (disc === null || knob === null) throw new Error('no zone is drawn')
    const centre = { x: disc.x + disc.width / 2, y: disc.y + disc.height / 2 }
    await page.mouse.click(centre.x, centre.y)
    await page.getByRole('region', { name: 'Front left: settings' }).waitFor()
    await button('Close').click()

    const from = stove.now
    const start = { x: knob.x + knob.width / 2, y: knob.y + knob.height / 2 }
    const [radius, began] = [
      Math.hypot(start.x - centre.x, start.y - centre.y),
      Math.atan2(start.y - centre.y, start.x - centre.x),
    ]
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    // Half of the dial's 270 degrees, clockwise as any dial: from 30 towards 165 degrees.
    for (let degree = 5; degree <= 135; degree += 5) {
      const angle = began + (degree / 180) * Math.PI
      await page.mouse.move(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle))
    }
    await page.mouse.up()
    await stove.power(0, true, from)
    await soon(() => glass.zone('Front left').getAttribute('aria-label')).toMatch(/set to 16[05]°/)
    const stopped = stove.now
    await glass.touch(glass.stop)
    await stove.power(0, false, stopped)
  })

  test('a lost WebGL context goes flat, loses no function, and comes back', async () => {
    const { stove, glass } = await evening.atTheStove({}, { query: 'tier=lite' })
    const { page } = glass
    const drawing = page.locator('.hologram')
    await soon(() => drawing.getAttribute('data-drawing')).toBe('glass')
    const canvas = await page.locator('.hologram canvas').elementHandle()
    const lose = await canvas?.evaluateHandle((element) =>
      (element as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context'),
    )
    await lose?.evaluate((context) => context?.loseContext())
    await soon(() => drawing.getAttribute('data-drawing')).toBe('flat')
    expect(await glass.stopInReach()).toBe(true)
    const from = stove.now
    await glass.heat('Front left', 'Fry')
    await stove.power(0, true, from)
    await lose?.evaluate((context) => context?.restoreContext())
    await soon(() => drawing.getAttribute('data-drawing')).toBe('glass')
    const stopped = stove.now
    await glass.touch(glass.stop)
    await stove.power(0, false, stopped)
  })
})
