import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ProgramSnapshot } from '#contract/program.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { refusalText } from '../state/send.ts'
import { Icon } from '../ui/icon.tsx'
import { NoticeRows } from '../zones/notice-rows.tsx'

/** Known when it was chosen, and no reason to act now. */
const REMARKS: ReadonlySet<string> = new Set(['goal-below-safe', 'never-pasteurised'])

interface ProgramNoticesProps {
  readonly program: ProgramSnapshot
  readonly which: 'urgent' | 'remark'
}

/** What went wrong or may go wrong: what it is, and what to do. */
export function ProgramNotices({ program, which }: ProgramNoticesProps) {
  const { t } = useTranslation()
  const ofPan = useSnapshot(({ zones }) => zones.find(({ id }) => id === program.zone)?.notices)
  const notices = program.notices.filter(({ code }) => REMARKS.has(code) === (which === 'remark'))
  const pausedBy = which === 'urgent' ? program.pausedBy : null
  return (
    <>
      {pausedBy !== null && (
        <p className="notice-row" role="status">
          <Icon name="pause" />
          <span>{t(`program.paused.${pausedBy.kind}`, { why: whyOf(pausedBy) })}</span>
        </p>
      )}
      <NoticeRows notices={ofPan ?? []} />
      <NoticeRows notices={notices} />
    </>
  )
}

function whyOf(pause: NonNullable<ProgramSnapshot['pausedBy']>): string {
  if (pause.kind === 'refused') return refusalText(pause.code, undefined)
  if (pause.kind === 'fault') return i18next.t(`fault.${pause.code}.title`)
  return ''
}
