/** What a hand does at the stove at an instant of the cook, in seconds. */
export type Deed =
  | { readonly at: number; readonly target: number | null }
  | { readonly at: number; readonly power: number }
  | { readonly at: number; readonly add: Readonly<Record<string, number>> }
  | { readonly at: number; readonly lid: boolean }
  | { readonly at: number; readonly lift: boolean }

export interface Story {
  readonly name: string
  /** Pan and contents on zone 0, as the virtual stove writes them. */
  readonly pan: string
  readonly seconds: number
  readonly deeds: readonly Deed[]
}

/** Cooking as it happens: heat by setpoint and by share, cold food, lids, lifted pans, and the way down. */
export const STORIES: readonly Story[] = [
  {
    name: 'a steak is seared in a steel pan',
    pan: 'steel-28/oil:0.012',
    seconds: 720,
    deeds: [
      { at: 0, target: 200 },
      { at: 240, add: { steak: 0.3 } },
      { at: 540, target: null },
    ],
  },
  {
    name: 'a dry iron pan is heated and cools down',
    pan: 'iron-26',
    seconds: 900,
    deeds: [
      { at: 0, target: 180 },
      { at: 480, target: null },
    ],
  },
  {
    name: 'a litre and a half of water is brought to the boil and held',
    pan: 'pot-20/water:1.5',
    seconds: 1200,
    deeds: [
      { at: 0, power: 1 },
      { at: 420, target: 102 },
      { at: 960, target: null },
    ],
  },
  {
    name: 'soup simmers under a lid',
    pan: 'saucepan-16/water:0.6/lid',
    seconds: 900,
    deeds: [
      { at: 0, power: 0.6 },
      { at: 300, target: 98 },
      { at: 600, lid: false },
    ],
  },
  {
    name: 'a coated pan is lifted and set down again',
    pan: 'coated-28/oil:0.01',
    seconds: 600,
    deeds: [
      { at: 0, target: 160 },
      { at: 240, lift: true },
      { at: 250, lift: false },
      { at: 420, target: 120 },
    ],
  },
  {
    name: 'cold water goes into a hot pan',
    pan: 'steel-28',
    seconds: 600,
    deeds: [
      { at: 0, target: 170 },
      { at: 300, add: { water: 0.3 } },
    ],
  },
]
