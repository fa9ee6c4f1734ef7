import { useTranslation } from 'react-i18next'
import type { ProgramSnapshot } from '#contract/program.ts'
import type { Technique } from '#core/technique/technique.ts'
import { spoken } from '../format/text.ts'
import { clockTime } from '../format/wall-time.ts'
import { wallOf } from '../state/clock.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { heat, sayToProgram } from '../state/send.ts'
import { Button } from '../ui/button.tsx'
import { targetText } from '../zones/target-text.ts'

interface ProgramFootProps {
  readonly program: ProgramSnapshot
  readonly technique: Technique | null
}

/** What the cook does next, as the button that does it; and off. */
export function ProgramFoot({ program, technique }: ProgramFootProps) {
  const { t } = useTranslation()
  const ended = program.status === 'ended'
  return (
    <div className="program-foot">
      <NextAction program={program} technique={technique} />
      <Button big icon={ended ? 'check' : 'close'} onClick={() => void sayToProgram(program.zone, 'stop')}>
        {t(ended ? 'program.close' : 'program.leave')}
      </Button>
    </div>
  )
}

/** Law 6: where a touch is asked for, the button names the zone and how hot it will be. */
export function NextAction({ program, technique }: ProgramFootProps) {
  const { t, i18n } = useTranslation()
  const snapshot = useSnapshot((told) => told)
  const unit = snapshot.settings.temperature
  const remote = snapshot.role === 'remote'
  const zone = snapshot.zones.find(({ id }) => id === program.zone)?.name ?? ''
  const { awaitingTouch, next, status } = program
  if (awaitingTouch !== null) {
    const figures = { zone, target: targetText(awaitingTouch, unit, t) }
    return (
      <Button
        big
        tone="heat"
        className="program-next"
        icon={remote ? 'question' : 'hand'}
        onClick={() => void heat(program.zone, awaitingTouch)}
      >
        {t(remote ? 'ask.heatZone' : 'cook.touchToHeat', figures)}
      </Button>
    )
  }
  if (status === 'paused' || status === 'offered') {
    return (
      <Button
        big
        tone="heat"
        className="program-next"
        icon={remote ? 'question' : 'hand'}
        disabled={next.code === 'acknowledge'}
        onClick={() => void sayToProgram(program.zone, 'resume')}
      >
        {next.code === 'acknowledge'
          ? t('program.next.acknowledge')
          : remote
            ? t('program.askResume')
            : t('program.resume', { target: targetText(program.target, unit, t) })}
      </Button>
    )
  }
  const following = technique?.phases[program.phase.index + 1]
  if ((next.code === 'word' || next.code === 'begin') && !program.ofCook) {
    const words =
      next.code === 'begin'
        ? t('program.beginNow')
        : following === undefined
          ? t('program.finish')
          : t('program.goOn', { phase: spoken(following.title, i18n.language) })
    return (
      <Button
        big
        tone={program.phase.done ? 'primary' : 'plain'}
        className="program-next"
        icon={next.code === 'begin' ? 'play' : 'forward'}
        onClick={() => void sayToProgram(program.zone, 'next')}
      >
        {words}
      </Button>
    )
  }
  return (
    <p className="program-next program-wait">
      <span>{t(`program.next.${next.code}`)}</span>
      {next.atCook !== null && (
        <span className="small mute">
          {t('program.nextAt', { time: clockTime(wallOf(snapshot, next.atCook), i18n.language) })}
          {following === undefined ? '' : `: ${spoken(following.title, i18n.language)}`}
        </span>
      )}
    </p>
  )
}
