import { afterEach, expect, test } from 'vitest'
import { HeadlessDisplay } from '../support/headless-display.ts'
import { Running, startKitchen } from '../support/processes.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** SIGSTOP is the hardest hang that there is: the process does not get one more instruction. */
test.skipIf(process.platform === 'win32')(
  "law 1: STOP is heard within 100 ms while the kitchen's own process hangs",
  async () => {
    const emulator = new Running(['stove', 'emulate', '--tcp', '0'])
    ends.push(() => emulator.stop('SIGKILL'))
    const ready = await emulator.line((line) => line['event'] === 'ready')
    const { running: kitchen, url } = await startKitchen(String(ready['address']))
    ends.push(() => kitchen.stop('SIGKILL'))
    const display = await HeadlessDisplay.enter(url)
    ends.push(() => display.leave())
    const { stopPort } = await display.until(
      (snapshot) => snapshot.connection.kind === 'connected' && typeof snapshot.stopPort === 'number',
    )
    await display.client.settings.update({ setUp: true, sounds: false })
    const heated = await display.client.heat({ zone: 0, target: { kind: 'power', share: 0.3 } })
    expect(heated).toEqual({ kind: 'done' })
    await emulator.line((line) => line['event'] === 'heat' && Number(line['watts']) > 0)

    kitchen.child.kill('SIGSTOP')
    const from = emulator.lines.length
    const pressedAt = performance.timeOrigin + performance.now()
    const answer = await fetch(`http://127.0.0.1:${stopPort}/stop`, {
      method: 'POST',
      headers: { origin: new URL(url).origin },
    })
    expect(answer.status).toBe(204)
    const off = await emulator.line((line) => line['event'] === 'off', from)
    expect(Number(off['at']) - pressedAt).toBeLessThan(100)

    // What was pressed meanwhile is in the log, and the kitchen finds the stove off.
    kitchen.child.kill('SIGCONT')
    const after = await display.until((snapshot) =>
      snapshot.safety.zones.every((zone) => zone.target.kind === 'off'),
    )
    expect(after.safety.zones.length).toBeGreaterThan(0)
  },
)
