import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../../state/kitchen.ts'
import { send } from '../../state/send.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { Button } from '../../ui/button.tsx'
import { WaitingLine } from '../../ui/waiting-line.tsx'
import { ZoneNames } from '../first-run/zone-names.tsx'
import { Row } from './row.tsx'

const VIRTUAL = 'virtual:'

/** Which stove this is, where another may be found, and what the household calls its zones. */
export function StoveSection() {
  const { t } = useTranslation()
  const connection = useSnapshot((snapshot) => snapshot.connection)
  const saved = useSnapshot((snapshot) => snapshot.settings.stoveAddress)
  const { answer, again } = useAnswer((client) => client.stove.ports(), 'ports')
  const { answer: known } = useAnswer((client) => client.stove.known(), 'known')
  const [query, setQuery] = useState('')
  const [typed, setTyped] = useState('')
  const stove = 'stove' in connection ? connection.stove : null
  const current = 'address' in connection ? connection.address : (saved ?? VIRTUAL)
  const connect = (address: string): void => void send((client) => client.stove.connect({ address }))
  return (
    <>
      <Row
        label={stove?.name ?? t('settings.noStove')}
        hint={
          stove === null
            ? ''
            : t('settings.stoveFacts', {
                zones: stove.zones.length,
                firmware: stove.firmware,
                lease: t(`settings.lease.${stove.leaseClass}`),
              })
        }
      >
        <span className="setting-state" data-kind={connection.kind}>
          {t(`settings.connection.${connection.kind}`)}
        </span>
      </Row>
      {stove !== null && stove.leaseClass !== 'A' && (
        <p className="settings-note">{t(`settings.leaseNote.${stove.leaseClass}`)}</p>
      )}
      {known.kind === 'ready' && (
        <>
          <h2 className="eyebrow">{t('settings.whichStove')}</h2>
          <div className="stove-makes" role="group" aria-label={t('settings.whichStove')}>
            {known.value.map((make) => (
              <Button
                key={make.query}
                aria-pressed={query === make.query}
                onClick={() => setQuery(make.query)}
              >
                {make.name}
              </Button>
            ))}
          </div>
          <p className="settings-note">
            {t(`settings.lease.${known.value.find((make) => make.query === query)?.leaseClass ?? 'A'}`)}
          </p>
        </>
      )}
      <h2 className="eyebrow">{t('settings.ports')}</h2>
      {answer.kind !== 'ready' && <WaitingLine failed={answer.kind === 'failed'} onRetry={again} />}
      <ul className="ports">
        {[...(answer.kind === 'ready' ? answer.value : [])].map((port) => (
          <Port
            key={port.address}
            name={[port.vendor, port.product].filter((part) => part !== null).join(' · ') || port.path}
            detail={`${port.path}${port.driver === null ? '' : ` · ${port.driver}`}`}
            current={current === port.address + query}
            onConnect={() => connect(port.address + query)}
          />
        ))}
        <Port
          name={t('settings.virtualStove')}
          detail={t('settings.virtualHint')}
          current={current.startsWith(VIRTUAL)}
          onConnect={() => connect(VIRTUAL)}
        />
      </ul>
      <Row label={t('settings.address')} hint={t('settings.addressHint')}>
        <input
          type="text"
          className="text-input"
          value={typed}
          placeholder="tcp:192.168.1.40:8631"
          aria-label={t('settings.address')}
          spellCheck={false}
          autoCapitalize="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button disabled={typed.trim() === ''} onClick={() => connect(typed.trim())}>
          {t('settings.connect')}
        </Button>
        <Button icon="refresh" aria-label={t('settings.searchAgain')} onClick={again} />
      </Row>
      {stove !== null && (
        <>
          <h2 className="eyebrow">{t('settings.zoneNames')}</h2>
          <ZoneNames stove={stove} />
        </>
      )}
    </>
  )
}

interface PortProps {
  readonly name: string
  readonly detail: string
  readonly current: boolean
  readonly onConnect: () => void
}

function Port({ name, detail, current, onConnect }: PortProps) {
  const { t } = useTranslation()
  return (
    <li className="port" data-current={current || undefined}>
      <span className="setting-text">
        <span>{name}</span>
        <span className="small mute">{detail}</span>
      </span>
      {current ? (
        <span className="setting-state">{t('settings.chosen')}</span>
      ) : (
        <Button onClick={onConnect}>{t('settings.connect')}</Button>
      )}
    </li>
  )
}
