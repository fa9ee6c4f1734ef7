import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import './sheet.css'

interface SheetProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly size?: 'narrow' | 'wide'
  readonly footer?: ReactNode
}

const FOCUSABLE = 'button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex="0"]'

/**
 * A dialog over the screens, under the safety bar and under STOP. No native modal: its top layer would lie
 * over STOP and make it inert.
 */
export function Sheet({ title, onClose, children, size = 'narrow', footer }: SheetProps) {
  const { t } = useTranslation()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    box.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    }
    if (event.key !== 'Tab' || box.current === null) return
    const all = [...box.current.querySelectorAll<HTMLElement>(FOCUSABLE)]
    const first = all[0]
    const last = all.at(-1)
    if (first === undefined || last === undefined) return
    if (event.shiftKey && (document.activeElement === first || document.activeElement === box.current)) {
      event.preventDefault()
      last.focus()
    } else if (!event.shiftKey && document.activeElement === last) {
      event.preventDefault()
      first.focus()
    }
  }
  return (
    <div
      className="sheet-ground"
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div
        ref={box}
        className={`sheet sheet-${size}`}
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <header className="sheet-head">
          <h2 id={id}>{title}</h2>
          <Button tone="quiet" icon="close" aria-label={t('ui.close')} onClick={onClose} />
        </header>
        <div className="sheet-body scroll">{children}</div>
        {footer !== undefined && <footer className="sheet-foot">{footer}</footer>}
      </div>
    </div>
  )
}
