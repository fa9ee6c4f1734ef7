import { send } from '../state/send.ts'

export const startTimer = (seconds: number, label: string): Promise<boolean> =>
  send((client) => client.timer.add({ label, seconds }))
