import { join } from 'node:path'
import { startEmulator, startKitchen, temporaryFolder, type Running } from '../support/processes.ts'
import { launchChromium } from '../support/chromium.ts'
import { percentile, spread, type BenchFigure } from './figure.ts'
import { HeadlessDisplay } from '../support/headless-display.ts'

const ROUNDS = 120

interface Rig {
  readonly emulator: Running
  readonly kitchen: Running
  readonly url: string
  readonly display: HeadlessDisplay
  close(): Promise<void>
}

async function rig(): Promise<Rig> {
  const path = join(temporaryFolder(), 'stove')
  const emulator = await startEmulator(path)
  const { running: kitchen, url } = await startKitchen(`serial:${path}`)
  const display = await HeadlessDisplay.enter(url)
  await display.until((snapshot) => snapshot.connection.kind === 'connected')
  await display.client.settings.update({ setUp: true, sounds: false })
  return {
    emulator,
    kitchen,
    url,
    display,
    async close() {
      display.leave()
      await kitchen.stop()
      await emulator.stop()
    },
  }
}

/** Wall time at which the emulator saw OFF, for a stop that `press` gives while zone 0 heats. */
async function heatAndStop({ display, emulator }: Rig, press: () => Promise<number>): Promise<number> {
  const answer = await display.client.heat({ zone: 0, target: { kind: 'power', share: 0.3 } })
  if (answer.kind !== 'done') throw new Error(`the zone did not start: ${JSON.stringify(answer)}`)
  await emulator.line((line) => line['event'] === 'heat' && Number(line['watts']) > 0, emulator.lines.length)
  const from = emulator.lines.length
  const off = emulator.line((line) => line['event'] === 'off', from)
  const pressedAt = await press()
  const seenAt = Number((await off)['at'])
  await display.until((snapshot) => snapshot.safety.zones.every((zone) => zone.target.kind === 'off'))
  return seenAt - pressedAt
}

const wallNow = (): number => performance.timeOrigin + performance.now()

/** Command at the kitchen's door to the off frame behind the pseudo-terminal. */
async function kitchenSide(stage: Rig, busy: boolean): Promise<readonly number[]> {
  let working = busy
  const load = async (): Promise<void> => {
    const huge = JSON.stringify({ title: { en: 'x'.repeat(1_500_000) } })
    while (working) {
      await stage.display.client.recipe.add({ text: huge })
      await stage.display.client.history.list({ before: null, limit: 100 })
      await stage.display.client.recipe.list()
    }
  }
  const loading = load()
  const samples: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    samples.push(
      await heatAndStop(stage, () => {
        const at = wallNow()
        void stage.display.client.stop({ zone: null })
        return Promise.resolve(at)
      }),
    )
  }
  working = false
  await loading
  return samples
}

/** `pointerdown` on STOP in Chromium, stamped by the browser, to the off frame behind the pseudo-terminal. */
async function fromFinger(stage: Rig): Promise<readonly number[]> {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(`${stage.url}?tier=lite`)
    const stop = page.getByRole('button', { name: /stop/i }).first()
    await stop.waitFor()
    await page.evaluate(() => {
      const record = globalThis as unknown as { pressedAt: number }
      addEventListener(
        'pointerdown',
        (event) => {
          record.pressedAt = performance.timeOrigin + event.timeStamp
        },
        { capture: true },
      )
    })
    const box = await stop.boundingBox()
    if (box === null) throw new Error('STOP is not on the screen')
    const samples: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      samples.push(
        await heatAndStop(stage, async () => {
          await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
          await page.mouse.down()
          await page.mouse.up()
          return page.evaluate(() => (globalThis as unknown as { pressedAt: number }).pressedAt)
        }),
      )
    }
    return samples
  } finally {
    await browser.close()
  }
}

export async function benchStop(): Promise<readonly BenchFigure[]> {
  const stage = await rig()
  try {
    const quiet = await kitchenSide(stage, false)
    const loaded = await kitchenSide(stage, true)
    const finger = await fromFinger(stage)
    return [
      {
        name: 'STOP: pointerdown in Chromium (lite) to the off frame behind the PTY',
        goal: 'p99 < 100 ms',
        figure: spread(finger),
        met: percentile(finger, 0.99) < 100,
      },
      {
        name: 'STOP: kitchen side alone, command to off frame',
        goal: 'p99 < 5 ms',
        figure: spread(quiet),
        met: percentile(quiet, 0.99) < 5,
      },
      {
        name: 'STOP: kitchen side while queries and imports run',
        goal: 'p99 < 5 ms',
        figure: spread(loaded),
        met: percentile(loaded, 0.99) < 5,
      },
    ]
  } finally {
    await stage.close()
  }
}
