import { DEFAULT_SETTINGS, type Settings } from '#contract/settings.ts'
import type { CookSnapshot, Snapshot } from '#contract/snapshot.ts'
import type { TelemetryFrame } from '#contract/telemetry.ts'
import type { Fault } from '#core/safety/fault.ts'
import type { ZoneSafety } from '#core/safety/view.ts'
import { scaleRecipe } from '#core/recipe/scale.ts'
import type { StoveDescription, ZoneTarget } from '#core/stove/stove.ts'
import { celsius, milliseconds, watts } from '#core/units/quantities.ts'
import type { LinkState } from '#renderer/bridge/kitchen-link.ts'
import type { PastSample } from '#renderer/state/past.ts'
import { awaiting, frying, salmon, salmonPast, softEgg } from './program-fixture.ts'
import { shipped, shippedRecipes } from './recipes.ts'
import { frameOf, type ZoneHeat } from './telemetry-fixture.ts'

/** One moment of a kitchen, whole: what a screen would have been told. */
export interface Fixture {
  readonly snapshot: Snapshot | null
  readonly frame: TelemetryFrame | null
  readonly link: LinkState['kind']
  /** No recipes at all, no history at all. */
  readonly empty?: boolean
  /** What the page has seen of its first zone. */
  readonly past?: readonly PastSample[]
}

/** A kitchen that has said something. */
interface Told extends Fixture {
  readonly snapshot: Snapshot
}

export interface Scene {
  readonly name: string
  readonly fixture: Fixture
  /** As it stands in the address, without the `#`. */
  readonly route: string
  /** Zone whose panel is open. */
  readonly zone?: number
  /** Buttons that a hand presses first, by their names. */
  readonly press?: readonly string[]
}

/** 23 November 2026, 18:42, in the time zone of whoever looks at UTC. */
export const FROZEN = Date.UTC(2026, 10, 23, 18, 42, 7)
const MINUTE = 60_000

export const stove: StoveDescription = {
  id: 'virtual-7',
  name: 'Virtual stove',
  firmware: '1.0',
  virtual: true,
  speed: 1,
  leaseClass: 'A',
  lease: milliseconds(1000),
  reportPeriod: milliseconds(100),
  widthMm: 590,
  depthMm: 520,
  zones: [
    {
      id: 0,
      maxPower: watts(2200),
      maxSurface: celsius(320),
      sets: 'power',
      diameterMm: 210,
      xMm: -145,
      yMm: -115,
    },
    {
      id: 1,
      maxPower: watts(1400),
      maxSurface: celsius(320),
      sets: 'power',
      diameterMm: 165,
      xMm: -145,
      yMm: 125,
    },
    {
      id: 2,
      maxPower: watts(1800),
      maxSurface: celsius(320),
      sets: 'power',
      diameterMm: 185,
      xMm: 145,
      yMm: 125,
    },
    {
      id: 3,
      maxPower: watts(2200),
      maxSurface: celsius(320),
      sets: 'power',
      diameterMm: 210,
      xMm: 145,
      yMm: -115,
    },
  ],
  thermalCamera: false,
  panDetection: true,
  physicalOff: true,
}

const NAMES = {
  en: ['Front left', 'Back left', 'Back right', 'Front right'],
  de: ['Vorne links', 'Hinten links', 'Hinten rechts', 'Vorne rechts'],
} as const

interface Zone extends ZoneHeat {
  readonly target?: ZoneTarget
  readonly limitedBy?: ZoneSafety['limitedBy']
}

const to = (value: number): ZoneTarget => ({ kind: 'temperature', celsius: celsius(value) })
const COLD: readonly Zone[] = [{ surface: 23.4 }, { surface: 22.8 }, { surface: 22.6 }, { surface: 23.1 }]
const HOT: readonly Zone[] = [
  { surface: 182.3, power: 1240, rate: 1.4, pan: 'present', target: to(200) },
  { surface: 96.2, power: 380, rate: 0, pan: 'present', target: to(95) },
  { surface: 148.7, power: 900, rate: 0.6, pan: 'present', target: to(160), limitedBy: 'circuit' },
  { surface: 221.4, power: 860, rate: -0.3, pan: 'present', target: { kind: 'power', share: 0.6 } },
]
const COOKING: readonly Zone[] = [
  { surface: 171.6, power: 940, rate: 0.4, pan: 'present', target: to(175) },
  { surface: 99.8, power: 310, rate: 0, pan: 'present', target: to(100) },
  { surface: 64.2, pan: 'absent' },
  { surface: 23.1 },
]

