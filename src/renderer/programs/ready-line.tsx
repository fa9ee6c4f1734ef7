import { useTranslation } from 'react-i18next'
import type { ProgramSnapshot } from '#contract/program.ts'
import { clockTime } from '../format/wall-time.ts'
import { wallOf } from '../state/clock.ts'
import { useSnapshot } from '../state/kitchen.ts'

/** When it is ready, and between which times. */
export function ReadyLine({ program }: { readonly program: ProgramSnapshot }) {
  const { t, i18n } = useTranslation()
  const snapshot = useSnapshot((told) => told)
  const time = (cook: number): string => clockTime(wallOf(snapshot, cook), i18n.language)
  const { ready, readyBy, choices } = program
  const wanted = choices.readyAt === undefined ? null : clockTime(choices.readyAt, i18n.language)
  return (
    <div className="ready">
      {ready === null ? (
        <p className="mute">{t('program.notYetKnown')}</p>
      ) : (
        <p className="ready-figures">
          <span className="ready-word">{t('program.readyAt')}</span>{' '}
          <strong className="ready-time num">{time(ready.atCook)}</strong>{' '}
          {time(ready.earliestCook) !== time(ready.latestCook) && (
            <span className="mute">
              {t('program.readyBetween', { from: time(ready.earliestCook), to: time(ready.latestCook) })}
            </span>
          )}
        </p>
      )}
      {readyBy !== null && wanted !== null && (
        <p className="ready-by" data-kind={readyBy.kind}>
          {t(`program.readyBy.${readyBy.kind}`, {
            time: readyBy.kind === 'late' ? time(readyBy.startsAtCook) : wanted,
          })}
        </p>
      )}
    </div>
  )
}

/** What that takes for granted. */
export function Assumptions({ program }: { readonly program: ProgramSnapshot }) {
  const { t } = useTranslation()
  if (program.ready === null || program.assumes.length === 0) return null
  return (
    <p className="small mute">
      {t('program.assuming')}: {program.assumes.map((code) => t(`program.assumes.${code}`)).join(', ')}.
    </p>
  )
}
