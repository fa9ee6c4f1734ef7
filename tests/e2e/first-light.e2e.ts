import { expect, test } from 'vitest'
import type { CookGraph, CookSummary } from '#contract/commands.ts'
import type { Emulator } from '../support/emulator.ts'
import { ask, evenings, soon } from '../support/evening.ts'
import type { Glass } from '../support/glass.ts'

const evening = evenings()

const [FRONT_LEFT, BACK_RIGHT] = [0, 2]
/** The device's own lease is 1 s; a tenth is for the emulator's clock and this machine. */
const LEASE_MS = 1100

/** The four questions of a new kitchen, answered by hand; each zone gets its name. */
async function firstRun({ page, button }: Glass): Promise<void> {
  await page.getByRole('heading', { name: 'Welcome to your kitchen' }).waitFor()
  await page.getByRole('group', { name: 'Language' }).getByText('Deutsch').click()
  await page.getByRole('heading', { name: 'Willkommen in der Küche' }).waitFor()
  await page.getByRole('group', { name: 'Sprache' }).getByText('English').click()
  await button('Next').click()
  await page.getByRole('group', { name: 'Fuse of the circuit' }).getByRole('button', { name: 'More' }).click()
  await page.getByText('20 A').waitFor()
  await button('Next').click()
  await button('Munich, 520 m').click()
  await page.getByText('Water boils at 98 °C here.').waitFor()
  await button('Next').click()
  const zones = page.getByRole('group', { name: 'Cooking zones' }).getByRole('button')
  const names = ['Front left', 'Back left', 'Back right', 'Front right']
  for (const [index, name] of names.entries()) {
    await zones.nth(index).click()
    await page.getByRole('main').getByRole('button', { name, exact: true }).last().click()
    await soon(() => zones.nth(index).textContent()).toBe(name)
  }
  await button('Start cooking').click()
}

async function start({ page, button, goTo }: Glass, zone: string): Promise<void> {
  await goTo('Recipes')
  await page.getByRole('button', { name: /Soft scrambled eggs/ }).click()
  const begin = page.getByRole('complementary', { name: 'Begin' })
  await begin.getByText('may heat up to 112°').waitFor()
  await begin.getByRole('button', { name: zone, exact: true }).click()
  await button('Start').click()
  await step(page, 'Beat the eggs')
}

const step = (page: Glass['page'], title: string): Promise<void> =>
  page.getByRole('article').getByRole('heading', { name: title }).waitFor()

async function touchToHeat(glass: Glass, stove: Emulator, zone: number, name: string): Promise<void> {
  const from = stove.now
  await glass.button(`Touch to heat ${name} to 112°`).click()
  await stove.power(zone, true, from)
}