const water = (value: number): ZoneTarget => ({ kind: 'liquid', celsius: celsius(value) })
const POACHING: readonly Zone[] = [
  { surface: 87.4, power: 420, rate: 0.1, pan: 'present', target: water(80) },
  { surface: 104.6, power: 380, rate: 0, pan: 'present', target: { kind: 'simmer', vigour: 0.3 } },
  { surface: 64.2, pan: 'absent' },
  { surface: 23.1 },
]
const FRYING: readonly Zone[] = [
  { surface: 198.4, power: 1240, rate: 0.8, pan: 'present', target: water(175) },
  ...COLD.slice(1),
]

interface Change {
  readonly settings?: Partial<Settings>
  readonly faults?: readonly Fault[]
  readonly snapshot?: Partial<Snapshot>
  readonly safety?: Partial<Snapshot['safety']>
}

export function snapshotOf(zones: readonly Zone[], change: Change = {}): Snapshot {
  const settings: Settings = { ...DEFAULT_SETTINGS, setUp: true, ...change.settings }
  const used = zones.reduce((sum, zone) => sum + (zone.power ?? 0), 0)
  const on = zones.some((zone) => (zone.target?.kind ?? 'off') !== 'off')
  return {
    version: '0.1.0',
    wallNow: FROZEN,
    cookNow: FROZEN,
    speed: 1,
    rehearsal: false,
    settings,
    connection: { kind: 'connected', address: 'virtual:?seed=7', stove },
    zones: zones.map((zone, id) => ({
      id,
      name: NAMES[settings.language][id] ?? `Zone ${id + 1}`,
      pan: zone.pan ?? 'absent',
      notices: [],
    })),
    safety: {
      zones: zones.map((zone, id) => ({
        zone: id,
        target: zone.target ?? { kind: 'off' },
        demand: watts(zone.power ?? 0),
        limitedBy: zone.limitedBy ?? null,
        surface: zone.surface === null ? null : celsius(zone.surface),
        quality: zone.quality ?? 'measured',
        residual: zone.residual ?? ((zone.surface ?? 0) > 55 ? 'hot' : 'cool'),
        onSince: zone.target === undefined ? null : milliseconds(FROZEN - 12 * MINUTE),
        offAt: zone.target === undefined ? null : milliseconds(FROZEN + 48 * MINUTE),
      })),
      faults: change.faults ?? [],
      questions: [],
      circuit: {
        limit: watts(3680),
        used: watts(used),
        shared: zones.some((zone) => zone.limitedBy === 'circuit'),
      },
      log: 'ok',
      locked: false,
      displaySeenAt: milliseconds(FROZEN - 400),
      attendanceDueAt: on ? milliseconds(FROZEN + 20 * MINUTE) : null,
      ...change.safety,
    },
    cook: null,
    programs: [],
    interrupted: null,
    timers: [],
    screens: [{ id: 'display', name: 'display', role: 'display' }],
    pairing: null,
    storage: { kind: 'ok' },
    role: 'display',
    ...change.snapshot,
  }
}

function fixture(
  zones: readonly Zone[],
  change: Change = {},
  more: Partial<Omit<Fixture, 'snapshot'>> = {},
): Told {
  return { snapshot: snapshotOf(zones, change), frame: frameOf(FROZEN, zones), link: 'open', ...more }
}

export function salmonAt(stepIndex: number, change: Partial<CookSnapshot> = {}): CookSnapshot {
  const recipe = scaleRecipe(shipped('crisp-salmon-fennel-orange'), 2)
  const step = recipe.steps[stepIndex]
  const left = 190_000
  return {
    session: 'session-1',
    recipe,
    servings: 2,
    zones: { pan: 0, pot: 1 },
    stepIndex,
    status: 'running',
    pausedBy: null,
    startedAtCook: FROZEN - 17 * MINUTE,
    stepStartedAtCook: FROZEN - MINUTE,
    stepEndsAtCook: step?.until.kind === 'time' ? FROZEN + left : null,
    stepRemaining: null,
    stepDone: false,
    awaitingTouch: [],
    ...change,
  }
}

