import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ProgramSnapshot } from '#contract/program.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { refusalText } from '../state/send.ts'
import { Icon } from '../ui/icon.tsx'
import { programFigures } from './program-figures.ts'

/** What went wrong or may go wrong: what it is, and what to do. */
export function ProgramNotices({ program }: { readonly program: ProgramSnapshot }) {
  const { t, i18n } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const { pausedBy, notices } = program
  return (
    <>
      {pausedBy !== null && (
        <p className="notice-row" role="status">
          <Icon name="pause" />
          <span>{t(`program.paused.${pausedBy.kind}`, { why: whyOf(pausedBy) })}</span>
        </p>
      )}
      {notices.map(({ code, figures }) => {
        const written = programFigures(code, figures, unit, i18n.language)
        return (
          <p key={code} className="notice-row" role="status">
            <Icon name="warning" />
            <span>{noticeText(code, written)}</span>
          </p>
        )
      })}
    </>
  )
}

function whyOf(pause: NonNullable<ProgramSnapshot['pausedBy']>): string {
  if (pause.kind === 'refused') return refusalText(pause.code, undefined)
  if (pause.kind === 'fault') return i18next.t(`fault.${pause.code}.title`)
  return ''
}

/** What the program says of itself, and what the kitchen noticed of the pan. */
function noticeText(code: string, figures: Readonly<Record<string, string>>): string {
  return i18next.exists(`notice.${code}`)
    ? i18next.t(`notice.${code}`, figures)
    : i18next.t(`program.notice.${code}`, figures)
}
