import type { ReactNode } from 'react'
import { Icon, type IconName } from '../ui/icon.tsx'
import './alert.css'

interface AlertProps {
  readonly tone: 'danger' | 'ask' | 'note'
  readonly icon: IconName
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** Where the alarm sounds too; pulses slowly (under one a second) for those who cannot hear it. */
  readonly calls?: boolean
}

/** One row of the safety bar: what happened, to which thing, what to do. */
export function Alert({ tone, icon, title, children, actions, calls }: AlertProps) {
  return (
    <article className="alert" data-tone={tone} data-calls={calls || undefined}>
      <span className="alert-sign">
        <Icon name={icon} />
      </span>
      <div className="alert-text">
        <h2>{title}</h2>
        {children}
      </div>
      {actions !== undefined && <div className="alert-actions">{actions}</div>}
    </article>
  )
}