/** What the supervisor measures with each of these. */
const FIGURES: Partial<Record<Fault['code'], Fault['figures']>> = {
  'too-hot': { celsius: 312, limit: 300 },
  'sensor-frozen': { celsius: 172, seconds: 40 },
  'heats-while-off': { watts: 1180 },
  'display-lost': { seconds: 11 },
  unattended: { minutes: 30 },
  'link-lost': { milliseconds: 2400 },
}
const fault = (id: number, code: Fault['code'], zone: number | null, cleared: boolean): Fault => ({
  id,
  code,
  zone,
  at: milliseconds(FROZEN - 3 * MINUTE),
  figures: FIGURES[code] ?? {},
  cleared,
})

const UNKNOWN: readonly Zone[] = HOT.map((zone) => ({
  surface: zone.surface,
  pan: 'unknown',
  quality: 'estimated',
  residual: 'assume-hot',
}))
const LOST: Change = {
  faults: [fault(3, 'link-lost', null, false)],
  snapshot: {
    connection: {
      kind: 'lost',
      address: 'serial:/dev/ttyACM0',
      code: 'unplugged',
      detail: '',
      retryAtWall: FROZEN + 4000,
      stove: { ...stove, virtual: false, name: 'Kitchen hob' },
    },
  },
}
const timers: Snapshot['timers'] = [
  {
    id: 't1',
    label: 'Rice',
    duration: 720_000,
    endsAtCook: FROZEN + 432_000,
    remaining: 432_000,
    state: 'running',
  },
  { id: 't2', label: '', duration: 300_000, endsAtCook: null, remaining: 118_000, state: 'paused' },
]
const cooking = (step: number, change: Partial<CookSnapshot> = {}, more: Change = {}): Told =>
  fixture(COOKING, { ...more, snapshot: { cook: salmonAt(step, change), ...more.snapshot } })

