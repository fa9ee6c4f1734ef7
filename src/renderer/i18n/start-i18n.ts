import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { useKitchen } from '../state/kitchen.ts'

/** The texts of the house, bundled: a kitchen speaks without a network. */
const files = import.meta.glob<Record<string, unknown>>('../../../resources/locales/*.json', {
  eager: true,
  import: 'default',
})

const resources = Object.fromEntries(
  Object.entries(files).map(([path, translation]) => [path.replace(/^.*\/|\.json$/g, ''), { translation }]),
)

/** Starts the texts and lets them follow the kitchen's language. */
export function startI18n(): void {
  void i18next.use(initReactI18next).init({
    resources,
    lng: useKitchen.getState().snapshot?.settings.language ?? browserLanguage(),
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  })
  const follow = (): void => {
    const language = useKitchen.getState().snapshot?.settings.language
    if (language !== undefined && language !== i18next.language) void i18next.changeLanguage(language)
    document.documentElement.lang = i18next.language
  }
  follow()
  useKitchen.subscribe(follow)
}

const browserLanguage = (): string => (navigator.language.startsWith('de') ? 'de' : 'en')
