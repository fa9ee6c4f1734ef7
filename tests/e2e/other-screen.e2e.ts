import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { evenings, soon } from '../support/evening.ts'
import { openTestKitchen } from '../support/open-kitchen.ts'

const evening = evenings()
const GLASS = resolve(import.meta.dirname, '../../out/renderer')

test('law 6: a phone may ask for heat, the display answers, and the phone may always stop', async () => {
  const kitchen = await openTestKitchen({ glass: GLASS })
  evening.onEnd(() => kitchen.close())
  const { url } = kitchen.served
  await kitchen.display.client.settings.update({ sounds: false })
  await kitchen.display.client.settings.nameZones({
    names: ['Front left', 'Back left', 'Back right', 'Front right'],
  })
  const paired = await fetch(new URL('pair', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(url).origin },
    body: JSON.stringify({ code: kitchen.kitchen.pairing.code, name: 'Lila’s phone' }),
  })
  const { token } = (await paired.json()) as { token: string }
  const display = await evening.glass(url, { query: 'tier=flat' })
  const phone = await evening.glass(url, {
    query: 'tier=flat',
    token,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  const zone = () => kitchen.kitchen.snapshot().safety.zones[0]

  await phone.page.getByText('Looking from afar').waitFor()
  await phone.zone('Front left').click()
  await phone.button('Ask the kitchen for 120°').click()
  await phone.page.getByText('Waiting for an answer at the stove.').waitFor()
  await phone.page.getByText(/^Asked\./).waitFor()
  expect(await phone.button('Heat to 120°').count()).toBe(0)
  const question = display.page
    .getByRole('article')
    .filter({ hasText: 'Lila’s phone asks: Front left to 120°?' })
  await question.waitFor()
  expect(zone()?.target.kind).toBe('off')
  await question.getByRole('button', { name: 'No' }).click()
  await question.waitFor({ state: 'detached' })
  expect(zone()?.target.kind).toBe('off')

  await phone.button('Ask the kitchen for 120°').click()
  await question.getByRole('button', { name: 'Heat to 120°' }).click()
  await soon(() => zone()?.demand ?? 0).toBeGreaterThan(0)
  expect(zone()?.target).toEqual({ kind: 'temperature', celsius: 120 })

  // It may look at everything and change nothing but downwards.
  await phone.goTo('Settings')
  await phone.page.getByText("Settings are changed at the stove's own display.").waitFor()
  expect(await phone.page.getByRole('radio', { name: 'Deutsch' }).isDisabled()).toBe(true)
  expect(await phone.stopInReach()).toBe(true)
  await phone.touch(phone.stop)
  await soon(() => zone()?.target.kind).toBe('off')
})
