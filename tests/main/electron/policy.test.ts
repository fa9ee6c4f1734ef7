import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY, isOwnUrl, mayNavigate, mayRequest } from '#main/electron/policy.ts'

describe('what counts as our own', () => {
  test.each(['app://smarttop/', 'app://smarttop/index.html?lite', 'app://smarttop/assets/a.js#x'])(
    '%s is ours',
    (url) => {
      expect(isOwnUrl(url)).toBe(true)
    },
  )

  test.each([
    'https://smarttop/',
    'http://127.0.0.1:4510/',
    'file:///etc/passwd',
    'app://smarttop.example/',
    'app://example@smarttop/',
    'app://smarttop:80/',
    'app://SMARTTOP.evil/',
    'app:smarttop',
    'app:///smarttop/',
    'apps://smarttop/',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:app://smarttop/1',
    '//smarttop/',
    '',
  ])('%s is not ours', (url) => {
    expect(isOwnUrl(url)).toBe(false)
  })

  test('no host but ours is ever ours', () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        expect(isOwnUrl(url)).toBe(false)
        expect(isOwnUrl(url.replace(/^https?/, 'app'))).toBe(false)
      }),
    )
  })
})

describe('where a page may go', () => {
  test('it may reload its start page, whatever the query', () => {
    expect(mayNavigate('app://smarttop/')).toBe(true)
    expect(mayNavigate('app://smarttop/index.html?tier=lite#hob')).toBe(true)
  })

  test('it may not show another file as a page, nor go anywhere else', () => {
    expect(mayNavigate('app://smarttop/assets/picture.svg')).toBe(false)
    expect(mayNavigate('https://example.org/')).toBe(false)
    expect(mayNavigate('data:text/html,x')).toBe(false)
    expect(mayNavigate('blob:app://smarttop/1')).toBe(false)
  })
})

describe('what a page may request', () => {
  test('own files and what the page made itself', () => {
    expect(mayRequest('app://smarttop/assets/a.js', false)).toBe(true)
    expect(mayRequest('data:image/png;base64,AA==', false)).toBe(true)
    expect(mayRequest('blob:app://smarttop/0f', false)).toBe(true)
  })

  test('nothing from any network', () => {
    fc.assert(
      fc.property(
        fc.webUrl(),
        fc.constantFrom('http', 'https', 'ws', 'wss', 'ftp', 'file'),
        (url, scheme) => {
          expect(mayRequest(url.replace(/^https?/, scheme), true)).toBe(false)
        },
      ),
    )
    expect(mayRequest('blob:https://example.org/0f', false)).toBe(false)
  })

  test('developer tools only where they are on', () => {
    expect(mayRequest('devtools://devtools/bundled/x.js', false)).toBe(false)
    expect(mayRequest('devtools://devtools/bundled/x.js', true)).toBe(true)
  })
})

test('the content policy starts from nothing and lets no script in but files', () => {
  const directives = new Map(
    CONTENT_SECURITY_POLICY.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources] as const
    }),
  )
  expect(directives.get('default-src')).toEqual(["'none'"])
  expect(directives.get('script-src')).toEqual(["'self'"])
  expect(directives.get('connect-src')).toEqual(["'self'"])
  for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'frame-src', 'object-src']) {
    expect(directives.get(name), name).toEqual(["'none'"])
  }
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:/)
})
