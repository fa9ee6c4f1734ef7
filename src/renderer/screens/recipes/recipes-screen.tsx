import { useScreen } from '../../state/screen.ts'
import { Library } from './library.tsx'
import { RecipePage } from './recipe-page.tsx'
import './recipes.css'

export function RecipesScreen() {
  const recipe = useScreen((state) => state.route.item)
  return recipe === null ? <Library /> : <RecipePage key={recipe} id={recipe} />
}
