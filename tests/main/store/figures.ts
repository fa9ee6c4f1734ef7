import type { LogEntry } from '../../../src/core/safety/log-entry.ts'
import type { Recipe } from '../../../src/core/recipe/recipe.ts'
import type { StoveDescription, StoveReport, ZoneReading } from '../../../src/core/stove/stove.ts'
import { celsius, milliseconds, seconds, watts } from '../../../src/core/units/quantities.ts'
import type { CookBegun } from '../../../src/main/store/store.ts'

/** A stove, a recipe, a log entry: what the store's tests put in. */
export const NOON = Date.UTC(2026, 10, 23, 12)
export const STOVE = 'stove-1'

export const entry = (at: number, share = 0.5): LogEntry => ({
  at: milliseconds(at),
  kind: 'heat',
  zone: 1,
  by: 'display',
  details: { share },
})

export const fault = (at: number, code = 'link-lost'): LogEntry => ({
  at: milliseconds(at),
  kind: 'fault',
  zone: 0,
  by: 'supervisor',
  details: { code },
})

export const reading = (surface: number | null, power = 0): ZoneReading => ({
  surface: surface === null ? null : celsius(surface),
  probe: null,
  power: watts(power),
  commanded: watts(power),
  pan: 'present',
  flags: [],
})

export const report = (...zones: readonly ZoneReading[]): StoveReport => ({
  sequence: 0,
  uptime: milliseconds(0),
  zones,
})

export const recipe = (id = 'onion-soup'): Recipe => ({
  id,
  title: { en: 'Onion soup', de: 'Zwiebelsuppe' },
  story: { en: 'From a cold winter.' },
  author: 'Rami',
  servings: 2,
  total: seconds(3600),
  zones: [{ id: 'pot', name: { en: 'Pot' } }],
  equipment: [],
  ingredients: [],
  steps: [],
})

export const cook = (session: string, at = NOON, more: Partial<CookBegun> = {}): CookBegun => ({
  session,
  stove: STOVE,
  at,
  speed: 1,
  recipe: recipe(),
  servings: 2,
  zones: { pot: 0 },
  ...more,
})

export const description = (more: Partial<StoveDescription> = {}): StoveDescription => ({
  id: STOVE,
  name: 'Test stove',
  firmware: '1',
  virtual: true,
  speed: 1,
  leaseClass: 'A',
  lease: milliseconds(1000),
  reportPeriod: milliseconds(100),
  widthMm: 600,
  depthMm: 500,
  zones: [],
  thermalCamera: false,
  panDetection: true,
  physicalOff: false,
  ...more,
})
