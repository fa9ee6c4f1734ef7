import type { ReactNode } from 'react'

interface ZoneReadingProps {
  /** The numeral alone, already in the cook's unit: "182"; a dash when nothing is known. */
  readonly numeral: ReactNode
  /** "°" or nothing; set close to its number, as a part of it. */
  readonly unit?: string
  /** "surface · +1.4°/s", "still hot", "off". */
  readonly caption?: ReactNode
  /** heating: the caption's accent is ember. doubt: not live. quiet: a cold zone that needs no attention. */
  readonly tone?: 'plain' | 'heating' | 'doubt' | 'quiet'
}

/** The label of one zone: a numeral that is read from across the kitchen, and one quiet line. */
export function ZoneReading({ numeral, unit = '°', caption, tone = 'plain' }: ZoneReadingProps) {
  return (
    <div className="zone-reading" data-tone={tone}>
      <div className="zone-reading-numeral">
        {numeral}
        {unit === '' ? null : <span className="zone-reading-unit">{unit}</span>}
      </div>
      {caption === undefined ? null : <div className="zone-reading-caption">{caption}</div>}
    </div>
  )
}

/** What the running step knows of its zone: "core 31° → 46° · ready in 4:10". */
export function StepBubble({ children }: { readonly children: ReactNode }) {
  return <div className="step-bubble">{children}</div>
}
