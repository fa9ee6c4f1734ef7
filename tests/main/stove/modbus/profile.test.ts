import { expect, test } from 'vitest'
import { readProfiles } from '#main/stove/modbus/profile.ts'
import { MODELS } from './bench.ts'

const profiles = readProfiles()
const profile = (model: string): NonNullable<ReturnType<typeof profiles.get>> => {
  const found = profiles.get(model)
  if (found === undefined) throw new Error(model)
  return found
}

test('the kitchen knows four controllers, and where it read about them', () => {
  expect([...profiles.keys()]).toEqual(MODELS)
  for (const { sources } of profiles.values()) expect(sources.join()).not.toBe('')
})

test.each(MODELS)('%s: all that is wanted of it is read in its round, the temperature last', (model) => {
  const { blocks, value, setpoint, run, output, complaints, spacing } = profile(model)
  const needed = [value, setpoint, run, ...complaints, ...(output === null ? [] : [output])]
  for (const one of needed) {
    const within = blocks.some(
      (block) =>
        block.function === one.function &&
        one.address >= block.address &&
        one.address + (one.type === 'float32' ? 2 : 1) <= block.address + block.count,
    )
    expect(within, `${one.address}`).toBe(true)
  }
  const last = blocks.at(-1)
  expect(value.address).toBeGreaterThanOrEqual(last?.address ?? Infinity)
  expect(value.address).toBeLessThan((last?.address ?? 0) + (last?.count ?? 0))
  expect(spacing).toBeGreaterThanOrEqual(35)
})

test('Delta reads at most 8 words at a time, by functions 02, 03, 05 and 06 alone', () => {
  const { blocks, start, stop, prepare, setpoint } = profile('delta-dtb')
  for (const { count } of blocks) expect(count).toBeLessThanOrEqual(8)
  const used = [...blocks, start, stop, ...prepare].map((one) => one.function)
  for (const one of [...used, setpoint.write]) expect([2, 3, 5, 6]).toContain(one)
})

// Addresses of the manuals, written down a second time: a slip in the data must show.
test('addresses are those of the manuals', () => {
  expect(profile('delta-dtb')).toMatchObject({
    value: { address: 0x1000, scale: 0.1 },
    setpoint: { address: 0x1001, scale: 0.1 },
    stop: { function: 5, address: 0x0814, words: [0x0000] },
    prepare: [{ address: 0x0810 }],
  })
  expect(profile('omron-e5cc')).toMatchObject({
    value: { address: 0x2000 },
    setpoint: { address: 0x2103 },
    stop: { function: 6, address: 0, words: [0x0101] },
    start: { function: 6, address: 0, words: [0x0100] },
  })
  // Communications writing on, RAM write mode, automatic.
  expect(profile('omron-e5cc').prepare.map(({ words }) => words[0])).toEqual([0x0001, 0x0401, 0x0900])
  expect(profile('watlow-ez-zone')).toMatchObject({
    value: { address: 360, type: 'float32' },
    setpoint: { address: 2160, type: 'float32', write: 16 },
    wordOrder: 'low-first',
    temperatures: 'fahrenheit',
  })
  expect(profile('pixsys-atr141')).toMatchObject({
    value: { address: 1000 },
    setpoint: { address: 1002 },
    output: { address: 1004, scale: 0.01 },
    stop: { address: 1009, words: [0] },
  })
})
