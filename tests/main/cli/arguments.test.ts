import { describe, expect, test } from 'vitest'
import { numberOption, parse, UsageError } from '#main/cli/arguments.ts'
import { desktopEntry } from '#main/cli/autostart.ts'

describe('options', () => {
  test('that nobody knows are wrong usage', () => {
    expect(() => parse(['--brwoser'], { browser: { type: 'boolean' } })).toThrow(UsageError)
  })

  test.each(['', 'ten', '70000', '-1', '1.5', 'Infinity'])('a port is never "%s"', (text) => {
    expect(() => numberOption('port', text, { min: 0, max: 65_535, whole: true })).toThrow(UsageError)
  })

  test('a port may be 0 or left out', () => {
    expect(numberOption('port', '0', { min: 0, max: 65_535, whole: true })).toBe(0)
    expect(numberOption('port', undefined, { min: 0, max: 65_535 })).toBeUndefined()
  })
})

test('the autostart entry quotes paths as the desktop entry specification asks', () => {
  const entry = desktopEntry('/opt/my node/bin/node', '/home/chef "r"/50% $top/smarttop.mjs')
  expect(entry).toContain(
    String.raw`Exec="/opt/my node/bin/node" "/home/chef \"r\"/50%% \$top/smarttop.mjs" start`,
  )
})
