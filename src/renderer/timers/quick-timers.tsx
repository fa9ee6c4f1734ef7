import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimerSnapshot } from '#contract/snapshot.ts'
import { showCountdown, showSpan } from '#core/units/duration.ts'
import { useCookSeconds } from '../state/clock.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { send } from '../state/send.ts'
import { Button } from '../ui/button.tsx'
import { startTimer } from './start-timer.ts'
import { TimerSheet } from './timer-sheet.tsx'
import './timers.css'

const QUICK = [60, 180, 300, 600] as const

/** Timers without a recipe. They belong to the kitchen and ring though every screen be closed. */
export function QuickTimers() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const timers = useSnapshot((snapshot) => snapshot.timers)
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  return (
    <section className="timers" aria-label={t('timer.title')}>
      <h2 className="eyebrow">{t('timer.title')}</h2>
      {timers.length > 0 && (
        <ul className="timer-list">
          {timers.map((timer) => (
            <TimerRow key={timer.id} timer={timer} />
          ))}
        </ul>
      )}
      {!remote && (
        <div className="timer-quick">
          {QUICK.map((seconds) => (
            <Button key={seconds} onClick={() => void startTimer(seconds, '')}>
              {showSpan(seconds)}
            </Button>
          ))}
          <Button icon="keypad" aria-label={t('timer.other')} onClick={() => setOpen(true)} />
        </div>
      )}
      {open && <TimerSheet onClose={() => setOpen(false)} />}
    </section>
  )
}

function TimerRow({ timer }: { readonly timer: TimerSnapshot }) {
  const { t } = useTranslation()
  const now = useCookSeconds()
  const left = timer.endsAtCook === null ? timer.remaining : timer.endsAtCook - now * 1000
  const { id } = timer
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  return (
    <li className="timer" data-state={timer.state}>
      <span className="timer-left num">{showCountdown(left)}</span>
      <span className="timer-label">
        {timer.label === '' ? showSpan(timer.duration / 1000) : timer.label}
      </span>
      {!remote && timer.state === 'running' && (
        <Button
          tone="quiet"
          icon="pause"
          aria-label={t('timer.pause')}
          onClick={() => void send((client) => client.timer.pause({ id }))}
        />
      )}
      {!remote && timer.state === 'paused' && (
        <Button
          tone="quiet"
          icon="play"
          aria-label={t('timer.resume')}
          onClick={() => void send((client) => client.timer.resume({ id }))}
        />
      )}
      {!remote && (
        <Button
          tone="quiet"
          icon="close"
          aria-label={t('timer.remove')}
          onClick={() => void send((client) => client.timer.dismiss({ id }))}
        />
      )}
    </li>
  )
}
