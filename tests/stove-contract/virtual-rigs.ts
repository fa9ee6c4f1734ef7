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
  return emulated({ tcp: 0 })
}

/** The virtual stove behind a pseudo-terminal: the true serial path. */
export async function ptyRig(): Promise<StoveRig> {
  const folder = await mkdtemp(join(tmpdir(), 'smarttop-pty-'))
  const rig = await emulated({ pty: join(folder, 'stove') })
  return {
    ...rig,
    dispose: async () => {
      await rig.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function emulated(place: { readonly tcp: number } | { readonly pty: string }): Promise<StoveRig> {
  const outcome = await emulate({ ...place, parameters: { seed: '11', camera: '1' } }, () => undefined)
  if (outcome.kind === 'failed') throw new Error(`no emulator: ${outcome.detail}`)
  const { emulation } = outcome
  const address = 'pty' in place ? `serial:${place.pty}` : emulation.address
  return {
    open: (listener) => openStove(address, listener),
    cut: () => emulation.command({ command: 'unplug' }),
    mend: () => emulation.command({ command: 'plug' }),
    dispose: () => {
      emulation.stop()
      return Promise.resolve()
    },
  }
}
