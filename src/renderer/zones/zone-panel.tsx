import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ZoneTarget } from '#core/stove/stove.ts'
import { degrees, fromScale, type TemperatureUnit } from '../format/temperature.ts'
import { spoken } from '../format/text.ts'
import { clockTime, decimal } from '../format/wall-time.ts'
import { ProgramView } from '../programs/program-view.tsx'
import { TechniqueSheet } from '../programs/technique-sheet.tsx'
import { useSnapshot } from '../state/kitchen.ts'
import { selectZone } from '../state/screen.ts'
import { send } from '../state/send.ts'
import { Button } from '../ui/button.tsx'
import { Degrees } from '../ui/degrees.tsx'
import { Keypad } from '../ui/keypad.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useHeldPress } from '../ui/use-held-press.ts'
import { NoticeRows } from './notice-rows.tsx'
import { PRESETS } from './presets.ts'
import { Target } from './target.tsx'
import { kindsOf, rangeOf, TARGET_KINDS, type TargetKind } from './target-kind.ts'
import { targetText } from './target-text.ts'
import { useWish } from './use-wish.ts'
import { useZoneFace } from './use-zone-face.ts'
import type { ZoneFace } from './zone-face.ts'
import './zone-panel.css'

/** Sets one zone: by technique, by big buttons, by typing, by a preset. What is shown as set is what the kitchen says. */
export function ZonePanel({ zone }: { readonly zone: number }) {
  const { t, i18n } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const program = useSnapshot((snapshot) => snapshot.programs.find((each) => each.zone === zone))
  const [choosing, setChoosing] = useState(false)
  const face = useZoneFace(zone, unit)
  if (face === null) return null
  return (
    <section className="zone-panel card" aria-label={t('zone.panel', { name: face.name })} key={zone}>
      <header className="zone-panel-head">
        <h1 data-program={program !== undefined || undefined}>
          {program === undefined ? face.name : `${spoken(program.title, i18n.language)} · ${face.name}`}
        </h1>
        {program === undefined && (
          <Button icon="cook" className="zone-panel-technique" onClick={() => setChoosing(true)}>
            {t('zone.technique')}
          </Button>
        )}
        <Button tone="quiet" icon="close" aria-label={t('ui.close')} onClick={() => selectZone(null)} />
      </header>
      {program === undefined ? <Settings face={face} /> : <ProgramView program={program} />}
      {choosing && <TechniqueSheet face={face} onClose={() => setChoosing(false)} />}
    </section>
  )
}

