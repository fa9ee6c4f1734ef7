export { DEFAULT_RANGE, targetAt, targetFraction } from './dial.ts'
export { PALETTES, type Palette, type Theme } from './palette.ts'
export type {
  DialRange,
  DragPhase,
  HologramProps,
  HologramStatus,
  HologramStove,
  HologramZone,
  Insets,
  TelemetrySource,
  ZoneOverlay,
} from './props.ts'
export { rendererString, type Tier, tierOf } from './tier.ts'
