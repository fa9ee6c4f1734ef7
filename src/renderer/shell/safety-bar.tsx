import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKitchen, useSnapshot } from '../state/kitchen.ts'
import { Button } from '../ui/button.tsx'
import { Attendance } from './attendance.tsx'
import { FaultAlert } from './fault-alert.tsx'
import { Interrupted } from './interrupted.tsx'
import { KitchenLost, StoveLost } from './lost.tsx'
import { QuestionAlert } from './question-alert.tsx'
import { RingingTimer } from './ringing-timer.tsx'
import { StorageAlerts } from './storage-alerts.tsx'
import './safety-bar.css'

/** Faults shown at once; the others wait behind a button, so that the cook keeps sight of the hob. */
const SHOWN = 2

/** Always on top, DOM only: everything that a person must know or answer now. */
export function SafetyBar() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const linked = useKitchen((state) => state.link === 'open')
  const latched = useSnapshot((snapshot) => snapshot.safety.faults)
  const questions = useSnapshot((snapshot) => snapshot.safety.questions)
  const timers = useSnapshot((snapshot) => snapshot.timers)
  // While the line is down its own row says all that this fault would; afterwards the fault waits to be acknowledged.
  const down = useSnapshot((snapshot) => snapshot.connection.kind === 'lost')
  const faults = down ? latched.filter((fault) => fault.code !== 'link-lost' || fault.cleared) : latched
  const shown = open ? faults : faults.slice(0, SHOWN)
  return (
    <section className="safety-bar" aria-label={t('shell.safety')}>
      <div className="safety-bar-list scroll" role="alert" aria-live="assertive">
        {!linked && <KitchenLost />}
        <StoveLost />
        {shown.map((fault) => (
          <FaultAlert key={fault.id} fault={fault} />
        ))}
        {faults.length > SHOWN && (
          <Button className="safety-bar-more" onClick={() => setOpen(!open)}>
            {open ? t('shell.fewerFaults') : t('shell.moreFaults', { count: faults.length - SHOWN })}
          </Button>
        )}
        {questions.map((question) => (
          <QuestionAlert key={question.id} question={question} />
        ))}
        <Attendance />
        {timers
          .filter((timer) => timer.state === 'ringing')
          .map((timer) => (
            <RingingTimer key={timer.id} timer={timer} />
          ))}
        <Interrupted />
        <StorageAlerts />
      </div>
    </section>
  )
}
