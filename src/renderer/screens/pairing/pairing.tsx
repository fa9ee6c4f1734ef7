import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pair } from '../../bridge/pairing.ts'
import { Button } from '../../ui/button.tsx'
import './pairing.css'

const CODE = /^\d{6}$/

/** A screen that the kitchen does not know yet: type the code that the stove's display shows. */
export function PairingScreen() {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [state, setState] = useState<'ready' | 'asking' | 'refused' | 'unreachable'>('ready')
  const digits = code.replaceAll(/\D/g, '')
  const ready = CODE.test(digits) && name.trim() !== '' && state !== 'asking'
  const ask = async (): Promise<void> => {
    if (!ready) return
    setState('asking')
    const answer = await pair(digits, name.trim())
    if (answer.kind === 'paired') location.reload()
    else setState(answer.kind)
  }
  return (
    <main className="pairing">
      <h1>{t('pairing.title')}</h1>
      <p className="mute">{t('pairing.text')}</p>
      <label className="field">
        <span>{t('pairing.code')}</span>
        <input
          className="pairing-input num"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{t('pairing.name')}</span>
        <input
          type="text"
          maxLength={40}
          value={name}
          placeholder={t('pairing.namePlaceholder')}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && void ask()}
        />
      </label>
      {(state === 'refused' || state === 'unreachable') && (
        <p className="pairing-problem" role="alert">
          {t(state === 'refused' ? 'pairing.refused' : 'link.closed')}
        </p>
      )}
      <Button tone="primary" big wide disabled={!ready} onClick={() => void ask()}>
        {t(state === 'asking' ? 'ui.loading' : 'pairing.pair')}
      </Button>
    </main>
  )
}
