import type { Story } from './stories.ts'

/** Pots whose contents are to be known: heated, boiled, held, cooled. */
export const LIQUID_STORIES: readonly Story[] = [
  {
    name: 'a litre and a half of water is brought to the boil and held',
    pan: 'pot-20/water:1.5',
    seconds: 1200,
    deeds: [
      { at: 0, power: 1 },
      { at: 480, target: 102 },
      { at: 960, target: null },
    ],
  },
  {
    name: 'soup simmers under a lid, which is lifted',
    pan: 'saucepan-16/water:0.6/lid',
    seconds: 900,
    deeds: [
      { at: 0, power: 0.6 },
      { at: 300, target: 98 },
      { at: 600, lid: false },
    ],
  },
  {
    name: 'three litres of stock are heated and kept warm',
    pan: 'pot-20/water:3',
    seconds: 1500,
    deeds: [
      { at: 0, power: 1 },
      { at: 1000, target: 85 },
    ],
  },
  {
    name: 'a litre of oil is heated for frying',
    pan: 'steel-24/oil:0.9',
    seconds: 900,
    deeds: [
      { at: 0, target: 175 },
      { at: 700, target: null },
    ],
  },
  {
    name: 'a litre of water is kept at seventy',
    pan: 'pot-18/water:1',
    seconds: 900,
    deeds: [{ at: 0, target: 70 }],
  },
]
