import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resolveFile } from '#main/electron/files.ts'
import { serveFiles } from '#main/electron/serve-files.ts'

const ROOT = resolve('/srv/glass')

describe('which file a URL names', () => {
  test('the start page stands for the bare address', () => {
    expect(resolveFile(ROOT, 'app://smarttop/')).toEqual({
      kind: 'file',
      path: join(ROOT, 'index.html'),
      type: 'text/html; charset=utf-8',
    })
    expect(resolveFile(ROOT, 'app://smarttop?tier=lite')).toMatchObject({ path: join(ROOT, 'index.html') })
  })

  test('each kind of file that a build makes has its type', () => {
    const type = (name: string): unknown => {
      const resolved = resolveFile(ROOT, `app://smarttop/assets/${name}?v=1#x`)
      return resolved.kind === 'file' ? resolved.type : resolved.status
    }
    expect(type('index-Bx_1-.js')).toBe('text/javascript; charset=utf-8')
    expect(type('index.css')).toBe('text/css; charset=utf-8')
    expect(type('fraunces-latin.woff2')).toBe('font/woff2')
    expect(type('steel.PNG')).toBe('image/png')
    expect(type('bell.ogg')).toBe('audio/ogg')
  })

  test.each([
    'app://smarttop/../secret.json',
    'app://smarttop/assets/../../secret.json',
    'app://smarttop/%2e%2e/secret.json',
    'app://smarttop/%2e%2e%2fsecret.json',
    'app://smarttop/..%5csecret.json',
    'app://smarttop//etc/passwd.txt',
    'app://smarttop/C:/secret.txt',
    'app://smarttop/assets/a.js::$DATA.js',
    'app://smarttop/a%00.js',
    'app://smarttop/.git/config.json',
    'app://smarttop/%25/a.js',
    'app://elsewhere/index.html',
    'file:///srv/glass/index.html',
  ])('%s is refused', (url) => {
    expect(resolveFile(ROOT, url)).toEqual({ kind: 'refused', status: 403 })
  })

  test('broken escapes are a bad request', () => {
    expect(resolveFile(ROOT, 'app://smarttop/%zz.js')).toEqual({ kind: 'refused', status: 400 })
  })

  test('what the build does not make is not served', () => {
    expect(resolveFile(ROOT, 'app://smarttop/assets/index.js.map')).toEqual({ kind: 'refused', status: 404 })
    expect(resolveFile(ROOT, 'app://smarttop/assets')).toEqual({ kind: 'refused', status: 404 })
  })

  test('no path whatever leads outside the folder', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', 'a.js', '%00', 'C:', '~', '?', '#'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const resolved = resolveFile(ROOT, `app://smarttop/${pieces.join('/')}`)
        if (resolved.kind === 'file') {
          expect(resolve(resolved.path)).toBe(resolved.path)
          expect(resolved.path.startsWith(ROOT + sep)).toBe(true)
        }
      }),
    )
  })
})

describe('serving files', () => {
  let home = ''
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'smarttop-glass-'))
    mkdirSync(join(home, 'glass/assets'), { recursive: true })
    writeFileSync(join(home, 'glass/index.html'), '<!doctype html><title>SmartTop</title>')
    writeFileSync(join(home, 'secret.json'), '{"secret":true}')
    if (process.platform !== 'win32')
      symlinkSync(join(home, 'secret.json'), join(home, 'glass/assets/link.json'))
  })
  afterAll(() => {
    rmSync(home, { recursive: true, force: true })
  })
  const ask = (path: string, method = 'GET'): Promise<Response> =>
    serveFiles(join(home, 'glass'))({ url: `app://smarttop/${path}`, method } as Request)

  test('a file comes with its type and the whole set of security headers', async () => {
    const response = await ask('index.html')
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('SmartTop')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('permissions-policy')).toContain('serial=()')
  })

  test('HEAD has the length and no body', async () => {
    const response = await ask('index.html', 'HEAD')
    expect(response.headers.get('content-length')).toBe('38')
    expect(await response.text()).toBe('')
  })

  test('what is missing, a folder or another method is refused, with the headers still on', async () => {
    for (const [path, method, status] of [
      ['gone.js', 'GET', 404],
      ['assets', 'GET', 404],
      ['index.html', 'POST', 405],
      ['../secret.json', 'GET', 403],
    ] as const) {
      const response = await ask(path, method)
      expect(response.status, path).toBe(status)
      expect(response.headers.get('content-security-policy')).not.toBeNull()
      expect(await response.text()).toBe('')
    }
  })

  test.skipIf(process.platform === 'win32')('a link that leads outside is not followed', async () => {
    expect((await ask('assets/link.json')).status).toBe(403)
  })
})
