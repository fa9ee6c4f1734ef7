import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupFile, BackupPlace } from '#contract/commands.ts'
import { dayAndTime, decimal } from '../../format/wall-time.ts'
import { notify } from '../../state/screen.ts'
import { send } from '../../state/send.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { WaitingLine } from '../../ui/waiting-line.tsx'

const GIGA = 1e9
const MEGA = 1e6

/** To a USB stick and back: nothing of the household's leaves the kitchen in any other way. */
export function BackupSection() {
  const { t } = useTranslation()
  const { answer, again } = useAnswer((client) => client.backup.places(), 'places')
  return (
    <>
      <p className="settings-lead">{t('backup.text')}</p>
      {answer.kind !== 'ready' && <WaitingLine failed={answer.kind === 'failed'} onRetry={again} />}
      {answer.kind === 'ready' && answer.value.length === 0 && (
        <p className="settings-note">{t('backup.noPlace')}</p>
      )}
      {answer.kind === 'ready' && answer.value.map((place) => <Place key={place.path} place={place} />)}
      <div>
        <Button icon="refresh" onClick={again}>
          {t('settings.searchAgain')}
        </Button>
      </div>
    </>
  )
}

function Place({ place }: { readonly place: BackupPlace }) {
  const { t, i18n } = useTranslation()
  const { answer, again } = useAnswer((client) => client.backup.files({ place: place.path }), place.path)
  const [restoring, setRestoring] = useState<BackupFile | null>(null)
  const [writing, setWriting] = useState(false)
  const write = async (): Promise<void> => {
    setWriting(true)
    const done = await send((client) => client.backup.write({ place: place.path }))
    setWriting(false)
    if (done) notify(t('backup.written', { place: place.name }), 'plain')
    again()
  }
  const restore = async (file: BackupFile): Promise<void> => {
    setRestoring(null)
    if (await send((client) => client.backup.restore({ file: file.path })))
      notify(t('backup.restored'), 'plain')
  }
  return (
    <div className="place">
      <div className="setting">
        <div className="setting-text">
          <span>{place.name}</span>
          <span className="small mute">
            {t('backup.free', { gigabytes: decimal(place.freeBytes / GIGA, 1, i18n.language) })}
          </span>
        </div>
        <Button tone="primary" icon="download" disabled={writing} onClick={() => void write()}>
          {t(writing ? 'ui.loading' : 'backup.write')}
        </Button>
      </div>
      {answer.kind === 'ready' && answer.value.length > 0 && (
        <ul className="ports">
          {answer.value.map((file) => (
            <li key={file.path} className="port">
              <span className="setting-text">
                <span>{dayAndTime(file.madeAtWall, i18n.language)}</span>
                <span className="small mute">
                  {file.name} · {decimal(file.bytes / MEGA, 1, i18n.language)} MB
                </span>
              </span>
              <Button onClick={() => setRestoring(file)}>{t('backup.restore')}</Button>
            </li>
          ))}
        </ul>
      )}
      {restoring !== null && (
        <Sheet
          title={t('backup.restoreTitle')}
          onClose={() => setRestoring(null)}
          footer={
            <>
              <Button onClick={() => setRestoring(null)}>{t('ui.cancel')}</Button>
              <Button tone="primary" onClick={() => void restore(restoring)}>
                {t('backup.restoreNow')}
              </Button>
            </>
          }
        >
          <p>{t('backup.restoreText', { time: dayAndTime(restoring.madeAtWall, i18n.language) })}</p>
        </Sheet>
      )}
    </div>
  )
}
