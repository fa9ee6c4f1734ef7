import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import './keypad.css'

interface KeypadProps {
  readonly label: string
  readonly unit: ReactNode
  readonly min: number
  readonly max: number
  readonly done: string
  readonly heats?: boolean
  readonly digits?: number
  readonly onDone: (value: number) => void
  readonly onCancel: () => void
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Digits for a kitchen without a keyboard; a keyboard works as well. Whole numbers only. */
export function Keypad({ label, unit, min, max, done, heats, digits = 3, onDone, onCancel }: KeypadProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const value = Number(text)
  const fits = text !== '' && value >= min && value <= max
  const type = (digit: string): void =>
    setText((old) => (old + digit).slice(0, digits).replace(/^0+(?=\d)/, ''))
  const erase = (): void => setText((old) => old.slice(0, -1))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (/^\d$/.test(event.key)) type(event.key)
    else if (event.key === 'Backspace') erase()
    else if (event.key === 'Enter' && fits && event.target === event.currentTarget) onDone(value)
    else if (event.key === 'Escape') {
      event.stopPropagation()
      onCancel()
    } else return
    event.preventDefault()
  }
  return (
    <div
      className="keypad"
      role="group"
      aria-label={label}
      tabIndex={-1}
      ref={(element) => element?.focus({ preventScroll: true })}
      onKeyDown={onKeyDown}
    >
      <output className="keypad-value" aria-live="polite" data-empty={text === '' || undefined}>
        <span className="num">{text === '' ? '–' : text}</span>
        <span className="keypad-unit">{unit}</span>
        <span className="keypad-range small mute" data-out={(text !== '' && !fits) || undefined}>
          {t('ui.range', { min, max })}
        </span>
      </output>
      <div className="keypad-keys">
        {KEYS.map((digit) => (
          <Button key={digit} onClick={() => type(digit)}>
            {digit}
          </Button>
        ))}
        <Button icon="erase" aria-label={t('ui.erase')} onClick={erase} />
        <Button onClick={() => type('0')}>0</Button>
        <Button tone="quiet" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      </div>
      <Button tone={heats === true ? 'heat' : 'primary'} wide disabled={!fits} onClick={() => onDone(value)}>
        {done}
      </Button>
    </div>
  )
}
