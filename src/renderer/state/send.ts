import i18next from 'i18next'
import type { CommandResult } from '#contract/commands.ts'
import type { HeatAnswer } from '#core/safety/request.ts'
import type { ZoneTarget } from '#core/stove/stove.ts'
import type { KitchenClient } from '../bridge/kitchen-link.ts'
import { kitchen } from './kitchen.ts'
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
  const key = [`refusal.${code}`, `command.${code}`, 'command.unknown'].find((each) => i18next.exists(each))
  return i18next.t(key ?? 'command.unknown', { detail: detail ?? code })
}

/** Sets a zone. At the stove's own display this is the touch of law 6; elsewhere the kitchen asks there. */
export function heat(zone: number, target: ZoneTarget): Promise<boolean> {
  return send((client) => client.heat({ zone, target: target }))
}
