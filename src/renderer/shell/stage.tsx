import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoveDescription, ZoneTarget } from '#core/stove/stove.ts'
import { environment } from '../environment.ts'
import { SETTABLE, toScale, fromScale } from '../format/temperature.ts'
import { targetAt } from '../hologram/dial.ts'
import type { DragPhase } from '../hologram/props.ts'
import { rendererString, tierOf } from '../hologram/tier.ts'
import { hologramSource } from '../state/hologram-source.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { go, selectZone, useScreen } from '../state/screen.ts'
import { heat } from '../state/send.ts'
import { Button } from '../ui/button.tsx'
import { useReducedMotion, useTheme } from '../ui/appearance.ts'
import { useStepOverlays } from './step-overlays.tsx'
import './stage.css'

const Hologram = lazy(() => import('../hologram/index.ts').then((module) => ({ default: module.Hologram })))

/** The one persistent canvas: it stays mounted across screens and sleeps where it is not shown. */
export function Stage({ awake, cooking }: { readonly awake: boolean; readonly cooking: boolean }) {
  const { t } = useTranslation()
  const connection = useSnapshot((snapshot) => snapshot.connection)
  const stove = 'stove' in connection ? connection.stove : null
  const lasting = useLastingStove(stove)
  if (lasting === null) {
    return (
      <div className="stage" data-asleep={!awake || undefined}>
        <div className="stage-empty">
          <p className="serif">{t('stage.noStove')}</p>
          {'address' in connection && (
            <p className="small">{t('stage.looking', { address: connection.address })}</p>
          )}
          <Button icon="settings" onClick={() => go('settings', 'stove')}>
            {t('stage.choose')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className="stage" data-asleep={!awake || undefined}>
      <Suspense fallback={null}>
        <LiveHologram stove={lasting} awake={awake} cooking={cooking} />
      </Suspense>
    </div>
  )
}

/** A snapshot brings a new but equal description each time; the scene must not be built anew for it. */
function useLastingStove(stove: StoveDescription | null): StoveDescription | null {
  const key = stove === null ? null : JSON.stringify(stove)
  return useMemo(() => (key === null ? null : (JSON.parse(key) as StoveDescription)), [key])
}

interface LiveProps {
  readonly stove: StoveDescription
  readonly awake: boolean
  readonly cooking: boolean
}

function LiveHologram({ stove, awake, cooking }: LiveProps) {
  const safety = useSnapshot((snapshot) => snapshot.safety)
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const selected = useScreen((state) => state.zone)
  const [tier] = useState(() => environment.tier ?? tierOf(rendererString()))
  const [drag, setDrag] = useState<{ zone: number; target: ZoneTarget } | null>(null)
  const targets = useMemo(() => safety.zones.map((zone) => zone.target), [safety])
  const overlays = useStepOverlays(stove, drag, cooking)
  const onRingDrag = useCallback(
    (zone: number, fraction: number, phase: DragPhase) => {
      const current = safety.zones.find((each) => each.zone === zone)?.target
      const kind = current?.kind === 'power' ? 'power' : 'temperature'
      const target = onScale(targetAt(fraction, kind), unit)
      setDrag(phase === 'moving' ? { zone, target } : null)
      if (phase === 'done') void heat(zone, target)
    },
    [safety, unit],
  )
  return (
    <Hologram
      stove={stove}
      telemetry={hologramSource}
      targets={targets}
      selected={selected}
      tier={tier}
      theme={useTheme()}
      reducedMotion={useReducedMotion()}
      {...(environment.frozen === null ? {} : { frozenTime: environment.frozen })}
      overlays={overlays}
      stepRoom={cooking}
      draggable={!safety.locked}
      awake={awake}
      onZonePress={selectZone}
      onRingDrag={onRingDrag}
    />
  )
}

/** A ring stops at round numbers of the household's own scale. */
function onScale(target: ZoneTarget, unit: 'c' | 'f'): ZoneTarget {
  if (target.kind !== 'temperature') return target
  const { min, max, step } = SETTABLE[unit]
  const round = Math.round(toScale(target.celsius, unit) / step) * step
  return { kind: 'temperature', celsius: fromScale(Math.min(max, Math.max(min, round)), unit) }
}
