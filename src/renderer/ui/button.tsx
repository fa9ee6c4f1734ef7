import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import './button.css'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `heat` is for what makes something hot, and for nothing else. */
  readonly tone?: 'primary' | 'heat' | 'plain' | 'quiet' | 'danger'
  readonly icon?: IconName
  readonly wide?: boolean
  readonly big?: boolean
  readonly children?: ReactNode
}

export function Button({ tone = 'plain', icon, wide, big, children, className, ...rest }: ButtonProps) {
  const classes = [
    'button',
    `button-${tone}`,
    wide && 'button-wide',
    big && 'button-big',
    !children && 'button-icon',
    className,
  ]
  return (
    <button type="button" className={classes.filter(Boolean).join(' ')} {...rest}>
      {icon !== undefined && <Icon name={icon} />}
      {children !== undefined && <span className="button-text">{children}</span>}
    </button>
  )
}
