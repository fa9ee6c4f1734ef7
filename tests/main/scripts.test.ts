import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scriptUrl } from '#main/scripts.ts'

test('a thread runs from its source where the tree itself runs', () => {
  for (const name of ['supervisor', 'store', 'virtual'] as const) {
    const url = scriptUrl(name)
    expect(url.pathname).toMatch(/\/(thread|process)\.ts$/)
    expect(existsSync(url), url.href).toBe(true)
  }
})

test.each(['file:///app/out/main/server.js', 'file:///app/out/main/chunks/open-1a2b.js'])(
  'a thread runs from beside the bundle, seen from %s',
  (here) => {
    expect(scriptUrl('store', here).href).toBe('file:///app/out/main/store.js')
  },
)
