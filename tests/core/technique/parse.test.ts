import { describe, expect, test } from 'vitest'
import { TECHNIQUE_PROBLEM_CODES } from '#core/recipe/problem.ts'
import { parseTechnique } from '#core/technique/parse.ts'
import { techniqueText } from './library.ts'

/** A shipped technique with one place of it changed. */
function problemsOf(id: string, path: readonly (string | number)[], value: unknown): readonly string[] {
  const whole = JSON.parse(techniqueText(`${id}.json`)) as Record<string, unknown>
  let place: Record<string, unknown> = whole
  for (const step of path.slice(0, -1)) place = place[step] as Record<string, unknown>
  place[String(path.at(-1))] = value
  const parsed = parseTechnique(JSON.stringify(whole))
  return parsed.kind === 'invalid' ? parsed.problems.map(({ code, path: at }) => `${code} ${at}`) : []
}

const CASES: readonly (readonly [string, string, readonly (string | number)[], unknown, string])[] = [
  ['a field that no technique has', 'sear', ['colour'], 'red', 'unknown-field colour'],
  [
    'a phase that heats as no stove does',
    'sear',
    ['phases', 0, 'target', 'kind'],
    'flame',
    'unknown-choice phases[0].target.kind',
  ],
  [
    'a figure without a source',
    'simmer',
    ['phases', 0, 'target', 'vigour'],
    { value: 1 },
    'missing phases[0].target.vigour.source',
  ],
  [
    'a source that is not listed',
    'sear',
    ['choices', 'celsius', 'source'],
    'hearsay',
    'unknown-source choices.celsius.source',
  ],
  [
    'a usual choice outside its range',
    'sear',
    ['choices', 'celsius', 'usual'],
    240,
    'out-of-range choices.celsius.usual',
  ],
  [
    'a figure left to a choice that is not offered',
    'custard',
    ['phases', 0, 'until'],
    { kind: 'time', minutes: { choice: 'minutes' } },
    'no-such-choice phases[0].until',
  ],
  [
    'an end that its own heat never reaches',
    'temper-dark',
    ['phases', 2, 'until', 'celsius'],
    { value: 60, source: 'callebaut' },
    'never-reached phases[2].until',
  ],
  ['held warm by nothing', 'sear', ['early'], 'hold', 'nothing-holds early'],
  ['two phases of one name', 'sear', ['phases', 1, 'id'], 'heat', 'duplicate-id phases[1].id'],
  ['a text in no language', 'sear', ['title'], {}, 'no-text title'],
  ['no phase at all', 'sear', ['phases'], [], 'too-few phases'],
  [
    'more than a zone may be asked',
    'sear',
    ['choices', 'celsius', 'most'],
    900,
    'out-of-range choices.celsius.most',
  ],
]

describe('a technique file', () => {
  test.each(CASES)('with %s is refused', (_name, id, path, value, problem) => {
    expect(problemsOf(id, path, value)).toContain(problem)
  })

  test('that is no technique is told from one', () => {
    for (const [text, code] of [
      ['', 'not-json'],
      ['[]', 'not-a-technique'],
      ['{"steps": []}', 'not-a-technique'],
    ] as const) {
      const parsed = parseTechnique(text)
      expect(parsed.kind === 'invalid' && parsed.problems[0]?.code).toBe(code)
    }
  })

  test('shows every kind of problem that only techniques have', () => {
    const shown = new Set([...CASES.map(([, , , , problem]) => problem.split(' ')[0]), 'not-a-technique'])
    for (const code of TECHNIQUE_PROBLEM_CODES) expect(shown).toContain(code)
  })
})