test('a new kitchen cooks a recipe to its end, and a pulled cable in the next one hurts nobody', async () => {
  const stove = await evening.emulator({ speed: 20, seed: 11 })
  const kitchen = await evening.kitchen(stove.address)
  const glass = await evening.glass(kitchen.url)
  const { page, button } = glass
  const notYet = stove.now
  await firstRun(glass)

  // The first dish.
  await start(glass, 'Back right')
  await page.getByText('VIRTUAL STOVE 20×').waitFor()
  await button('Next Warm the pan').click()
  await button('Touch to heat Back right to 112°').waitFor()
  expect(stove.lines.slice(notYet).filter((line) => line['event'] === 'heat')).toEqual([])
  await touchToHeat(glass, stove, BACK_RIGHT, 'Back right')
  await step(page, 'Melt the butter')
  await page.getByText('time is up').waitFor()
  await button('Next Stir the eggs').click()
  await step(page, 'Stir the eggs')
  await page.getByText('time is up').waitFor()
  const stirred = stove.now
  await button('Next Finish off the heat').click()
  await stove.power(BACK_RIGHT, false, stirred)
  await step(page, 'Serve at once')
  await button('Next It is done').click()
  await page.getByText('Sit down while it is hot.').waitFor()
  await page.getByText('Back right is still hot.').waitFor()
  await button('See the graph').click()

  // Found again in the history, with what was really recorded.
  await page.getByRole('region', { name: 'History' }).getByText('finished').waitFor()
  const graph = page.getByRole('img', { name: 'Temperature and power over the time of the cook' })
  await graph.locator('canvas').first().waitFor()
  await soon(() => graph.locator('canvas').first().evaluate(inked)).toBeGreaterThan(0.02)
  const [cook, recorded] = await ask(kitchen.url, async (client): Promise<[CookSummary, CookGraph]> => {
    const [latest] = await client.history.list({ before: null, limit: 1 })
    if (latest === undefined) throw new Error('nothing in the history')
    const found = await client.history.graph({ session: latest.session, points: 400 })
    if (found === null) throw new Error('a cook without a graph')
    return [latest, found]
  })
  expect(cook).toMatchObject({ recipeId: 'soft-scrambled-eggs', end: 'finished', faults: 0, speed: 20 })
  const zone = recorded.zones.find((each) => each.zone === BACK_RIGHT)
  expect(Math.max(...known(zone?.max))).toBeGreaterThan(105)
  expect(Math.max(...known(zone?.max))).toBeLessThan(135)
  expect(Math.max(...known(zone?.power))).toBeGreaterThan(500)
  expect(recorded.events.filter((event) => event.kind === 'step').length).toBeGreaterThanOrEqual(6)

  // The second dish, on another zone; in the middle of it somebody trips over the cable.
  await start(glass, 'Front left')
  await button('Next Warm the pan').click()
  await touchToHeat(glass, stove, FRONT_LEFT, 'Front left')
  await soon(async () =>
    shownCelsius(await glass.zone('Front left').getAttribute('aria-label')),
  ).toBeGreaterThan(60)
  // Between two bursts of the controller it may draw nothing for a moment.
  await soon(async () => (await stove.watts())[FRONT_LEFT] ?? 0).toBeGreaterThan(50)
  const pulled = stove.now
  const unplugged = await stove.cable('unplug')
  const dropped = await stove.power(FRONT_LEFT, false, pulled)
  await stove.event('lease-expired', pulled)
  expect(Number(dropped['at']) - Number(unplugged['at'])).toBeLessThan(LEASE_MS)
  expect(await stove.watts()).toEqual([0, 0, 0, 0])

  const safety = page.getByRole('region', { name: 'Safety' })
  await safety
    .getByRole('heading', { name: /^The stove was unplugged|^The stove's port is not there/ })
    .waitFor()
  await safety.getByText('Assume that it is hot.').waitFor()
  for (const hot of ['Front left', 'Back right'])
    await soon(() => glass.zone(hot).getAttribute('aria-label')).toContain('assume hot')
  const live = page.locator('.zone-card[data-quality="measured"]')
  await soon(() => live.count()).toBe(0)

  // Plugged in again: connected, still latched, still cold.
  const silent = stove.now
  await stove.cable('plug')
  await safety.getByRole('heading', { name: 'Whole stove: connection lost' }).waitFor()
  await soon(() => live.count()).toBe(4)
  await glass.goTo('Hob')
  await glass.zone('Front left').click()
  await button(/^Fry/).click()
  await page.getByRole('status').getByText('A fault stands. Acknowledge it first.').waitFor()
  await safety.getByRole('button', { name: 'Acknowledge' }).click()
  await safety.getByRole('heading', { name: 'Whole stove: connection lost' }).waitFor({ state: 'detached' })
  await button('Close').click()
  await glass.goTo('Cook')
  await button('Go on').click()
  await button('Touch to heat Front left to 112°').waitFor()
  expect(await stove.watts()).toEqual([0, 0, 0, 0])
  expect(stove.heatedSince(silent)).toEqual([])
  await touchToHeat(glass, stove, FRONT_LEFT, 'Front left')
})

const known = (values: readonly (number | null)[] = []): readonly number[] =>
  values.filter((value) => value !== null)

/** The temperature that a zone's card says. */
const shownCelsius = (label: string | null): number =>
  Number(/, ([0-9]+)°,/.exec(label ?? '')?.[1] ?? Number.NaN)

/** Share of a canvas's pixels that were drawn on; every tenth is looked at. */
function inked(canvas: Element): number {
  const { width, height } = canvas as HTMLCanvasElement
  const data = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? []
  let drawn = 0
  for (let i = 3; i < data.length; i += 40) if ((data[i] ?? 0) > 0) drawn += 1
  return (drawn * 40) / data.length
}
