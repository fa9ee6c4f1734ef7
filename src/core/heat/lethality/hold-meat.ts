/**
 * Seconds to hold at a temperature: one row for each degree Fahrenheit, as printed in °F and °C; 0 is "at once".
 * USDA Food Safety and Inspection Service, Cooking Guideline for Meat and Poultry Products (Revised Appendix A),
 * December 2021; United States public domain.
 */
export type HoldRow = readonly [fahrenheit: number, celsius: number, ...seconds: number[]]

/** Meat: 5, 6.5 and 7 powers of ten of Salmonella, whatever the fat. */
export const MEAT_ROWS: readonly HoldRow[] = [
  [130, 54.4, 5160, 6720, 7260],
  [131, 55, 4140, 5340, 5820],
  [132, 55.6, 3300, 4260, 4620],
  [133, 56.1, 2640, 3360, 3720],
  [134, 56.7, 2100, 2700, 2820],
  [135, 57.2, 1680, 2160, 2220],
  [136, 57.8, 1320, 1680, 1920],
  [137, 58.4, 1080, 1380, 1440],
  [138, 58.9, 840, 1080, 1140],
  [139, 59.5, 660, 900, 900],
  [140, 60, 540, 720, 720],
  [141, 60.6, 420, 540, 600],
  [142, 61.1, 360, 480, 480],
  [143, 61.7, 300, 360, 360],
  [144, 62.2, 240, 300, 300],
  [145, 62.8, 180, 240, 240],
  [146, 63.3, 130, 169, 182],
  [147, 63.9, 103, 134, 144],
  [148, 64.4, 82, 107, 115],
  [149, 65, 65, 85, 91],
  [150, 65.6, 52, 67, 72],
  [151, 66.1, 41, 54, 58],
  [152, 66.7, 33, 43, 46],
  [153, 67.2, 26, 34, 37],
  [154, 67.8, 21, 27, 29],
  [155, 68.3, 17, 22, 23],
  [156, 68.9, 14, 17, 19],
  [157, 69.4, 11, 14, 15],
  [158, 70, 0, 0, 0],
  [159, 70.6, 0, 0, 0],
  [160, 71.1, 0, 0, 0],
]