export const fixtures = {
  cold: fixture(COLD),
  hot: fixture(HOT, { snapshot: { timers } }),
  hotFahrenheit: fixture(HOT, { settings: { temperature: 'f', mass: 'imperial' } }),
  german: fixture(HOT, { settings: { language: 'de' }, snapshot: { timers } }),
  huge: fixture(HOT, { settings: { language: 'de', textSize: 'huge' } }),
  fault: fixture([{ surface: 312.4, pan: 'present', limitedBy: 'fault' }, ...HOT.slice(1)], {
    faults: [fault(1, 'too-hot', 0, false)],
  }),
  faults: fixture(COOKING, {
    faults: [
      fault(1, 'sensor-frozen', 0, true),
      fault(2, 'heats-while-off', 2, false),
      fault(4, 'display-lost', null, true),
      fault(5, 'unattended', null, true),
    ],
  }),
  stoveLost: fixture(UNKNOWN, LOST),
  kitchenLost: fixture(HOT, {}, { link: 'closed' }),
  cooking: cooking(4),
  heating: cooking(3, {}),
  cookingGerman: cooking(4, {}, { settings: { language: 'de' } }),
  cookingImperial: cooking(4, {}, { settings: { temperature: 'f', mass: 'imperial' } }),
  stepDone: cooking(4, { stepDone: true, stepEndsAtCook: FROZEN - 1000 }),
  paused: cooking(4, {
    status: 'paused',
    pausedBy: { kind: 'zone-off', zone: 0, cause: 'stop' },
    stepEndsAtCook: null,
    stepRemaining: 190_000,
  }),
  awaitingTouch: cooking(3, { awaitingTouch: [{ zone: 0, target: to(185) }] }),
  finished: cooking(7, { status: 'finished' }),
  rehearsal: cooking(4, {}, { snapshot: { rehearsal: true, speed: 20 } }),
  question: cooking(
    4,
    {},
    {
      safety: {
        questions: [
          {
            id: 9,
            askedAt: milliseconds(FROZEN - 4000),
            expiresAt: milliseconds(FROZEN + 26_000),
            request: { zone: 3, target: to(160), origin: 'remote', by: 'Lila’s phone', touch: null },
          },
        ],
      },
    },
  ),
  attendance: fixture(HOT, { safety: { attendanceDueAt: milliseconds(FROZEN - 5000) } }),
  ringing: fixture(COLD, {
    snapshot: {
      timers: [
        { id: 't3', label: 'Eggs', duration: 360_000, endsAtCook: null, remaining: 0, state: 'ringing' },
      ],
    },
  }),
  interrupted: fixture(COLD, {
    snapshot: { interrupted: { session: 's', title: 'Sunday ragù', stepIndex: 4 } },
  }),
  storage: fixture(COLD, {
    snapshot: { storage: { kind: 'unwritable', code: 'full' } },
    safety: { log: 'unwritable' },
  }),
  locked: fixture(HOT, { safety: { locked: true } }),
  emptyLibrary: fixture(COLD, {}, { empty: true }),
  firstRun: fixture(COLD, { settings: { setUp: false } }),
  shared: fixture(COLD, {
    snapshot: {
      pairing: { code: '4731 92', urls: ['http://192.168.1.20:8620/'] },
      screens: [
        { id: 'display', name: 'display', role: 'display' },
        { id: 'a', name: 'Lila’s phone', role: 'remote' },
      ],
    },
  }),
  remote: fixture(COOKING, { snapshot: { role: 'remote', cook: salmonAt(4) } }),
  noStove: {
    snapshot: snapshotOf([], {
      snapshot: { connection: { kind: 'connecting', address: 'serial:/dev/ttyACM0' } },
    }),
    frame: null,
    link: 'open',
  },
  unpaired: { snapshot: null, frame: null, link: 'unpaired' },
  waiting: { snapshot: null, frame: null, link: 'connecting' },
  poaching: fixture(
    POACHING,
    { snapshot: { programs: [salmon(FROZEN), softEgg(FROZEN)] } },
    { past: salmonPast(FROZEN) },
  ),
  poachingGerman: fixture(
    POACHING,
    { settings: { language: 'de' }, snapshot: { programs: [salmon(FROZEN), softEgg(FROZEN)] } },
    { past: salmonPast(FROZEN) },
  ),
  oilNearSmoke: fixture(FRYING, { snapshot: { programs: [frying(FROZEN)] } }),
  programAwaiting: fixture(COLD, { snapshot: { programs: [awaiting(FROZEN)] } }),
  setpointStove: fixture(COLD, {
    snapshot: {
      connection: {
        kind: 'connected',
        address: 'serial:/dev/ttyUSB0',
        stove: {
          ...stove,
          virtual: false,
          name: 'Hotplate',
          zones: stove.zones.map((zone) => ({ ...zone, sets: 'setpoint' })),
        },
      },
    },
  }),
  coldGerman: fixture(COLD, { settings: { language: 'de' } }),
} as const satisfies Record<string, Fixture>

