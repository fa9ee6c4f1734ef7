export { DEFAULT_RANGE, targetAt, targetFraction } from './dial.ts'
export { Hologram } from './hologram.tsx'
export { EmberLegend } from './overlay/ember-legend.tsx'
export { StepBubble, ZoneReading } from './overlay/zone-reading.tsx'
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
