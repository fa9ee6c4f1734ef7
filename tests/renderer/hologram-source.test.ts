import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { KitchenLink, LinkState } from '#renderer/bridge/kitchen-link.ts'
import { hologramSource } from '#renderer/state/hologram-source.ts'
import { attachKitchen } from '#renderer/state/kitchen.ts'
import type { TelemetryFrame } from '#contract/telemetry.ts'
import { fakeLink } from './fake-link.ts'
import { fixtures, FROZEN } from './fixtures.ts'
import { frameOf } from './telemetry-fixture.ts'

let send: (frame: TelemetryFrame) => void
let setState: (state: LinkState) => void
let leave: () => void
let drawn: string[]
let detach: () => void

beforeEach(() => {
  vi.useFakeTimers()
  const fake = fakeLink(fixtures.hot)
  const link: KitchenLink = {
    ...fake,
    onTelemetry: (listener) => {
      send = listener
      return () => {}
    },
    onState: (listener) => {
      setState = listener
      listener({ kind: 'open' })
      return () => {}
    },
  }
  detach = attachKitchen(link)
  drawn = []
  leave = hologramSource.subscribe(() => drawn.push(hologramSource.read()?.zones[0]?.quality ?? 'nothing'))
})
afterEach(() => {
  leave()
  detach()
  vi.useRealTimers()
})

describe('law 9: what the hologram draws', () => {
  test('is drawn once for each frame and never in between', () => {
    send(frameOf(FROZEN, [{ surface: 180 }]))
    vi.advanceTimersByTime(900)
    expect(drawn).toEqual(['measured'])
  })

  test('turns stale once when frames stop coming, and live again with the next', () => {
    send(frameOf(FROZEN + 1, [{ surface: 180 }]))
    vi.advanceTimersByTime(10_000)
    expect(drawn).toEqual(['measured', 'stale'])
    send(frameOf(FROZEN + 11_000, [{ surface: 179 }]))
    expect(drawn.at(-1)).toBe('measured')
  })

  test('turns stale at once when the kitchen is lost', () => {
    send(frameOf(FROZEN + 20_000, [{ surface: 180 }]))
    setState({ kind: 'closed' })
    expect(drawn.at(-1)).toBe('stale')
  })
})
