import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Keypad } from '../ui/keypad.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { startTimer } from './start-timer.ts'

/** A timer of any length, in minutes, with a name if it is worth one. */
export function TimerSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [label, setLabel] = useState('')
  return (
    <Sheet title={t('timer.new')} onClose={onClose}>
      <label className="field">
        <span className="mute">{t('timer.label')}</span>
        <input type="text" value={label} maxLength={60} onChange={(event) => setLabel(event.target.value)} />
      </label>
      <Keypad
        label={t('timer.new')}
        unit={t('time.minutesUnit')}
        min={1}
        max={1440}
        digits={4}
        done={t('timer.start')}
        onCancel={onClose}
        onDone={(minutes) => {
          void startTimer(minutes * 60, label.trim())
          onClose()
        }}
      />
    </Sheet>
  )
}
