import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RECIPE_PROBLEM_CODES } from '#core/recipe/problem.ts'
import { FAULT_CODES } from '#core/safety/fault.ts'
import { REFUSAL_CODES } from '#core/safety/refusal.ts'
import { LANGUAGES } from '#contract/settings.ts'
import { STOVE_PROBLEM_CODES } from '#main/stove/stove.ts'

const root = join(import.meta.dirname, '../..')
const source = join(root, 'src/renderer')

function flat(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[path, value]])
  return new Map(
    Object.entries(value as Record<string, unknown>).flatMap(([key, part]) => [
      ...flat(part, path === '' ? key : `${path}.${key}`),
    ]),
  )
}

const texts = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    flat(JSON.parse(readFileSync(join(root, `resources/locales/${language}.json`), 'utf8'))),
  ]),
) as Record<(typeof LANGUAGES)[number], ReadonlyMap<string, string>>

const sources = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('hologram'))
  .map((path) => readFileSync(join(source, path), 'utf8'))
  .join('\n')

const PLURAL = /_(?:one|other)$/
const keys = new Set([...texts.en.keys()].map((key) => key.replace(PLURAL, '')))

/** Whole keys that stand in the code, wherever they stand; and beginnings of keys that the code completes. */
const written = [...sources.matchAll(/'([a-z][A-Za-z]+(?:\.[A-Za-z0-9-]+)+)'/g)].map(
  (match) => match[1] ?? '',
)
const families = [
  ...sources.matchAll(/`([a-z][A-Za-z]+\.(?:[A-Za-z0-9-]+\.)*)\$\{[^}]+\}((?:\.[a-z]+)?)`/g),
].map((match) => ({
  start: match[1] ?? '',
  end: match[2] ?? '',
}))
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted()

describe('the texts of the house', () => {
  test('have the same keys in every language', () => {
    for (const language of LANGUAGES)
      expect([...texts[language].keys()].toSorted()).toEqual([...texts.en.keys()].toSorted())
  })

  test('are nowhere empty', () => {
    for (const language of LANGUAGES) {
      for (const [key, text] of texts[language]) expect(text.trim(), `${language}: ${key}`).not.toBe('')
    }
  })

  test('name the same figures in every language', () => {
    for (const language of LANGUAGES) {
      for (const [key, text] of texts[language]) {
        expect(placeholders(text), `${language}: ${key}`).toEqual(placeholders(texts.en.get(key) ?? ''))
      }
    }
  })

  test('say what happened and what to do for every fault', () => {
    for (const code of FAULT_CODES) {
      for (const part of ['title', 'what', 'do']) expect(keys, code).toContain(`fault.${code}.${part}`)
    }
  })

  test('say why for every refusal', () => {
    for (const code of REFUSAL_CODES) expect(keys).toContain(`refusal.${code}`)
  })

  test('say what happened and what to do for everything that keeps a stove away', () => {
    for (const code of STOVE_PROBLEM_CODES) {
      for (const part of ['title', 'what', 'do']) expect(keys, code).toContain(`stove.${code}.${part}`)
    }
  })

  test('are there for every refusal that the kitchen can give, and for every failure of what it keeps', () => {
    const main = readdirSync(join(root, 'src/main'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /^(kitchen|bridge|host|store|supervisor)/.test(path) && path.endsWith('.ts'))
      .map((path) => readFileSync(join(root, 'src/main', path), 'utf8'))
      .join('\n')
    const cook = readFileSync(join(root, 'src/core/recipe/assign.ts'), 'utf8')
    const found = (text: string, pattern: RegExp): readonly string[] =>
      [...text.matchAll(pattern)].map((match) => match[1] ?? '')
    // Refusals are written as such; what the store throws becomes a refusal by its code (`attempt` in host.ts).
    const refused = found(main, /(?:kind: 'refused',\s+code: |refused\()'([a-z-]+)'/g)
    const thrown = found(main, /new SmartTopError\(\s*'([a-z-]+)'/g)
    const failed = found(main, /'code' in error \? String\(error\.code\) : '([a-z-]+)'/g)
    const unassigned = found(cook, /kind: '([a-z]+-[a-z]+)', role/g)
    expect(refused.length).toBeGreaterThan(15)
    expect(thrown.length).toBeGreaterThan(12)
    expect(failed).toEqual(['failed'])
    expect(unassigned.length).toBeGreaterThan(1)
    for (const code of new Set([...refused, ...thrown, ...failed, ...unassigned])) {
      expect(keys.has(`command.${code}`) || keys.has(`refusal.${code}`), code).toBe(true)
    }
  })

  test('say what is wrong with a recipe', () => {
    for (const code of RECIPE_PROBLEM_CODES) expect(keys).toContain(`recipe.problem.${code}`)
  })

  test('name in a fault only figures that the supervisor measures', () => {
    const safety = readdirSync(join(root, 'src/core/safety'), { encoding: 'utf8' })
      .map((path) => readFileSync(join(root, 'src/core/safety', path), 'utf8'))
      .join('\n')
    const measured = FAULT_CODES.map((code) => texts.en.get(`fault.${code}.measured`)).filter(
      (text) => text !== undefined,
    )
    expect(measured.length).toBeGreaterThan(8)
    for (const name of measured.flatMap(placeholders))
      expect(safety).toMatch(new RegExp(`figures: \\{[^}]*\\b${name}\\b|\\{[^}]*\\b${name}: Math\\.round`))
  })

  test('hold every key that the code asks for', () => {
    const roots = new Set([...keys].map((key) => key.split('.')[0]))
    const asked = written.filter((key) => roots.has(key.split('.')[0]) && !/\.(?:ts|tsx|css|json)$/.test(key))
    const commands = /^(?:recipe|settings)\.(?:list|get|add|remove|update)$/
    for (const key of asked.filter((each) => !commands.test(each))) expect(keys, key).toContain(key)
    expect(asked.length).toBeGreaterThan(150)
    for (const { start, end } of families) {
      const found = [...keys].filter((key) => key.startsWith(start) && key.endsWith(end))
      expect(found.length, `${start}…${end}`).toBeGreaterThan(1)
    }
  })

  test('hold nothing that no code asks for', () => {
    const used = (key: string): boolean =>
      written.includes(key) ||
      families.some(({ start, end }) => key.startsWith(start) && key.endsWith(end)) ||
      /^(?:refusal|command)\./.test(key)
    expect([...keys].filter((key) => !used(key))).toEqual([])
  })

  test('write numbers and units apart, and never a double space', () => {
    for (const language of LANGUAGES) {
      for (const [key, text] of texts[language])
        expect(text, `${language}: ${key}`).not.toMatch(/ {2}|\d°C|\s$|^\s/)
    }
  })
})
