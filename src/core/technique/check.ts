import { complain, type Reader } from '../recipe/reader.ts'
import type { ChoiceName, Figure, Phase, PhaseEnd, PhaseTarget, Technique } from './technique.ts'

/** What the shape alone cannot tell: that figures have a source, choices exist, and every phase can come to its end. */
export function checkTechnique(technique: Technique, at: Reader): void {
  const seen = new Set<string>()
  for (const [name, range] of rangesOf(technique)) {
    if (!Object.hasOwn(technique.sources, range.source)) {
      complain({ ...at, path: `choices.${name}.source` }, 'unknown-source', { id: range.source })
    }
  }
  technique.phases.forEach((phase, index) => {
    const here = { ...at, path: `phases[${index}]` }
    if (seen.has(phase.id)) complain({ ...here, path: `${here.path}.id` }, 'duplicate-id', { id: phase.id })
    seen.add(phase.id)
    for (const [name, figure] of figuresOf(phase)) {
      checkFigure(technique, figure, { ...here, path: `${here.path}.${name}` })
    }
    checkReach(technique, phase, here)
  })
  const last = technique.phases.at(-1)
  if (technique.early === 'hold' && (last?.until.kind !== 'cook' || last.target.kind === 'off')) {
    complain({ ...at, path: 'early' }, 'nothing-holds')
  }
}

export const rangesOf = (technique: Technique) =>
  (['celsius', 'minutes', 'core', 'share'] as const).flatMap((name) => {
    const range = technique.choices[name]
    return range === null ? [] : [[name, range] as const]
  })

function figuresOf({ target, ramp, until }: Phase): readonly (readonly [string, Figure])[] {
  const found: (readonly [string, Figure])[] = []
  const asked = targetFigure(target)
  if (asked !== null) found.push(['target', asked])
  if (ramp !== null) found.push(['ramp', ramp])
  const ended = endFigure(until)
  if (ended !== null) found.push(['until', ended])
  return found
}

export function targetFigure(target: PhaseTarget): Figure | null {
  switch (target.kind) {
    case 'off':
      return null
    case 'power':
      return target.share
    case 'temperature':
    case 'liquid':
      return target.celsius
    case 'simmer':
      return target.vigour
  }
}

function endFigure(until: PhaseEnd): Figure | null {
  switch (until.kind) {
    case 'cook':
    case 'boil':
      return null
    case 'time':
      return until.minutes
    case 'temperature':
    case 'core':
      return until.celsius
    case 'weight':
      return until.share
  }
}

function checkFigure(technique: Technique, figure: Figure, at: Reader): void {
  if ('choice' in figure) {
    if (technique.choices[figure.choice] === null) complain(at, 'no-such-choice', { id: figure.choice })
  } else if (!Object.hasOwn(technique.sources, figure.source)) {
    complain(at, 'unknown-source', { id: figure.source })
  }
}

/** A phase that waits for more than it sets would wait for ever. */
function checkReach(technique: Technique, { target, until }: Phase, at: Reader): void {
  if (until.kind !== 'temperature' || (target.kind !== 'temperature' && target.kind !== 'liquid')) return
  const same = (target.kind === 'temperature') === (until.of === 'surface')
  if (!same || sameChoice(target.celsius, until.celsius)) return
  const wanted = extreme(technique, until.celsius, until.direction === 'above' ? 'most' : 'least')
  const set = extreme(technique, target.celsius, until.direction === 'above' ? 'least' : 'most')
  if (wanted === null || set === null) return
  if (until.direction === 'above' ? wanted > set : wanted < set) {
    complain({ ...at, path: `${at.path}.until` }, 'never-reached', { celsius: wanted, target: set })
  }
}

const sameChoice = (a: Figure, b: Figure): boolean => 'choice' in a && 'choice' in b && a.choice === b.choice

function extreme(technique: Technique, figure: Figure, which: 'least' | 'most'): number | null {
  if ('value' in figure) return figure.value
  const name: ChoiceName = figure.choice
  return technique.choices[name]?.[which] ?? null
}
