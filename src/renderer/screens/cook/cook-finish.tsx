import { useTranslation } from 'react-i18next'
import { showSpan } from '#core/units/duration.ts'
import { spoken } from '../../format/text.ts'
import { useCookSeconds } from '../../state/clock.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { go } from '../../state/screen.ts'
import { send } from '../../state/send.ts'
import { Button } from '../../ui/button.tsx'

/** The dish is done. What is still hot is said, and the evening belongs to the people. */
export function CookFinish() {
  const { t, i18n } = useTranslation()
  const cook = useSnapshot((snapshot) => snapshot.cook)
  const zones = useSnapshot((snapshot) => snapshot.zones)
  const safety = useSnapshot((snapshot) => snapshot.safety.zones)
  const now = useCookSeconds()
  if (cook === null) return null
  const hot = safety
    .filter((zone) => zone.residual !== 'cool')
    .flatMap((zone) => zones.find((each) => each.id === zone.zone)?.name ?? [])
  const { session } = cook
  const leave = async (toGraph: boolean): Promise<void> => {
    await send((client) => client.cook.finish())
    if (toGraph) go('history', session)
    else go('hob')
  }
  return (
    <article className="finish card">
      <p className="finish-eyebrow">{t('finish.eyebrow')}</p>
      <h1>{spoken(cook.recipe.title, i18n.language)}</h1>
      <p className="finish-wish serif">{t('finish.wish')}</p>
      <dl className="finish-facts">
        <div>
          <dt>{t('finish.took')}</dt>
          <dd className="num">{showSpan(now - cook.startedAtCook / 1000)}</dd>
        </div>
        <div>
          <dt>{t('finish.serves')}</dt>
          <dd className="num">{cook.servings}</dd>
        </div>
      </dl>
      {hot.length > 0 && (
        <p className="finish-hot">{t('finish.hot', { zones: hot.join(', '), count: hot.length })}</p>
      )}
      <div className="finish-actions">
        <Button big icon="history" onClick={() => void leave(true)}>
          {t('finish.graph')}
        </Button>
        <Button big tone="primary" icon="check" onClick={() => void leave(false)}>
          {t('finish.done')}
        </Button>
      </div>
    </article>
  )
}
