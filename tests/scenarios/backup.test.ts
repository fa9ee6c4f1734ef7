import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestKitchen } from '../support/open-kitchen.ts'

test('a backup brings back settings, zone names and the recipes of the household, all at once', async () => {
  const kitchen = await openTestKitchen()
  const { client } = kitchen.display
  const file = join(import.meta.dirname, '../../resources/recipes/soft-scrambled-eggs.json')
  const own = readFileSync(file, 'utf8').replace('"soft-scrambled-eggs"', '"eggs-of-our-house"')
  expect(await client.recipe.add({ text: own })).toEqual({ kind: 'done' })
  await client.settings.nameZones({ names: ['window', 'wall', 'door', 'lamp'] })
  await client.settings.update({ altitudeMetres: 1200 })

  const [place] = await client.backup.places()
  expect(await client.backup.write({ place: place!.path })).toEqual({ kind: 'done' })
  const [backup] = await client.backup.files({ place: place!.path })

  await client.recipe.remove({ id: 'eggs-of-our-house' })
  await client.settings.nameZones({ names: ['a', 'b', 'c', 'd'] })
  await client.settings.update({ altitudeMetres: 0 })

  expect(await client.backup.restore({ file: backup!.path })).toEqual({ kind: 'done' })
  expect((await client.recipe.list()).map((recipe) => recipe.id)).toContain('eggs-of-our-house')
  const back = await kitchen.display.until(
    (snapshot) => snapshot.settings.altitudeMetres === 1200 && snapshot.zones[0]?.name === 'window',
  )
  expect(back.zones.map((zone) => zone.name)).toEqual(['window', 'wall', 'door', 'lamp'])
  await kitchen.close()
})

test('a backup is not put back while the stove is on, nor from a file that is none', async () => {
  const kitchen = await openTestKitchen()
  const { client } = kitchen.display
  const [place] = await client.backup.places()
  const [other] = await client.backup.files({ place: place!.path })
  expect(other).toBeUndefined()
  expect(await client.backup.restore({ file: '/etc/passwd' })).toMatchObject({
    kind: 'refused',
    code: 'backup-elsewhere',
  })
  await client.heat({ zone: 1, target: { kind: 'power', share: 0.2 } })
  await kitchen.display.until((snapshot) => snapshot.safety.zones[1]?.target.kind === 'power')
  expect(await client.backup.restore({ file: '/etc/passwd' })).toEqual({
    kind: 'refused',
    code: 'stove-in-use',
  })
  await kitchen.close()
})

test('timers outlive the process that ran them', async () => {
  const before = await openTestKitchen()
  await before.display.client.timer.add({ label: 'dough', seconds: 3600 })
  await before.display.client.settings.update({ theme: 'light' })
  await before.close()
  const after = await openTestKitchen({ data: before.data })
  const { timers } = await after.display.until((snapshot) => snapshot.timers.length > 0)
  expect(timers[0]).toMatchObject({ label: 'dough', state: 'running', duration: 3_600_000 })
  await after.close()
})
