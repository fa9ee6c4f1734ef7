import { describe, expect, test } from 'vitest'
import { isLoopback, isOwnHost, isOwnOrigin } from '#main/http/addresses.ts'

describe('the Host header', () => {
  test.each(['127.0.0.1:4510', 'localhost:4510', '[::1]:4510', 'LocalHost:4510', '192.168.1.20:4510'])(
    'lets %s in',
    (host) => {
      expect(isOwnHost(host, 4510, ['192.168.1.20'])).toBe(true)
    },
  )

  test.each([
    undefined,
    '',
    'evil.example:4510',
    '127.0.0.1',
    '127.0.0.1:4511',
    '192.168.1.21:4510',
    '127.0.0.1.evil.example:4510',
    '127.0.0.1:4510@evil.example',
  ])('refuses %s, a name that somebody pointed at us', (host) => {
    expect(isOwnHost(host, 4510, ['192.168.1.20'])).toBe(false)
  })
})

describe('the Origin header', () => {
  test('lets our own page in and nobody else', () => {
    expect(isOwnOrigin('http://127.0.0.1:4510', '127.0.0.1:4510')).toBe(true)
    expect(isOwnOrigin('http://evil.example', '127.0.0.1:4510')).toBe(false)
    expect(isOwnOrigin('null', '127.0.0.1:4510')).toBe(false)
    expect(isOwnOrigin(undefined, '127.0.0.1:4510')).toBe(false)
    expect(isOwnOrigin('http://127.0.0.1:4510', undefined)).toBe(false)
  })
})

describe('the address of a socket', () => {
  test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('%s sits at this machine', (address) => {
    expect(isLoopback(address)).toBe(true)
  })

  test.each(['192.168.1.20', '::ffff:10.0.0.1', undefined, '127.0.0.1.evil'])('%s does not', (address) => {
    expect(isLoopback(address)).toBe(false)
  })
})
