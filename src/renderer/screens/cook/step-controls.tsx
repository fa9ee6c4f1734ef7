import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { spoken } from '../../format/text.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { send } from '../../state/send.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Sheet } from '../../ui/sheet.tsx'

/** Back, pause, on. A cook is ended from its pause and asked once more, so that no wet palm ends a ragù. */
export function StepControls() {
  const { t, i18n } = useTranslation()
  const [ending, setEnding] = useState(false)
  const paused = useSnapshot((snapshot) => snapshot.cook?.status === 'paused')
  const first = useSnapshot((snapshot) => snapshot.cook?.stepIndex === 0)
  const last = useSnapshot(
    (snapshot) => (snapshot.cook?.stepIndex ?? 0) + 1 >= (snapshot.cook?.recipe.steps.length ?? 0),
  )
  const next = useSnapshot((snapshot) => snapshot.cook?.recipe.steps[snapshot.cook.stepIndex + 1]?.title)
  const ready = useSnapshot((snapshot) => snapshot.cook?.stepDone === true || snapshot.cook === null)
  const byHand = useSnapshot(
    (snapshot) => snapshot.cook?.recipe.steps[snapshot.cook.stepIndex]?.until.kind === 'cook',
  )
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  if (remote) return <p className="small mute step-remote">{t('cook.atTheStove')}</p>
  return (
    <div className="step-controls">
      <Button
        icon="back"
        aria-label={t('cook.back')}
        disabled={first}
        onClick={() => void send((client) => client.cook.back())}
      />
      {paused ? (
        <Button icon="close" aria-label={t('cook.end')} onClick={() => setEnding(true)} />
      ) : (
        <Button
          icon="pause"
          aria-label={t('cook.pause')}
          onClick={() => void send((client) => client.cook.pause())}
        />
      )}
      {paused ? (
        <Button tone="primary" big icon="play" onClick={() => void send((client) => client.cook.resume())}>
          {t('cook.resume')}
        </Button>
      ) : (
        <Button
          tone={ready || byHand ? 'primary' : 'plain'}
          big
          className="step-next"
          onClick={() => void send((client) => (last ? client.cook.finish() : client.cook.next()))}
        >
          <span className="step-next-word">{t('cook.next')}</span>
          <span className="step-next-title">{last ? t('cook.finish') : spoken(next, i18n.language)}</span>
          <Icon name={last ? 'check' : 'forward'} />
        </Button>
      )}
      {ending && (
        <Sheet
          title={t('cook.endTitle')}
          onClose={() => setEnding(false)}
          footer={
            <>
              <Button onClick={() => setEnding(false)}>{t('cook.goOn')}</Button>
              <Button
                tone="danger"
                onClick={() => {
                  setEnding(false)
                  void send((client) => client.cook.abandon())
                }}
              >
                {t('cook.endNow')}
              </Button>
            </>
          }
        >
          <p>{t('cook.endText')}</p>
        </Sheet>
      )}
    </div>
  )
}
