import { afterEach, expect, test } from 'vitest'
import { openTestKitchen, type OpenKitchen } from '../support/open-kitchen.ts'

let kitchen: OpenKitchen
afterEach(() => kitchen.close())

const HALF = { kind: 'power', share: 0.5 } as const

test('the child lock outlives a restart, until a hand at the display takes it away', async () => {
  kitchen = await openTestKitchen()
  const { data } = kitchen
  expect(await kitchen.display.client.lock({ locked: true })).toEqual({ kind: 'done' })
  await kitchen.close()

  kitchen = await openTestKitchen({ data })
  await kitchen.display.until((snapshot) => snapshot.safety.locked)
  const { client } = kitchen.display
  expect(await client.heat({ zone: 0, target: HALF })).toEqual({ kind: 'refused', code: 'locked' })
  expect(await client.lock({ locked: false })).toEqual({ kind: 'done' })
  await kitchen.display.until((snapshot) => !snapshot.safety.locked)
  await kitchen.close()

  kitchen = await openTestKitchen({ data })
  expect(kitchen.kitchen.snapshot().safety.locked).toBe(false)
})
