import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { boilingPoint } from '#core/heat/boiling.ts'
import type { Choices } from '#core/program/choices.ts'
import type { ProgramRefusal } from '#core/program/refusal.ts'
import type { Technique } from '#core/technique/technique.ts'
import { showSpan } from '#core/units/duration.ts'
import { spoken } from '../format/text.ts'
import { clockTime } from '../format/wall-time.ts'
import { cookOf, useCookSeconds, wallOf } from '../state/clock.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { refusalText, startProgram } from '../state/send.ts'
import { Button } from '../ui/button.tsx'
import { targetText } from '../zones/target-text.ts'
import type { ZoneFace } from '../zones/zone-face.ts'
import { ByHand } from './by-hand.tsx'
import { ChoiceForm } from './choice-form.tsx'
import { type Outline, outlineOf } from './outline.ts'
import { PhaseList } from './phase-list.tsx'
import { usualChoices } from './usual-choices.ts'

interface TechniqueSetupProps {
  readonly technique: Technique
  readonly face: ZoneFace
  readonly onBack: () => void
  readonly onStarted: () => void
}

/** The choices at the left, what will come of them at the right, and the touch that heats below. */
export function TechniqueSetup({ technique, face, onBack, onStarted }: TechniqueSetupProps) {
  const { t, i18n } = useTranslation()
  const [choices, setChoices] = useState<Choices>(() => usualChoices(technique))
  const snapshot = useSnapshot((told) => told)
  const now = useCookSeconds()
  const boilsAt = boilingPoint(snapshot.settings.altitudeMetres)
  const { readyAt } = choices
  const outline = outlineOf(
    technique,
    readyAt === undefined ? choices : { ...choices, readyAt: cookOf(snapshot, readyAt) },
    { surface: face.celsius, liquid: null, surfaceRate: face.rate, liquidRate: null, boilsAt },
    now * 1000,
  )
  const begin = async (): Promise<void> => {
    if (await startProgram(face.id, technique.id, choices)) onStarted()
  }
  return (
    <div className="setup">
      <div className="setup-columns">
        <div className="setup-choices scroll">
          <p className="mute">{spoken(technique.about, i18n.language)}</p>
          <ChoiceForm technique={technique} choices={choices} onChange={setChoices} />
        </div>
        <div className="setup-told scroll">
          <h3 className="setup-title">{t('technique.will')}</h3>
          <Will outline={outline} />
          <ByHand technique={technique} wrong />
          <details className="setup-sources small mute">
            <summary>{t('technique.sources')}</summary>
            <ul>
              {Object.entries(technique.sources).map(([key, source]) => (
                <li key={key}>{source}</li>
              ))}
            </ul>
          </details>
        </div>
      </div>
      <div className="setup-foot">
        <Button big icon="back" onClick={onBack}>
          {t('technique.all')}
        </Button>
        <BeginButton outline={outline} face={face} onBegin={() => void begin()} />
      </div>
    </div>
  )
}

function BeginButton(props: {
  readonly outline: Outline | ProgramRefusal
  readonly face: ZoneFace
  readonly onBegin: () => void
}) {
  const { outline, face, onBegin } = props
  const { t } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  const first = outline.kind === 'outline' ? outline.plan.phases[0]?.target : undefined
  const cold = first === undefined || first.kind === 'off'
  const words = remote
    ? t('technique.ask')
    : cold || (outline.kind === 'outline' && outline.readyBy?.kind === 'late')
      ? t('technique.startCold', { zone: face.name })
      : t('technique.start', { zone: face.name, target: targetText(first, unit, t) })
  return (
    <Button
      big
      className="setup-begin"
      tone="heat"
      icon={remote ? 'question' : cold ? 'play' : 'hand'}
      disabled={outline.kind === 'refused'}
      onClick={onBegin}
    >
      {words}
    </Button>
  )
}

/** The phases, and when it would be ready; or why it cannot be. */
function Will({ outline }: { readonly outline: Outline | ProgramRefusal }) {
  const { t, i18n } = useTranslation()
  const snapshot = useSnapshot((told) => told)
  if (outline.kind === 'refused') {
    return (
      <p className="setup-refused" role="alert">
        {refusalText(outline.code, JSON.stringify(outline.figures))}
      </p>
    )
  }
  const { cooking, readyBy, plan, spans } = outline
  return (
    <>
      <PhaseList plan={plan} spans={spans} />
      <p className="setup-ready">
        {cooking === null ? (
          t('technique.readyUnknown')
        ) : (
          <>
            <strong>{t('technique.readyIn', { time: showSpan(cooking.seconds) })}</strong>{' '}
            <span className="small mute">
              {t('technique.readyBetween', {
                from: showSpan(cooking.earliest),
                to: showSpan(cooking.latest),
              })}
            </span>
          </>
        )}
        {readyBy !== null && (
          <strong className="setup-ready-by">
            {t(`technique.readyAt.${readyBy.kind}`, {
              time: clockTime(wallOf(snapshot, readyBy.startsAtCook), i18n.language),
            })}
          </strong>
        )}
      </p>
    </>
  )
}
