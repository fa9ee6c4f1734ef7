/**
 * Chromium under a POSIX locale names its language `en-US@posix`, which its own Intl refuses; uPlot formats with it
 * as it loads. To be called before uPlot is.
 */
export function mendLanguage(): void {
  try {
    new Intl.NumberFormat(navigator.language)
  } catch {
    Object.defineProperty(navigator, 'language', { value: 'en-GB', configurable: true })
  }
}
