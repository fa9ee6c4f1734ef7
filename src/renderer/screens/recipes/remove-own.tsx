import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../../state/kitchen.ts'
import { go } from '../../state/screen.ts'
import { send } from '../../state/send.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'

/** A recipe of the household's own can go again; what ships with the kitchen stays. */
export function RemoveOwn({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  const { answer } = useAnswer((client) => client.recipe.list(), id)
  const own =
    answer.kind === 'ready' && answer.value.some((recipe) => recipe.id === id && recipe.origin === 'own')
  if (!own || remote) return null
  const remove = async (): Promise<void> => {
    setAsking(false)
    if (await send((client) => client.recipe.remove({ id }))) go('recipes')
  }
  return (
    <>
      <Button className="recipe-remove" onClick={() => setAsking(true)}>
        {t('recipes.remove')}
      </Button>
      {asking && (
        <Sheet
          title={t('recipes.removeTitle')}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
              <Button tone="danger" onClick={() => void remove()}>
                {t('recipes.remove')}
              </Button>
            </>
          }
        >
          <p>{t('recipes.removeText')}</p>
        </Sheet>
      )}
    </>
  )
}
