import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKitchen, type Kitchen } from '#main/host.ts'
import { serve, type Served } from '#main/http/serve.ts'
import { HeadlessDisplay } from './headless-display.ts'

/** The real kitchen within the test's process, served on a free port, set up, with the virtual stove connected. */
export interface OpenKitchen {
  readonly kitchen: Kitchen
  readonly served: Served
  readonly data: string
  readonly display: HeadlessDisplay
  /** Another screen, paired by the code on the display. */
  phone(name: string): Promise<HeadlessDisplay>
  close(): Promise<void>
}

export async function openTestKitchen(
  options: {
    readonly stove?: string
    readonly data?: string
    readonly setUp?: boolean
    /** Folder of the built glass; without it there is nothing to see. */
    readonly glass?: string
  } = {},
): Promise<OpenKitchen> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'smarttop-kitchen-'))
  const kitchen = await openKitchen({
    data,
    stove: options.stove ?? 'virtual:?seed=5',
    headless: false,
    sound: () => {},
  })
  const served = await serve({
    door: kitchen.door,
    pairing: kitchen.pairing,
    glass: options.glass ?? data,
    port: 0,
    lan: false,
  })
  const display = await HeadlessDisplay.enter(served.url)
  const guests: HeadlessDisplay[] = []
  await display.until((snapshot) => snapshot.connection.kind === 'connected')
  if (options.setUp ?? true) await display.client.settings.update({ setUp: true })
  return {
    kitchen,
    served,
    data,
    display,
    async phone(name) {
      const paired = kitchen.pairing.pair(kitchen.pairing.code, name)
      if (paired.kind !== 'paired') throw new Error(paired.code)
      const phone = await HeadlessDisplay.enter(served.url, paired.token)
      guests.push(phone)
      return phone
    },
    async close() {
      for (const screen of [display, ...guests]) screen.leave()
      await kitchen.close()
      await served.close()
    },
  }
}
