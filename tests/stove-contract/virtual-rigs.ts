import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStove } from '#main/stove/open.ts'
import { emulate } from '#main/stove/virtual/emulate.ts'
import type { StoveRig } from './stove-contract.ts'

/** The virtual stove in its thread, as the kitchen starts it. */
export function threadRig(): Promise<StoveRig> {
  return Promise.resolve({
    open: (listener) => openStove('virtual:?seed=11&speed=4&camera=1', listener),
    dispose: () => Promise.resolve(),
  })
}

/** The virtual stove behind TCP on this machine. */
export function tcpRig(): Promise<StoveRig> {
  return emulated({ tcp: 0 }, LINK)
}

/** The virtual stove behind a pseudo-terminal: the true serial path. */
export function ptyRig(): Promise<StoveRig> {
  return behindPty(LINK)
}

/** A hotplate's emulator behind TCP, by its driver and model. */
export const hotplateTcp =
  (driver: string, model: string): (() => Promise<StoveRig>) =>
  () =>
    emulated({ tcp: 0 }, { ...HOTPLATE, driver, model })

/** The same behind a pseudo-terminal at the pace of its own line. */
export const hotplatePty =
  (driver: string, model: string): (() => Promise<StoveRig>) =>
  () =>
    behindPty({ ...HOTPLATE, driver, model })

const LINK = { seed: '11', camera: '1' }
const HOTPLATE = { seed: '11', pans: '0:pot-18/water:1' }

async function behindPty(parameters: Readonly<Record<string, string>>): Promise<StoveRig> {
  const folder = await mkdtemp(join(tmpdir(), 'smarttop-pty-'))
  const rig = await emulated({ pty: join(folder, 'stove') }, parameters)
  return {
    ...rig,
    dispose: async () => {
      await rig.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function emulated(
  place: { readonly tcp: number } | { readonly pty: string },
  parameters: Readonly<Record<string, string>>,
): Promise<StoveRig> {
  let drawn = 0
  const outcome = await emulate({ ...place, parameters }, (event) => {
    if (event.event === 'state') drawn = event.zones.reduce((sum, zone) => sum + zone.watts, 0)
  })
  if (outcome.kind === 'failed') throw new Error(`no emulator: ${outcome.detail}`)
  const { emulation } = outcome
  return {
    open: (listener) => openStove(emulation.address, listener),
    cut: () => emulation.command({ command: 'unplug' }),
    mend: () => emulation.command({ command: 'plug' }),
    watts: async () => {
      await emulation.command({ command: 'state' })
      return drawn
    },
    dispose: () => {
      emulation.stop()
      return Promise.resolve()
    },
  }
}
