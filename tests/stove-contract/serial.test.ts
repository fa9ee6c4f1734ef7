import { expect, test } from 'vitest'
import { openStove } from '#main/stove/open.ts'
import { hasPty } from '#main/stove/virtual/pty.ts'
import { stoveContract } from './stove-contract.ts'
import { ptyRig } from './virtual-rigs.ts'

if (hasPty()) stoveContract('the virtual stove behind a pseudo-terminal', ptyRig)
else stoveContract.skipped('the virtual stove behind a pseudo-terminal', 'there are none on this system')

test.skipIf(!hasPty())('a port that somebody else holds is busy, and free again after', async () => {
  const rig = await ptyRig()
  const first = await rig.open(() => undefined)
  expect(await rig.open(() => undefined)).toMatchObject({ kind: 'failed', reason: 'port-busy' })
  if (first.kind === 'open') await first.stove.close()
  const second = await rig.open(() => undefined)
  expect(second.kind).toBe('open')
  if (second.kind === 'open') await second.stove.close()
  await rig.dispose()
})

// STOVE_PORT=/dev/ttyACM0 or any address, with a pan of water on the first zone.
const real = process.env['STOVE_PORT']
if (real === undefined) stoveContract.skipped('a real stove', 'STOVE_PORT names none')
else {
  const address = /^(serial|tcp|virtual):/.test(real) ? real : `serial:${real}`
  stoveContract('a real stove', () =>
    Promise.resolve({ open: (listener) => openStove(address, listener), dispose: () => Promise.resolve() }),
  )
}
