import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { recipeParts } from '#contract/recipe-parts.ts'
import { notify } from '../../state/screen.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { send } from '../../state/send.ts'
import { Button } from '../../ui/button.tsx'

/** Part after part: one that is refused, or finds no kitchen, is the last. */
async function sendAll(text: string): Promise<boolean> {
  for (const part of recipeParts(text)) {
    if (!(await send((client) => client.recipe.add(part)))) return false
  }
  return true
}

/** Brings in a recipe of the household's own; the kitchen reads it and says what is wrong with it. */
export function ImportRecipe({ onAdded }: { readonly onAdded: () => void }) {
  const { t } = useTranslation()
  const remote = useSnapshot((snapshot) => snapshot.role === 'remote')
  const file = useRef<HTMLInputElement>(null)
  if (remote) return null
  const read = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return
    const text = await chosen.text()
    if (await sendAll(text)) {
      notify(t('recipes.added'), 'plain')
      onAdded()
    }
  }
  return (
    <>
      <Button icon="upload" onClick={() => file.current?.click()}>
        {t('recipes.import')}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          void read(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </>
  )
}
