import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ProgramSnapshot } from '#contract/program.ts'
import { programFigures } from '../programs/program-figures.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { Icon } from '../ui/icon.tsx'
import './notice-rows.css'

/** What was noticed, and what to do about it. */
export function NoticeRows({ notices }: { readonly notices: ProgramSnapshot['notices'] }) {
  const { i18n } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  return notices.map(({ code, figures }) => (
    <p key={code} className="notice-row" role="status">
      <Icon name="warning" />
      <span>{noticeText(code, programFigures(code, figures, unit, i18n.language))}</span>
    </p>
  ))
}

/** What a program says of itself, and what the kitchen noticed of the pan. */
function noticeText(code: string, figures: Readonly<Record<string, string>>): string {
  return i18next.exists(`notice.${code}`)
    ? i18next.t(`notice.${code}`, figures)
    : i18next.t(`program.notice.${code}`, figures)
}
