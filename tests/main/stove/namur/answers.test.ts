import { describe, expect, test } from 'vitest'
import { echoOf, felt, numberFor, watchdogEcho } from '#main/stove/namur/answers.ts'
import { NAMUR_MODELS } from '#main/stove/namur/models.ts'

const IKA = NAMUR_MODELS['ika-rct']
const HEIDOLPH = NAMUR_MODELS['heidolph-mr-hei']

describe('an answer of a NAMUR hotplate', () => {
  test.each([
    [IKA, 'IN_PV_2', '23.4 2', 23.4],
    [IKA, 'IN_PV_2', '-83.0 2', -83],
    [IKA, 'IN_PV_2', '23.4 1', null],
    [IKA, 'IN_PV_2', '2~.4 2', null],
    [IKA, 'IN_PV_2', 'IN_PV_2 23.4', null],
    [IKA, 'IN_SP_3', '360.0 3', 360],
    [HEIDOLPH, 'IN_PV_3', 'IN_PV_3 23.4', 23.4],
    [HEIDOLPH, 'IN_PV_3', 'IN_PV_1 23.4', null],
    [HEIDOLPH, 'IN_PV_3', '23.4 3', null],
    [HEIDOLPH, 'IN_PV_3', 'IN_PV_3 23.4 7', null],
  ])('%#: to %s is a number of that channel or nothing', (model, command, line, value) => {
    expect(numberFor(model, command)(line)).toBe(value)
  })

  test('repeats what was set, or it is none', () => {
    expect(echoOf('OUT_SP_1 80.0')('OUT_SP_1 80')).toBe(true)
    expect(echoOf('OUT_SP_1 80.0')('OUT_SP_1 90')).toBe(null)
    expect(watchdogEcho(20)('20.0')).toBe(true)
    expect(watchdogEcho(20)('200')).toBe(null)
  })

  test('knows an empty socket: 999.9 and far below freezing are no temperature', () => {
    expect([felt(999.9), felt(-83), felt(21.5)]).toEqual([null, null, 21.5])
  })
})
