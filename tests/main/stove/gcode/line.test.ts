import { describe, expect, test } from 'vitest'
import { complaint } from '#main/stove/gcode/complaints.ts'
import { numbered } from '#main/stove/gcode/frame.ts'
import { bedReport } from '#main/stove/gcode/temperatures.ts'

describe('a line of G-code', () => {
  // The example of the RepRap wiki on G-code, "N3 T0*57".
  test('carries its number and the exclusive or of its bytes', () => {
    expect(numbered(3, 'T0')).toBe('N3 T0*57')
    expect(numbered(4, 'G92 E0')).toBe('N4 G92 E0*67')
  })
})

describe('what Marlin says', () => {
  test.each([
    ['ok T:21.0 /0.0 B:21.3 /60.0 @:0 B@:127', { celsius: 21.3, target: 60, share: 1 }],
    [' T:22.40 /0.00 B:59.98 /60.00 @:0 B@:0', { celsius: 59.98, target: 60, share: 0 }],
    ['ok B:21.3 /0.0', { celsius: 21.3, target: 0, share: null }],
    ['ok T:21.0 /0.0 @:0', null],
    ['B:2x.3 /60.0', null],
  ])('of its bed in "%s" is read, or nothing is', (line, report) => {
    expect(bedReport(line)).toEqual(report)
  })

  test.each([
    ['Error:MAXTEMP triggered, system stopped! Heater_ID: bed', ['over-temperature', 'hardware']],
    ['Error:MINTEMP triggered, system stopped! Heater_ID: bed', ['sensor-open', 'hardware']],
    ['Error:Thermal Runaway, system stopped! Heater_ID: bed', ['hardware']],
    ['!! Printer stopped', ['hardware']],
    ['Error:checksum mismatch, Last Line: 3', null],
    ['Error:Line Number is not Last Line Number+1, Last Line: 3', null],
    ['ok', null],
  ])('"%s" is a complaint of the machine or of the line', (line, flags) => {
    expect(complaint(line)).toEqual(flags)
  })
})
