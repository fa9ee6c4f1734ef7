import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import type * as Fixtures from '../renderer/fixtures.ts'
import { serveHarness } from '../renderer/harness-page.ts'
import { launchChromium } from '../support/chromium.ts'

/** Every screen at the three sizes in both themes, with frozen time and data. Words choose: `hob-hot 1280 dark`. */
const SIZES = [
  { name: '1280', width: 1280, height: 800 },
  { name: '1920', width: 1920, height: 1080 },
  { name: '3840', width: 3840, height: 2160 },
]
const THEMES = ['dark', 'light']
const OUT = join(import.meta.dirname, '../../out/shots')

// The fixtures are bundler's code (they glob the recipes), so the bundler loads them.
const { module } = await runnerImport<typeof Fixtures>(join(import.meta.dirname, '../renderer/fixtures.ts'), {
  logLevel: 'error',
})
const { FROZEN, scenes } = module

const words = process.argv.slice(2)
const known = new Set([...SIZES.map(({ name }) => name), ...THEMES, ...scenes.map(({ name }) => name)])
const unknown = words.filter((word) => !known.has(word))
if (unknown.length > 0) {
  process.stderr.write(
    `shots: nothing is called ${unknown.join(', ')}; there are: ${[...known].join(', ')}\n`,
  )
  process.exit(2)
}
/** Those that were named, or all when none of their kind was. */
function chosen<Item extends string | { readonly name: string }>(items: readonly Item[]): readonly Item[] {
  const named = items.filter((item) => words.includes(typeof item === 'string' ? item : item.name))
  return named.length > 0 ? named : items
}

if (words.length === 0) rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
const harness = await serveHarness()
const browser = await launchChromium()
let count = 0
try {
  for (const { name: size, width, height } of chosen(SIZES)) {
    const page = await browser.newPage({
      viewport: { width, height },
      timezoneId: 'UTC',
      locale: 'en-GB',
      hasTouch: true,
    })
    for (const theme of chosen(THEMES)) {
      for (const { name, press = [] } of chosen(scenes)) {
        await page.goto(harness.scene(name, { tier: 'lite', theme, frozen: String(FROZEN) }))
        await page.locator('.stop-word:not(:empty)').waitFor()
        await page.locator('#root > *').first().waitFor()
        await page.evaluate(() => document.fonts.ready)
        for (const word of press) {
          await page
            .getByRole('button', { name: new RegExp(`^${word}`) })
            .or(page.getByText(word, { exact: true }))
            .first()
            .click()
        }
        // Two frames: the first lays out, the second draws the stove under what was laid out.
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        )
        await page.waitForLoadState('networkidle', { timeout: 1500 }).catch(() => undefined)
        await page.screenshot({ path: join(OUT, `${name}-${size}-${theme}.png`) })
        count += 1
      }
    }
    await page.close()
    process.stderr.write(`${size}: done\n`)
  }
} finally {
  await browser.close()
  harness.close()
}
console.log(`${count} pictures in out/shots`)