/** Every picture worth looking at. */
export const scenes: readonly Scene[] = [
  { name: 'hob-cold', fixture: fixtures.cold, route: '/hob' },
  { name: 'hob-hot', fixture: fixtures.hot, route: '/hob' },
  { name: 'hob-zone', fixture: fixtures.hot, route: '/hob', zone: 0 },
  { name: 'hob-zone-cold', fixture: fixtures.cold, route: '/hob', zone: 1 },
  { name: 'hob-zone-simmer', fixture: fixtures.poaching, route: '/hob', zone: 2, press: ['Simmer'] },
  { name: 'hob-setpoint', fixture: fixtures.setpointStove, route: '/hob', zone: 0 },
  { name: 'techniques', fixture: fixtures.cold, route: '/hob', zone: 0, press: ['Technique'] },
  {
    name: 'techniques-german',
    fixture: fixtures.coldGerman,
    route: '/hob',
    zone: 0,
    press: ['Technik', 'Schokolade'],
  },
  {
    name: 'technique-salmon',
    fixture: fixtures.cold,
    route: '/hob',
    zone: 0,
    press: ['Technique', 'Poach', 'rare 42', ...Array<string>(4).fill('Middle: more')],
  },
  {
    name: 'technique-egg-german',
    fixture: fixtures.coldGerman,
    route: '/hob',
    zone: 1,
    press: ['Technik', 'Eier', 'Weiche Eier', '19:30'],
  },
  { name: 'program-salmon', fixture: fixtures.poaching, route: '/hob', zone: 0 },
  { name: 'program-salmon-german', fixture: fixtures.poachingGerman, route: '/hob', zone: 0 },
  { name: 'program-course', fixture: fixtures.poaching, route: '/hob', zone: 0, press: ['Course'] },
  { name: 'program-change', fixture: fixtures.poaching, route: '/hob', zone: 0, press: ['Change'] },
  { name: 'program-hand', fixture: fixtures.poaching, route: '/hob', zone: 0, press: ['By hand'] },
  { name: 'program-egg', fixture: fixtures.poaching, route: '/hob', zone: 1 },
  { name: 'program-oil', fixture: fixtures.oilNearSmoke, route: '/hob', zone: 0 },
  { name: 'program-touch', fixture: fixtures.programAwaiting, route: '/hob', zone: 0 },
  { name: 'hob-programs', fixture: fixtures.poaching, route: '/hob' },
  { name: 'hob-program-touch', fixture: fixtures.programAwaiting, route: '/hob' },
  { name: 'hob-fahrenheit', fixture: fixtures.hotFahrenheit, route: '/hob', zone: 2 },
  { name: 'hob-german', fixture: fixtures.german, route: '/hob' },
  { name: 'hob-huge-text', fixture: fixtures.huge, route: '/hob', zone: 0 },
  { name: 'hob-fault', fixture: fixtures.fault, route: '/hob' },
  { name: 'hob-faults', fixture: fixtures.faults, route: '/hob' },
  { name: 'hob-attendance', fixture: fixtures.attendance, route: '/hob' },
  { name: 'hob-timer', fixture: fixtures.ringing, route: '/hob' },
  { name: 'hob-interrupted', fixture: fixtures.interrupted, route: '/hob' },
  { name: 'hob-storage', fixture: fixtures.storage, route: '/hob' },
  { name: 'hob-locked', fixture: fixtures.locked, route: '/hob' },
  { name: 'stove-lost', fixture: fixtures.stoveLost, route: '/hob' },
  { name: 'kitchen-lost', fixture: fixtures.kitchenLost, route: '/hob' },
  { name: 'no-stove', fixture: fixtures.noStove, route: '/hob' },
  { name: 'cook', fixture: fixtures.cooking, route: '/cook' },
  { name: 'cook-heating', fixture: fixtures.heating, route: '/cook' },
  { name: 'cook-german', fixture: fixtures.cookingGerman, route: '/cook' },
  { name: 'cook-imperial', fixture: fixtures.cookingImperial, route: '/cook' },
  { name: 'cook-step-done', fixture: fixtures.stepDone, route: '/cook' },
  { name: 'cook-paused', fixture: fixtures.paused, route: '/cook' },
  { name: 'cook-touch', fixture: fixtures.awaitingTouch, route: '/cook' },
  { name: 'cook-question', fixture: fixtures.question, route: '/cook' },
  { name: 'cook-rehearsal', fixture: fixtures.rehearsal, route: '/cook' },
  { name: 'cook-finished', fixture: fixtures.finished, route: '/cook' },
  { name: 'cook-empty', fixture: fixtures.cold, route: '/cook' },
  { name: 'recipes', fixture: fixtures.cold, route: '/recipes' },
  { name: 'recipes-empty', fixture: fixtures.emptyLibrary, route: '/recipes' },
  { name: 'recipe-start', fixture: fixtures.cold, route: '/recipes/crisp-salmon-fennel-orange' },
  { name: 'recipe-start-german', fixture: fixtures.german, route: '/recipes/sunday-ragu' },
  { name: 'history', fixture: fixtures.cold, route: '/history' },
  { name: 'history-cook', fixture: fixtures.cold, route: '/history/session-1' },
  { name: 'history-empty', fixture: fixtures.emptyLibrary, route: '/history' },
  { name: 'settings', fixture: fixtures.cold, route: '/settings' },
  { name: 'settings-stove', fixture: fixtures.cold, route: '/settings/stove' },
  { name: 'settings-safety', fixture: fixtures.german, route: '/settings/safety' },
  { name: 'settings-sharing', fixture: fixtures.shared, route: '/settings/sharing' },
  { name: 'settings-backup', fixture: fixtures.cold, route: '/settings/backup' },
  { name: 'first-run', fixture: fixtures.firstRun, route: '/hob' },
  { name: 'remote', fixture: fixtures.remote, route: '/hob', zone: 0 },
  { name: 'pairing', fixture: fixtures.unpaired, route: '/hob' },
  { name: 'waiting', fixture: fixtures.waiting, route: '/hob' },
]

export { shippedRecipes }
