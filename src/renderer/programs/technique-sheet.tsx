import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Technique } from '#core/technique/technique.ts'
import { spoken } from '../format/text.ts'
import { Sheet } from '../ui/sheet.tsx'
import { WaitingLine } from '../ui/waiting-line.tsx'
import type { ZoneFace } from '../zones/zone-face.ts'
import { TechniqueList } from './technique-list.tsx'
import { TechniqueSetup } from './technique-setup.tsx'
import { useTechniques } from './use-techniques.ts'
import './technique-sheet.css'

/** A technique for one zone: which one, then how; what it will do is read before the touch that heats. */
export function TechniqueSheet({ face, onClose }: { readonly face: ZoneFace; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const { answer, again } = useTechniques()
  const [chosen, setChosen] = useState<Technique | null>(null)
  const title = chosen === null ? t('technique.choose') : spoken(chosen.title, i18n.language)
  return (
    <Sheet size="wide" title={`${face.name} · ${title}`} onClose={onClose}>
      {chosen !== null ? (
        <TechniqueSetup
          key={chosen.id}
          technique={chosen}
          face={face}
          onBack={() => setChosen(null)}
          onStarted={onClose}
        />
      ) : answer.kind === 'ready' ? (
        <TechniqueList techniques={answer.value} onChoose={setChosen} />
      ) : (
        <WaitingLine failed={answer.kind === 'failed'} onRetry={again} />
      )}
    </Sheet>
  )
}
