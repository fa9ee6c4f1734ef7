import '#renderer/style/fonts.css'
import '#renderer/style/tokens.css'
import '#renderer/style/base.css'
import type { Settings } from '#contract/settings.ts'
import { remember } from '#renderer/state/past.ts'
import { useScreen } from '#renderer/state/screen.ts'
import { startGlass } from '#renderer/start-glass.tsx'
import { fakeLink } from './fake-link.ts'
import { type Fixture, scenes } from './fixtures.ts'

/**
 * The glass over a kitchen that stands still: `?scene=<name>&theme=dark|light&language=en|de&frozen=<ms>&tier=lite`.
 * What was asked of it stands in `window.calls`.
 */
const query = new URLSearchParams(location.search)
const scene = scenes.find((each) => each.name === query.get('scene')) ?? scenes[0]
if (scene === undefined) throw new Error('no scenes')

function dressed({ snapshot, ...rest }: Fixture): Fixture {
  if (snapshot === null) return { ...rest, snapshot }
  const theme = query.get('theme')
  const language = query.get('language')
  const change: Partial<Settings> = {
    ...(theme === 'dark' || theme === 'light' ? { theme } : {}),
    ...(language === 'en' || language === 'de' ? { language } : {}),
  }
  return { ...rest, snapshot: { ...snapshot, settings: { ...snapshot.settings, ...change } } }
}

const wished = query.get('theme')
if (wished !== null) document.documentElement.dataset['theme'] = wished
location.hash = scene.route
useScreen.setState({ zone: scene.zone ?? null })
for (const sample of scene.fixture.past ?? []) remember(0, sample)
const link = fakeLink(dressed(scene.fixture))
Object.assign(window, { calls: link.calls, link })
startGlass(link)
