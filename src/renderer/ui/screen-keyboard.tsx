import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../state/kitchen.ts'
import { Button } from './button.tsx'
import './screen-keyboard.css'

const ROWS = {
  en: ['1 2 3 4 5 6 7 8 9 0', 'q w e r t y u i o p', 'a s d f g h j k l', 'z x c v b n m'],
  de: ['1 2 3 4 5 6 7 8 9 0', 'q w e r t z u i o p ü', 'a s d f g h j k l ö ä', 'y x c v b n m ß'],
} as const
const SIGNS = [':', '/', '.', '-', '_', '?', '=']

type Field = HTMLInputElement | HTMLTextAreaElement

const fieldOf = (target: EventTarget | null): Field | null =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && ['text', 'search', 'url'].includes(target.type))
    ? target
    : null

/** Types into the field as a person would, so that its owner hears of it. */
function put(field: Field, text: string, from: number, to: number): void {
  field.setRangeText(text, from, to, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Letters for a kiosk, which has no keyboard: comes with a text field on the display, goes with a real key. */
export function ScreenKeyboard() {
  const { t } = useTranslation()
  const language = useSnapshot((snapshot) => snapshot.settings.language)
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  const [field, setField] = useState<Field | null>(null)
  const [capital, setCapital] = useState(false)
  const byTouch = useRef(false)

  useEffect(() => {
    if (remote) return
    const onPointer = (event: PointerEvent): void => {
      byTouch.current = event.pointerType !== 'mouse'
    }
    const onFocus = (event: FocusEvent): void => {
      const found = fieldOf(event.target)
      setField(found !== null && byTouch.current ? found : null)
    }
    const onBlur = (): void => setField(null)
    const onKey = (event: KeyboardEvent): void => {
      if (event.isTrusted && event.key.length === 1) setField(null)
    }
    window.addEventListener('pointerdown', onPointer, { capture: true })
    window.addEventListener('focusin', onFocus)
    window.addEventListener('focusout', onBlur)
    window.addEventListener('keydown', onKey, { capture: true })
    return () => {
      window.removeEventListener('pointerdown', onPointer, { capture: true })
      window.removeEventListener('focusin', onFocus)
      window.removeEventListener('focusout', onBlur)
      window.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [remote])

  useEffect(() => {
    field?.scrollIntoView({ block: 'center' })
  }, [field])

  if (field === null) return null
  const type = (text: string): void => {
    put(field, capital ? text.toUpperCase() : text, field.selectionStart ?? 0, field.selectionEnd ?? 0)
    setCapital(false)
  }
  const erase = (): void => {
    const start = field.selectionStart ?? 0
    const end = field.selectionEnd ?? 0
    if (start === end && start === 0) return
    put(field, '', start === end ? start - 1 : start, end)
  }
  return (
    // Keys must not take the focus from the field they type into.
    <div
      className="keyboard"
      role="group"
      aria-label={t('ui.keyboard')}
      onMouseDown={(event) => event.preventDefault()}
    >
      {ROWS[language].map((row, index) => (
        <div key={row} className="keyboard-row">
          {index === 3 && (
            <Button
              icon="shift"
              aria-label={t('ui.shift')}
              aria-pressed={capital}
              onClick={() => setCapital(!capital)}
            />
          )}
          {row.split(' ').map((letter) => (
            <Button key={letter} onClick={() => type(letter)}>
              {capital ? letter.toUpperCase() : letter}
            </Button>
          ))}
          {index === 3 && <Button icon="erase" aria-label={t('ui.erase')} onClick={erase} />}
        </div>
      ))}
      <div className="keyboard-row">
        {SIGNS.map((sign) => (
          <Button key={sign} onClick={() => type(sign)}>
            {sign}
          </Button>
        ))}
        <Button className="keyboard-space" aria-label={t('ui.space')} onClick={() => type(' ')}>
          {' '}
        </Button>
        <Button tone="primary" onClick={() => field.blur()}>
          {t('ui.done')}
        </Button>
      </div>
    </div>
  )
}
