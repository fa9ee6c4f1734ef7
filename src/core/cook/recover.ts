import type { RecordData } from './event.ts'
import { planCook } from './session.ts'
import type { CookPlan, CookState } from './state.ts'

/**
 * Law 7: rebuilds the place of an interrupted cook from what was recorded. It comes back paused, drives nothing
 * and asks for nothing; only `resume` asks for heat, and that waits for a touch. `at` is the cook's clock now,
 * which may be another one than the recorded: only spans are taken from the record. Unknown kinds are skipped,
 * figures that do not fit the recipe are not believed.
 */
export function recover(
  plan: CookPlan,
  records: readonly { readonly kind: string; readonly data: RecordData }[],
  at: number,
): CookState {
  const last = plan.recipe.steps.length - 1
  let index = 0
  let elapsed = 0
  let done = false
  let status: CookState['status'] = 'paused'
  let startedAt = 0
  let newest = 0
  let stepStartedAt = 0
  for (const { kind, data } of records) {
    newest = Math.max(newest, figure(data, 'at') ?? newest)
    if (kind === 'start') startedAt = newest
    else if (kind === 'step') {
      index = Math.min(last, Math.max(0, Math.trunc(figure(data, 'index') ?? index)))
      elapsed = 0
      done = false
      stepStartedAt = newest
    } else if (kind === 'progress' || kind === 'pause') {
      elapsed = Math.max(elapsed, figure(data, 'elapsed') ?? elapsed)
    } else if (kind === 'step-done') done = true
    else if (kind === 'finish') status = 'finished'
    else if (kind === 'abandon') status = 'abandoned'
  }
  return {
    ...planCook(plan, at),
    status,
    pausedBy: status === 'paused' ? { kind: 'recovered' } : null,
    stepIndex: index,
    startedAt: at - (newest - startedAt),
    stepStartedAt: at - (newest - stepStartedAt),
    elapsed,
    recordedElapsed: elapsed,
    stepDone: done,
  }
}

function figure(data: RecordData, name: string): number | null {
  const value = data[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
