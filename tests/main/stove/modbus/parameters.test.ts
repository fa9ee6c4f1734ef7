import { expect, test } from 'vitest'
import { modbusDriver } from '#main/stove/modbus/driver.ts'
import { readPlate } from '#main/stove/modbus/parameters.ts'
import { MODELS } from './bench.ts'

test('the address says what the controller cannot know', () => {
  expect(
    readPlate({ model: 'delta-dtb', unit: '3', watts: '1200', max: '230', diameter: '160' }, MODELS),
  ).toEqual({
    kind: 'ok',
    plate: { model: 'delta-dtb', unit: 3, watts: 1200, max: 230, diameter: 160 },
  })
  expect(readPlate({ model: 'omron-e5cc' }, MODELS)).toMatchObject({
    plate: { unit: 1, watts: 1500, max: 250 },
  })
})

test.each([
  [{}, /needs a model, one of delta-dtb, omron-e5cc, pixsys-atr141, watlow-ez-zone; got ""/],
  [{ model: 'siemens' }, /got "siemens"/],
  [{ model: 'delta-dtb', unit: '0' }, /unit must be a whole number from 1 to 247, got "0"/],
  [{ model: 'delta-dtb', unit: '248' }, /from 1 to 247/],
  [{ model: 'delta-dtb', watts: '1e3' }, /watts must be a whole number from 100 to 5000/],
  [{ model: 'delta-dtb', max: '900' }, /max must be a whole number from 60 to 400/],
  [{ model: 'delta-dtb', wats: '900' }, /modbus knows no "wats"; it knows: driver, model, unit/],
])('%o is refused before any port is touched', (parameters, why) => {
  const read = modbusDriver(parameters)
  expect(read.kind).toBe('bad')
  if (read.kind === 'bad') expect(read.detail).toMatch(why)
})

test('the line is set as the profile says', () => {
  expect(modbusDriver({ model: 'omron-e5cc' })).toMatchObject({
    line: { baudRate: 9600, dataBits: 8, parity: 'even', stopBits: 1, quiet: null },
  })
  expect(modbusDriver({ model: 'pixsys-atr141' })).toMatchObject({
    line: { baudRate: 19_200, parity: 'none' },
  })
})
