import { Component, type ReactNode } from 'react'
import i18next from 'i18next'
import { Button } from '../ui/button.tsx'

interface GuardState {
  readonly broken: string | null
}

/** A screen that breaks must not take the kitchen with it: STOP lies outside, and one touch brings the rest back. */
export class Guard extends Component<{ readonly children: ReactNode }, GuardState> {
  override state: GuardState = { broken: null }

  static getDerivedStateFromError(error: unknown): GuardState {
    return { broken: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    if (this.state.broken === null) return this.props.children
    return (
      <main className="waiting" role="alert">
        <h1>{i18next.t('guard.title')}</h1>
        <p>{i18next.t('guard.text')}</p>
        <p className="small mute">{this.state.broken}</p>
        <Button tone="primary" icon="refresh" onClick={() => location.reload()}>
          {i18next.t('guard.reload')}
        </Button>
      </main>
    )
  }
}