function Settings({ face }: { readonly face: ZoneFace }) {
  const { t } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  const [typing, setTyping] = useState(false)
  const described = useSnapshot(({ connection }) =>
    'stove' in connection ? connection.stove?.zones.find((each) => each.id === face.id) : undefined,
  )
  const notices = useSnapshot(({ zones }) => zones.find(({ id }) => id === face.id)?.notices)
  const kinds = kindsOf(described)
  const [kind, setKind] = useState<TargetKind>(
    TARGET_KINDS.find((each) => each === face.target.kind) ?? 'temperature',
  )
  const wish = useWish(face, kind, unit, remote)
  const less = useHeldPress(() => wish.step(-1))
  const more = useHeldPress(() => wish.step(1))
  const on = face.target.kind !== 'off'
  const range = rangeOf(kind, unit)
  const degreesAreTyped = kind === 'temperature' || kind === 'liquid'
  const shown = targetText(wish.target, unit, t)

  if (typing) {
    return (
      <Keypad
        label={t('zone.type')}
        unit={degreesAreTyped ? (unit === 'c' ? '°C' : '°F') : '%'}
        min={range.min}
        max={range.max}
        done={t(remote ? 'ask.button' : 'zone.heat')}
        heats
        onCancel={() => setTyping(false)}
        onDone={(value) => {
          setTyping(false)
          wish.set(typed(kind, value, unit))
        }}
      />
    )
  }
  return (
    <>
      <Facts face={face} />
      <NoticeRows notices={notices ?? []} />
      <Segmented
        label={t('zone.kind')}
        value={kind}
        onChange={setKind}
        options={kinds.map((each) => ({ value: each, text: t(`zone.by.${each}`) }))}
      />
      <div className="zone-panel-set">
        <Button big icon="minus" aria-label={t('zone.less')} {...less} />
        <button
          type="button"
          className="zone-panel-target"
          data-draft={wish.draft || undefined}
          aria-label={t('zone.typeFrom', { target: shown })}
          onClick={() => setTyping(true)}
        >
          <Target target={wish.target} />
          <span className="small mute">
            {t(`zone.means.${kind}`)} · {t(wish.draft ? 'zone.notSet' : 'zone.set')}
          </span>
        </button>
        <Button big icon="plus" aria-label={t('zone.more')} {...more} />
      </div>
      <div className="zone-panel-presets" data-kind={kind}>
        {PRESETS[kind].map((preset) => (
          <Preset key={preset.id} id={preset.id} target={preset.target} face={face} onChoose={wish.set} />
        ))}
      </div>
      <div className="zone-panel-foot">
        {wish.draft && (
          <Button tone="heat" icon={remote ? 'question' : 'flame'} big onClick={wish.confirm}>
            {t(remote ? 'ask.for' : 'zone.heatTo', { target: shown })}
          </Button>
        )}
        {on && (
          <Button big icon="close" onClick={() => void send((client) => client.stop({ zone: face.id }))}>
            {t('zone.turnOff')}
          </Button>
        )}
      </div>
    </>
  )
}

function typed(kind: TargetKind, value: number, unit: TemperatureUnit): ZoneTarget {
  if (kind === 'power') return { kind, share: value / 100 }
  if (kind === 'simmer') return { kind, vigour: value / 100 }
  return { kind, celsius: fromScale(value, unit) }
}

function Preset(props: {
  readonly id: string
  readonly target: ZoneTarget
  readonly face: ZoneFace
  readonly onChoose: (target: ZoneTarget) => void
}) {
  const { t } = useTranslation()
  const { id, target, face, onChoose } = props
  return (
    <button
      type="button"
      className="preset"
      aria-pressed={JSON.stringify(face.target) === JSON.stringify(target)}
      onClick={() => onChoose(target)}
    >
      <span>{t(`preset.${id}`)}</span>
      {target.kind === 'simmer' ? (
        <span className="num">{t('zone.percent', { value: Math.round(target.vigour * 100) })}</span>
      ) : (
        <Target target={target} />
      )}
    </button>
  )
}

/** What the zone does now, in one line; and until when. */
function Facts({ face }: { readonly face: ZoneFace }) {
  const { t, i18n } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const rate = decimal(Math.abs(face.rate) * (unit === 'f' ? 1.8 : 1), 1, i18n.language)
  const facts = [
    t(`zone.state.${face.state}`),
    face.limitedBy === null ? null : t(`zone.limited.${face.limitedBy}`),
    face.power === null
      ? t('zone.powerUnknown')
      : face.power >= 5
        ? `${Math.round(face.power / 10) * 10} W`
        : null,
    Math.abs(face.rate) >= 0.1 ? `${face.rate > 0 ? '+' : '−'}${rate}°/s` : null,
    face.pan === 'unknown' ? t('zone.pan.unknown') : null,
  ]
  return (
    <div className="zone-panel-now">
      <span className="zone-panel-numeral" data-quality={face.quality}>
        {face.celsius === null ? (
          <span className="num">––</span>
        ) : (
          <Degrees value={degrees(face.celsius, unit)} approximate={face.quality === 'estimated'} />
        )}
      </span>
      <p>
        {facts.filter((fact) => fact !== null).join(' · ')}
        {face.offAt !== null && (
          <span className="mute">{t('zone.offAt', { time: clockTime(face.offAt, i18n.language) })}</span>
        )}
      </p>
    </div>
  )
}
