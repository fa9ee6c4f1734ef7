import { mkdirSync, mkdtempSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Pairing } from '#main/bridge/pairing.ts'

const wrong = (code: string): string => (code === '000000' ? '000001' : '000000')

describe('pairing', () => {
  test('lets a screen in by the code on the display and knows it again by its token', () => {
    const pairing = new Pairing(null, () => 0, false)
    const answer = pairing.pair(pairing.code, "Rami's phone")
    if (answer.kind !== 'paired') throw new Error('not paired')
    expect(answer.screen).toMatchObject({ name: "Rami's phone", role: 'remote' })
    expect(pairing.recognise(answer.token)).toEqual(answer.screen)
    expect(pairing.recognise(`${answer.token}x`)).toBeNull()
  })

  test('sends one screen away, for good, and tells whoever watches', () => {
    const data = mkdtempSync(join(tmpdir(), 'smarttop-pairing-'))
    const pairing = new Pairing(data, () => 0, false)
    const [one, other] = ['one', 'other'].map((name) => pairing.pair(pairing.code, name))
    if (one?.kind !== 'paired' || other?.kind !== 'paired') throw new Error('not paired')
    let told = 0
    pairing.watch(() => (told += 1))
    expect(pairing.remove(one.screen.id)).toBe(true)
    expect(told).toBe(1)
    for (const each of [pairing, new Pairing(data, () => 0, false)]) {
      expect(each.recognise(one.token)).toBeNull()
      expect(each.recognise(other.token)).toEqual(other.screen)
      expect(each.screens.map(({ name }) => name)).toEqual(['other'])
    }
  })

  test('uses each code once', () => {
    const pairing = new Pairing(null, () => 0, false)
    const { code } = pairing
    expect(pairing.pair(code, 'one').kind).toBe('paired')
    expect(pairing.code).not.toBe(code)
    expect(pairing.pair(code, 'two')).toEqual({ kind: 'refused', code: 'pairing-wrong' })
  })

  test('after five wrong codes changes the code and closes for a minute, even to the right one', () => {
    let now = 0
    const pairing = new Pairing(null, () => now, false)
    const { code } = pairing
    for (let attempt = 0; attempt < 5; attempt++) pairing.pair(wrong(code), 'guesser')
    expect(pairing.code).not.toBe(code)
    expect(pairing.pair(pairing.code, 'friend')).toEqual({ kind: 'refused', code: 'pairing-slow-down' })
    now = 60_000
    expect(pairing.pair(pairing.code, 'friend').kind).toBe('paired')
  })

  test('law 6: a kitchen without a display appoints the first screen that pairs, and only that one', () => {
    const pairing = new Pairing(null, () => 0, true)
    expect(pairing.pair(pairing.code, 'wall')).toMatchObject({ screen: { role: 'display' } })
    expect(pairing.pair(pairing.code, 'phone')).toMatchObject({ screen: { role: 'remote' } })
  })

  test('remembers screens over a restart, keeping hashes only, in a file for nobody else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'smarttop-pairing-'))
    const before = new Pairing(folder, () => 0, true)
    const answer = before.pair(before.code, 'wall')
    if (answer.kind !== 'paired') throw new Error('not paired')
    const file = join(folder, 'screens.json')
    expect(readFileSync(file, 'utf8')).not.toContain(answer.token)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
    const after = new Pairing(folder, () => 0, true)
    expect(after.recognise(answer.token)).toEqual(answer.screen)
    expect(after.pair(after.code, 'second')).toMatchObject({ screen: { role: 'remote' } })
  })

  test('law 11: lets nobody in when it cannot be written down, and outlives that', () => {
    const folder = mkdtempSync(join(tmpdir(), 'smarttop-pairing-'))
    // A folder in the way of the file that is to be written.
    mkdirSync(join(folder, 'screens.json.new'))
    const pairing = new Pairing(folder, () => 0, true)
    const { code } = pairing
    expect(pairing.pair(code, 'wall')).toEqual({ kind: 'refused', code: 'pairing-unwritable' })
    rmdirSync(join(folder, 'screens.json.new'))
    expect(pairing.pair(code, 'wall')).toMatchObject({ kind: 'paired', screen: { role: 'display' } })
  })

  test('trusts nobody when its file is not one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'smarttop-pairing-'))
    writeFileSync(join(folder, 'screens.json'), '{"hash": 1}')
    expect(new Pairing(folder, () => 0, false).recognise('x')).toBeNull()
  })
})
