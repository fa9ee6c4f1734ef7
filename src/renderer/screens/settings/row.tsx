import type { ReactNode } from 'react'

interface RowProps {
  readonly label: string
  readonly hint?: string
  readonly children: ReactNode
}

/** One setting: what it is, why one would change it, and its control. */
export function Row({ label, hint, children }: RowProps) {
  return (
    <div className="setting">
      <div className="setting-text">
        <span>{label}</span>
        {hint !== undefined && <span className="small mute">{hint}</span>}
      </div>
      <div className="setting-control">{children}</div>
    </div>
  )
}
