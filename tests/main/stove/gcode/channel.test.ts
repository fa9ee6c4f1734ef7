import { describe, expect, test } from 'vitest'
import { GcodeChannel } from '#main/stove/gcode/channel.ts'
import { WORLD } from '#main/stove/hotplate/world.ts'
import type { ByteStream } from '#main/stove/transport/stream.ts'

function channel(answer: (line: string) => readonly string[]): { talk: GcodeChannel; said: string[] } {
  const said: string[] = []
  const stream: ByteStream = {
    congested: false,
    write: (bytes) => {
      const line = Buffer.from(bytes).toString().trim()
      said.push(line)
      queueMicrotask(() => {
        for (const each of answer(line)) talk.push(Buffer.from(`${each}\n`))
      })
    },
    listen: () => undefined,
    close: () => Promise.resolve(),
  }
  const talk = new GcodeChannel(stream, WORLD, () => undefined)
  return { talk, said }
}

describe('the numbered lines to a Marlin', () => {
  test('are said again, the same, when the machine asks for one', async () => {
    let damaged = true
    const { talk, said } = channel((line) => {
      if (!line.startsWith('N1 ') || !damaged) return ['ok']
      damaged = false
      return ['Error:checksum mismatch, Last Line: 0', 'Resend: 1']
    })
    expect(await talk.restart()).toBe(true)
    expect(await talk.send('M140 S60')).toBe(true)
    expect(said).toEqual(['N0 M110 N0*125', 'N1 M140 S60*82', 'N1 M140 S60*82'])
  })

  test('law 1: off passes a question that waits, and what was to follow it is never said', async () => {
    const { talk, said } = channel((line) => (line.includes('M105') ? [] : ['ok']))
    await talk.restart()
    const question = talk.send('M105')
    const heat = talk.send('M140 S60')
    await Promise.resolve()
    await Promise.resolve()
    const off = talk.urgent('M140 S0')
    await Promise.all([question, heat, off])
    expect(said.some((line) => line.includes('M140 S0'))).toBe(true)
    expect(said.some((line) => line.includes('M140 S60'))).toBe(false)
  })

  test('are given up when nobody answers', async () => {
    const { talk } = channel(() => [])
    expect(await talk.send('M105')).toBe(false)
  })
})
