import type { Settings } from '#contract/settings.ts'
import { send } from '../../state/send.ts'

/** Changes some of the kitchen's settings; the snapshot shows whether it did. */
export function change(settings: Partial<Settings>): void {
  void send((client) => client.settings.update(settings))
}
