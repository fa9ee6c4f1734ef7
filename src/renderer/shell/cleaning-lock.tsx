import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../state/kitchen.ts'
import { useScreen } from '../state/screen.ts'
import { send } from '../state/send.ts'
import { Icon } from '../ui/icon.tsx'
import { HoldButton } from '../ui/hold-button.tsx'
import { pageNow, useWallSeconds } from '../state/clock.ts'
import './cleaning-lock.css'

const CLEANING_MS = 30_000

/** Locks the whole glass for half a minute, so that a cloth sets nothing. STOP goes on working. */
export async function startCleaning(): Promise<void> {
  if (await send((client) => client.lock({ locked: true }))) {
    useScreen.setState({ cleaningUntil: pageNow() + CLEANING_MS })
  }
}

async function unlock(): Promise<void> {
  useScreen.setState({ cleaningUntil: null })
  await send((client) => client.lock({ locked: false }))
}

/** Shown while the kitchen is locked: by cleaning, with a countdown, or as a child lock until it is held open. */
export function CleaningLock() {
  const { t } = useTranslation()
  const locked = useSnapshot((snapshot) => snapshot.safety.locked)
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  const until = useScreen((state) => state.cleaningUntil)
  useWallSeconds()
  useEffect(() => {
    if (until === null) return
    const timer = setTimeout(() => void unlock(), Math.max(0, until - pageNow()))
    return () => clearTimeout(timer)
  }, [until])
  if (!locked || remote) return null
  const left = until === null ? null : Math.max(0, Math.ceil((until - pageNow()) / 1000))
  return (
    <div className="cleaning" role="dialog" aria-modal="true" aria-label={t('lock.title')}>
      <span className="cleaning-sign">
        <Icon name="lock" />
      </span>
      <h2>{t(left === null ? 'lock.title' : 'lock.cleaning')}</h2>
      {left !== null && <p className="cleaning-left num">{left}</p>}
      <p className="mute">{t(left === null ? 'lock.text' : 'lock.cleaningText')}</p>
      <HoldButton label={t('lock.hold')} onHeld={() => void unlock()} />
    </div>
  )
}
