import i18next from 'i18next'
import type { CommandResult } from '#contract/commands.ts'
import type { Choices } from '#core/program/choices.ts'
import type { HeatAnswer } from '#core/safety/request.ts'
import type { ZoneTarget } from '#core/stove/stove.ts'
import type { KitchenClient } from '../bridge/kitchen-link.ts'
import { programFigures } from '../programs/program-figures.ts'
import { kitchenClocks, pageNow } from './clock.ts'
import { kitchen, useKitchen } from './kitchen.ts'
import { notify } from './screen.ts'

/**
 * Sends one command and says plainly when it was not followed. True when it was done. Nothing is shown as done
 * by this: what is true comes with the snapshot.
 */
export async function send(
  command: (client: KitchenClient) => Promise<CommandResult | HeatAnswer>,
): Promise<boolean> {
  try {
    const answer = await command(kitchen())
    switch (answer.kind) {
      case 'done':
        return true
      case 'asked':
        notify(i18next.t('ask.asked'), 'plain')
        return false
      case 'refused':
        notify(refusalText(answer.code, 'detail' in answer ? answer.detail : undefined), 'refused')
        return false
      default:
        return answer satisfies never
    }
  } catch {
    notify(i18next.t('link.commandLost'), 'refused')
    return false
  }
}

/** Text of a refusal: the supervisor's codes and the kitchen's share one space. */
export function refusalText(code: string, detail: string | undefined): string {
  if (code === 'recipe-invalid' && detail !== undefined)
    return i18next.t('command.recipe-invalid', { detail: recipeProblem(detail) })
  if (i18next.exists(`program.refused.${code}`))
    return i18next.t(`program.refused.${code}`, figuresOf(detail))
  const figures = programFigured(code, detail)
  if (figures !== null) return i18next.t(`program.refused.${code}`, figures)
  const key = [`refusal.${code}`, `command.${code}`, 'command.unknown'].find((each) => i18next.exists(each))
  return i18next.t(key ?? 'command.unknown', { detail: detail ?? code })
}

/** A technique's refusal comes with its figures; anything else has none. */
function figuresOf(detail: string | undefined): Readonly<Record<string, string | number>> {
  try {
    return JSON.parse(detail ?? '{}') as Readonly<Record<string, string | number>>
  } catch {
    return {}
  }
}

/** The kitchen tells where and which (`steps[2].until: missing`); the cook is told what it means. */
function recipeProblem(detail: string): string {
  const [, path, code] = /^(.*): ([a-z-]+)$/.exec(detail) ?? []
  const key = `recipe.problem.${code ?? ''}`
  if (path === undefined || !i18next.exists(key)) return detail
  const problem = i18next.t(key)
  return path === '/' ? problem : i18next.t('recipe.problemAt', { path, problem })
}

/** A technique's refusals bring their figures with them; null for every other refusal. */
function programFigured(code: string, detail: string | undefined): Readonly<Record<string, string>> | null {
  if (!i18next.exists(`program.refused.${code}`)) return null
  const unit = useKitchen.getState().snapshot?.settings.temperature ?? 'c'
  const told: unknown = detail?.startsWith('{') === true ? JSON.parse(detail) : {}
  return programFigures(code, told as Readonly<Record<string, number | string>>, unit, i18next.language)
}

/** Law 6: when the finger was there, on the kitchen's clock. */
function touchedNow(): { readonly touchedAt?: number } {
  const { snapshot, receivedAt } = useKitchen.getState()
  return snapshot === null ? {} : { touchedAt: kitchenClocks(snapshot, receivedAt, pageNow()).wall }
}

export function startProgram(zone: number, technique: string, choices: Choices): Promise<boolean> {
  const touched = touchedNow()
  return send((client) => client.program.start({ zone, technique, choices, ...touched }))
}

export function changeProgram(zone: number, choices: Choices): Promise<boolean> {
  const touched = touchedNow()
  return send((client) => client.program.change({ zone, choices, ...touched }))
}

export function sayToProgram(zone: number, word: 'next' | 'resume' | 'stop'): Promise<boolean> {
  const touched = touchedNow()
  return send((client) => client.program.word({ zone, word, ...touched }))
}

/** Sets a zone. At the stove's own display this is the touch of law 6; elsewhere the kitchen asks there. */
export function heat(zone: number, target: ZoneTarget): Promise<boolean> {
  const touched = touchedNow()
  return send((client) => client.heat({ zone, target, ...touched }))
}
