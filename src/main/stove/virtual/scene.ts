import { FOODS, isFoodName, type FoodName } from './physics/foods.ts'
import type { Hob } from './physics/hob.ts'
import { isPanName, PANS, type PanName } from './physics/pans.ts'

/** What is put into a pan: kilograms (for water and oil as good as litres). */
export interface Contents {
  readonly water: number
  readonly oil: number
  readonly foods: readonly { readonly name: FoodName; readonly mass: number }[]
}

export const NOTHING: Contents = { water: 0, oil: 0, foods: [] }

/** One pan of a scene. */
export interface PanSetting {
  readonly zone: number
  readonly pan: PanName
  readonly contents: Contents
  readonly lid: boolean
}

export type ContentsOutcome =
  | { readonly kind: 'ok'; readonly contents: Contents }
  | { readonly kind: 'bad'; readonly detail: string }

export type PanOutcome =
  | { readonly kind: 'ok'; readonly setting: PanSetting }
  | { readonly kind: 'bad'; readonly detail: string }

/** The most of one thing in one pan, kg: beyond it somebody meant grams. */
const MOST = 10

/** Reads `{water: 1.5, oil: 0.02, steak: 0.25}`. */
export function readContents(entries: Readonly<Record<string, number>>): ContentsOutcome {
  let { water, oil } = NOTHING
  const foods: { name: FoodName; mass: number }[] = []
  for (const [name, mass] of Object.entries(entries)) {
    if (!(mass > 0 && mass <= MOST)) {
      return { kind: 'bad', detail: `${name}: an amount is in kg, over 0 and up to ${MOST}; got ${mass}` }
    }
    if (name === 'water') water = mass
    else if (name === 'oil') oil = mass
    else if (isFoodName(name)) foods.push({ name, mass })
    else {
      const known = ['water', 'oil', ...Object.keys(FOODS)].join(', ')
      return { kind: 'bad', detail: `nothing called "${name}" goes into a pan; there are: ${known}` }
    }
  }
  return { kind: 'ok', contents: { water, oil, foods } }
}

/** Reads `ZONE:PAN[/WHAT:KG]...[/lid]`, for example `1:pot-20/water:1.5/lid`. */
export function parsePan(text: string, zones: number): PanOutcome {
  const [head = '', ...parts] = text.trim().split('/')
  const match = /^(\d+):([a-z0-9-]+)$/.exec(head)
  const [, zoneText = '', pan = ''] = match ?? []
  if (match === null) {
    return {
      kind: 'bad',
      detail: `"${text}" is not of the form ZONE:PAN[/WHAT:KG]..., for example 1:pot-20/water:1.5`,
    }
  }
  const zone = Number(zoneText)
  if (zone >= zones) return { kind: 'bad', detail: `this stove has zones 0 to ${zones - 1}, not ${zone}` }
  if (!isPanName(pan)) return { kind: 'bad', detail: unknownPan(pan) }
  const entries: Record<string, number> = {}
  for (const part of parts) {
    if (part === 'lid') continue
    const [name = '', amount = ''] = part.split(':')
    entries[name] = amount === '' ? Number.NaN : Number(amount)
  }
  const read = readContents(entries)
  if (read.kind === 'bad') return read
  return { kind: 'ok', setting: { zone, pan, contents: read.contents, lid: parts.includes('lid') } }
}

export function unknownPan(name: string): string {
  return `there is no pan "${name}"; there are: ${Object.keys(PANS).join(', ')}`
}

const set = (zone: number, pan: PanName, contents: Partial<Contents> = {}): PanSetting => ({
  zone,
  pan,
  contents: { ...NOTHING, ...contents },
  lid: false,
})

/** Kitchens to begin with; each is cut to the zones that there are. */
export const SCENES = {
  /** Something on each zone, ready to cook. */
  demo: [
    set(0, 'steel-28', { oil: 0.012 }),
    set(1, 'pot-20', { water: 1.5 }),
    set(2, 'coated-28'),
    set(3, 'saucepan-16', { water: 0.6 }),
    set(4, 'iron-26'),
    set(5, 'pot-18', { water: 1 }),
  ],
  /** A pot of water on each zone. */
  water: [0, 1, 2, 3, 4, 5].map((zone) => set(zone, zone === 3 ? 'saucepan-16' : 'pot-18', { water: 1 })),
  /** A dry pan on each zone. */
  dry: [0, 1, 2, 3, 4, 5].map((zone) => set(zone, zone === 3 ? 'steel-20' : 'steel-28')),
  /** Bare glass. */
  empty: [],
} as const satisfies Record<string, readonly PanSetting[]>

export type SceneName = keyof typeof SCENES

export function isSceneName(name: string): name is SceneName {
  return Object.hasOwn(SCENES, name)
}

/** Adds to what is in a zone's pan; at room temperature unless told. False where no pan is. */
export function addContents(
  hob: Hob,
  zone: number,
  contents: Contents,
  temperature = hob.room.ambient,
): boolean {
  const vessel = hob.zones[zone]?.vessel ?? null
  if (vessel === null) return false
  if (contents.water > 0) vessel.addWater(contents.water, temperature, hob.ledger)
  if (contents.oil > 0) vessel.addOil(contents.oil, temperature, hob.ledger)
  for (const { name, mass } of contents.foods) vessel.addFood(name, mass, temperature, hob.ledger)
  return true
}

export function setPan(
  hob: Hob,
  { zone, pan, contents, lid }: PanSetting,
  temperature = hob.room.ambient,
): void {
  hob.put(zone, pan, temperature).lid = lid
  addContents(hob, zone, contents, temperature)
}
