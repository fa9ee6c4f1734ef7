import type { BackupFile, CookGraph, CookSummary, PortInfo, RecipeSummary } from '#contract/commands.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import type { KitchenClient, KitchenLink } from '#renderer/bridge/kitchen-link.ts'
import { type Fixture, FROZEN, shippedRecipes } from './fixtures.ts'
import { shippedTechniques } from './techniques.ts'

/** What was asked of the kitchen, in order: the path of the command and its input. */
export interface Call {
  readonly path: string
  readonly input: unknown
}

const HOUR = 3_600_000

const summaries = (): readonly RecipeSummary[] =>
  shippedRecipes.map((recipe) => ({
    id: recipe.id,
    title: recipe.title,
    story: recipe.story,
    author: recipe.author,
    servings: recipe.servings,
    total: recipe.total,
    zones: recipe.zones.length,
    origin: 'shipped',
  }))

const cooks = (): readonly CookSummary[] =>
  [
    ['session-1', 'crisp-salmon-fennel-orange', 23, 36 / 60, 'finished', 0],
    ['session-2', 'sunday-ragu', 27, 2.4, 'finished', 0],
    ['session-3', 'soft-scrambled-eggs', 35, 0.1, 'abandoned', 0],
    ['session-4', 'onion-soup', 51, 0.8, 'interrupted', 1],
    ['session-5', 'milk-rice', 75, 0.7, 'finished', 0],
  ].map(([session, id, ago, took, end, faults]) => {
    const recipe = shippedRecipes.find((each) => each.id === id)
    return {
      session,
      recipeId: id,
      title: recipe?.title ?? { en: String(id) },
      stove: 'virtual-7',
      virtual: true,
      startedAtWall: FROZEN - Number(ago) * HOUR,
      endedAtWall: FROZEN - (Number(ago) - Number(took)) * HOUR,
      speed: 1,
      end,
      faults,
    } as CookSummary
  })

function graph(): CookGraph {
  const t = Array.from({ length: 420 }, (_, index) => index * 5)
  const curve = (goal: number, from: number, pull: number) => (at: number) =>
    at < from ? 24 : goal - (goal - 24) * Math.exp(-(at - from) / pull)
  const pan = curve(178, 840, 95)
  const pot = curve(101, 120, 140)
  const wobble = (at: number, size: number): number => size * Math.sin(at / 37) * Math.sin(at / 11)
  const zone = (id: number, name: string, mean: (at: number) => number, size: number, until: number) => {
    const means = t.map((at) =>
      at > until
        ? 24 + (mean(until) - 24) * Math.exp(-(at - until) / 500)
        : mean(at) + (mean(at) > 30 ? wobble(at, size) : 0),
    )
    return {
      zone: id,
      name,
      mean: means,
      min: means.map((value) => value - size * 1.6),
      max: means.map((value) => value + size * 1.9),
      power: t.map((at, index) =>
        at > until || (means[index] ?? 0) < 24.5 ? 0 : 400 + 900 * Math.max(0, 1 - (means[index] ?? 0) / 180),
      ),
    }
  }
  return {
    t,
    zones: [zone(0, 'Front left', pan, 2.2, 1560), zone(1, 'Back left', pot, 0.9, 1640)],
    events: [
      { t: 120, kind: 'step', detail: 'Sweat the fennel' },
      { t: 430, kind: 'step', detail: 'Braise the fennel' },
      { t: 840, kind: 'step', detail: 'Heat the pan' },
      { t: 1130, kind: 'step', detail: 'Crisp the skin' },
      { t: 1300, kind: 'fault', detail: 'sensor-jump' },
      { t: 1440, kind: 'step', detail: 'Turn and baste' },
    ],
  }
}

