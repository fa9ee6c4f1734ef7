import { useTranslation } from 'react-i18next'
import type { Technique } from '#core/technique/technique.ts'
import { spoken } from '../format/text.ts'

const SENSES = ['look', 'sound', 'smell'] as const

/** How a hand does the same without the machine, in copper: what people hand down. */
export function ByHand({ technique, wrong }: { readonly technique: Technique; readonly wrong?: boolean }) {
  const { t, i18n } = useTranslation()
  return (
    <section className="by-hand" aria-label={t('technique.byHand')}>
      <h3 className="by-hand-title">{t('technique.byHand')}</h3>
      <dl>
        {SENSES.map((sense) => (
          <div key={sense}>
            <dt>{t(`technique.${sense}`)}</dt>
            <dd>{spoken(technique.byHand[sense], i18n.language)}</dd>
          </div>
        ))}
      </dl>
      {wrong === true && technique.wrong.length > 0 && (
        <>
          <h3 className="by-hand-title">{t('technique.wrong')}</h3>
          <ul>
            {technique.wrong.map(({ id, sign, remedy }) => (
              <li key={id}>
                <strong>{spoken(sign, i18n.language)}</strong> {spoken(remedy, i18n.language)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
