import '../../../../src/renderer/style/fonts.css'
import '../../../../src/renderer/style/tokens.css'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { TelemetryFrame } from '#contract/telemetry.ts'
import { Hologram } from '../../../../src/renderer/hologram/index.ts'
import { EmberLegend } from '../../../../src/renderer/hologram/overlay/ember-legend.tsx'
import { StepBubble, ZoneReading } from '../../../../src/renderer/hologram/overlay/zone-reading.tsx'
import type { TelemetrySource } from '../../../../src/renderer/hologram/props.ts'
import type { Tier } from '../../../../src/renderer/hologram/tier.ts'
import { frameOf, STOVES, targetsOf } from './synthetic.ts'

/**
 * The hologram alone, fed with made-up moments: `?stove=four&moment=hot&theme=dark&tier=lite&step&live`. Insets as
 * the Cook screen has them with `&cards`.
 */
const ask = new URLSearchParams(window.location.search)
const stove = STOVES[(ask.get('stove') ?? 'four') as keyof typeof STOVES]
const moment = ask.get('moment') ?? 'hot'
const theme = ask.get('theme') === 'light' ? 'light' : 'dark'
const tier = (ask.get('tier') ?? 'lite') as Tier
document.documentElement.dataset['theme'] = theme
document.body.style.margin = '0'

export interface Harness {
  frame: TelemetryFrame
  /** Hands a new frame to the hologram, as the bridge does. */
  push: (frame: TelemetryFrame) => void
  moment: (name: string) => TelemetryFrame
  events: string[]
}
declare global {
  interface Window {
    harness: Harness
  }
}
const listeners = new Set<() => void>()
window.harness = {
  frame: frameOf(stove, moment),
  push(frame) {
    this.frame = frame
    for (const listener of listeners) listener()
  },
  moment: (name) => frameOf(stove, name),
  events: [],
}
const telemetry: TelemetrySource = {
  read: () => window.harness.frame,
  subscribe(listener) {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
const targets = targetsOf(stove, moment)
const first = window.harness.frame
const overlays = stove.zones.map((zone, index) => {
  const reading = first.zones[index]
  const heating = (reading?.power ?? 0) > 0
  const doubt = reading?.quality === 'unknown' || reading?.quality === 'stale'
  return {
    zone: zone.id,
    reading: (
      <ZoneReading
        numeral={reading?.surface === null ? '––' : String(reading?.surface)}
        unit={reading?.surface === null ? '' : '°'}
        tone={doubt ? 'doubt' : heating ? 'heating' : reading?.residual === 'cool' ? 'quiet' : 'plain'}
        caption={
          reading?.quality === 'unknown' ? (
            'no reading · assume hot'
          ) : reading?.quality === 'stale' ? (
            'stale · 4 s ago'
          ) : heating ? (
            <>
              surface · <b>+{reading?.rate.toFixed(1)}°/s</b>
            </>
          ) : reading?.residual === 'cool' ? (
            'off'
          ) : (
            'still hot'
          )
        }
      />
    ),
    ...(ask.has('fault') && index === 1 ? { danger: ask.get('fault') ?? '' } : {}),
    ...(ask.has('step') && index === 0
      ? {
          step: (
            <StepBubble>
              {ask.get('step') === 'de' ? 'Kerntemperatur' : 'core'} <b>31°</b> → 46° ·{' '}
              {ask.get('step') === 'de' ? 'voraussichtlich fertig in' : 'ready in'} <b>4:10</b>
            </StepBubble>
          ),
        }
      : {}),
  }
})
const insets = ((): { top: number; right: number; bottom: number; left: number } => {
  const { innerWidth: width, innerHeight: height } = window
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const card = width < 1600 ? width * 0.4 : width * 0.25
  return {
    top: 4 * rem,
    left: ask.get('cards') === 'none' ? 0 : card,
    right: ask.get('cards') === 'both' ? width * 0.21 : 0,
    bottom: height * 0.19,
  }
})()

function Page() {
  const [selected, setSelected] = useState<number | null>(ask.has('selected') ? 0 : null)
  return (
    <div style={{ position: 'fixed', inset: 0 }}>
      <Hologram
        stove={stove}
        telemetry={telemetry}
        targets={targets}
        selected={selected}
        tier={tier}
        theme={theme}
        reducedMotion={false}
        {...(ask.has('live') ? {} : { frozenTime: 0 })}
        overlays={overlays}
        insets={insets}
        stepRoom={ask.has('step')}
        onZonePress={(zone) => {
          window.harness.events.push(`press ${zone}`)
          setSelected(zone)
        }}
        onRingDrag={(zone, fraction, phase) => {
          window.harness.events.push(`turn ${zone} ${fraction.toFixed(3)} ${phase}`)
        }}
        onStatus={(status) => window.harness.events.push(status)}
      />
      {ask.has('legend') && (
        <div style={{ position: 'absolute', right: '2rem', bottom: '2rem', width: '18rem' }}>
          <EmberLegend marks={[50, 100, 150, 200, 250]} format={(value) => `${value}°`} />
        </div>
      )}
      {ask.has('cards') && <Cards insets={insets} />}
    </div>
  )
}

/** Grey cards where the screens have theirs: what the stove must stay clear of. */
function Cards({ insets: { left, right, bottom, top } }: { insets: typeof insets }) {
  const card = {
    position: 'absolute',
    borderRadius: '1.25rem',
    background: 'linear-gradient(180deg, var(--card-top), var(--card-bottom))',
    border: '1px solid var(--line)',
  } as const
  return (
    <>
      {left > 0 && <div style={{ ...card, left: 24, top, width: left - 36, bottom: bottom + 12 }} />}
      {right > 0 && <div style={{ ...card, right: 24, top, width: right - 36, bottom: bottom + 12 }} />}
      <div style={{ ...card, left: 24, right: 24, bottom: 24, height: bottom - 40 }} />
    </>
  )
}

const root = document.querySelector('#root')
if (root !== null) createRoot(root).render(<Page />)