const ports: readonly PortInfo[] = [
  {
    path: '/dev/ttyACM0',
    vendor: 'Arduino',
    product: 'SmartTop Link',
    driver: 'SmartTop Link',
    address: 'serial:/dev/ttyACM0',
  },
  {
    path: '/dev/ttyUSB0',
    vendor: 'FTDI',
    product: 'FT232R USB UART',
    driver: null,
    address: 'serial:/dev/ttyUSB0',
  },
]
const backups: readonly BackupFile[] = [
  {
    path: '/media/usb/smarttop-2026-11-20.db',
    name: 'smarttop-2026-11-20.db',
    bytes: 4_200_000,
    madeAtWall: FROZEN - 70 * HOUR,
  },
]

/** A kitchen that stands still in one fixture, follows STOP and off, and remembers what it was asked. */
export function fakeLink(
  fixture: Fixture,
): KitchenLink & { readonly calls: Call[]; push(snapshot: Snapshot): void } {
  const calls: Call[] = []
  const listeners = new Set<(snapshot: Snapshot) => void>()
  let snapshot = fixture.snapshot
  const push = (next: Snapshot): void => {
    snapshot = next
    for (const listener of listeners) listener(next)
  }
  const off = (zone: number | null): void => {
    if (snapshot === null) return
    const zones = snapshot.safety.zones.map((each) =>
      zone === null || each.zone === zone
        ? ({ ...each, target: { kind: 'off' }, demand: 0 } as typeof each)
        : each,
    )
    push({ ...snapshot, safety: { ...snapshot.safety, zones } })
  }
  const answers: Record<string, (input: never) => unknown> = {
    stop: ({ zone }: { zone: number | null }) => {
      off(zone)
      return { kind: 'done' }
    },
    'settings.update': (change: Partial<Snapshot['settings']>) => {
      if (snapshot !== null) push({ ...snapshot, settings: { ...snapshot.settings, ...change } })
      return { kind: 'done' }
    },
    lock: ({ locked }: { locked: boolean }) => {
      if (snapshot !== null) push({ ...snapshot, safety: { ...snapshot.safety, locked } })
      return { kind: 'done' }
    },
    beat: () => undefined,
    'technique.list': () => shippedTechniques,
    'recipe.list': () => (fixture.empty === true ? [] : summaries()),
    'recipe.get': ({ id }: { id: string }) => shippedRecipes.find((recipe) => recipe.id === id) ?? null,
    'history.list': () => (fixture.empty === true ? [] : cooks()),
    'history.graph': graph,
    'stove.ports': () => ports,
    'stove.known': () => [
      { name: 'SmartTop Link', leaseClass: 'A', query: '' },
      { name: 'IKA RCT digital', leaseClass: 'B', query: '?driver=namur&model=ika-rct' },
      { name: 'Delta DTB', leaseClass: 'C', query: '?driver=modbus&model=delta-dtb' },
    ],
    'backup.places': () => [{ path: '/media/usb', name: 'KITCHEN STICK', freeBytes: 12_400_000_000 }],
    'backup.files': () => backups,
  }
  const at = (path: readonly string[]): unknown =>
    new Proxy(() => undefined, {
      get: (_, key) => (typeof key === 'string' && key !== 'then' ? at([...path, key]) : undefined),
      apply: (_, __, [input]: [unknown]) => {
        if (fixture.link !== 'open') return Promise.reject(new Error('the kitchen cannot be reached'))
        const name = path.join('.')
        calls.push({ path: name, input })
        return Promise.resolve(answers[name]?.(input as never) ?? { kind: 'done' })
      },
    })
  return {
    calls,
    push,
    client: at([]) as KitchenClient,
    onSnapshot: (listener) => {
      listeners.add(listener)
      if (snapshot !== null) listener(snapshot)
      return () => listeners.delete(listener)
    },
    onTelemetry: (listener) => {
      if (fixture.frame !== null) listener(fixture.frame)
      return () => {}
    },
    onState: (listener) => {
      listener({ kind: fixture.link })
      return () => {}
    },
    close: () => {},
  }
}
