import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { recipeParts } from '../../src/contract/recipe-parts.ts'
import { Running, startEmulator, startKitchen, temporaryFolder } from '../support/processes.ts'
import { launchChromium } from '../support/chromium.ts'
import { percentile, spread, type BenchFigure } from './figure.ts'
import { HeadlessDisplay } from '../support/headless-display.ts'

const ROUNDS = 100

interface Rig {
  readonly emulator: Running
  readonly kitchen: Running
  readonly url: string
  readonly display: HeadlessDisplay
  close(): Promise<void>
}

async function rig(line: 'pty' | 'tcp'): Promise<Rig> {
  const path = join(temporaryFolder(), 'stove')
  const emulator =
    line === 'pty' ? await startEmulator(path) : new Running(['stove', 'emulate', '--tcp', '0'])
  const ready = await emulator.line((each) => each['event'] === 'ready')
  const { running: kitchen, url } = await startKitchen(String(ready['address']))
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
  const before = emulator.lines.length
  const answer = await display.client.heat({ zone: 0, target: { kind: 'power', share: 0.3 } })
  if (answer.kind !== 'done') throw new Error(`the zone did not start: ${JSON.stringify(answer)}`)
  await emulator.line((line) => line['event'] === 'heat' && Number(line['watts']) > 0, before)
  const from = emulator.lines.length
  const off = emulator.line((line) => line['event'] === 'off', from)
  const pressedAt = await press()
  const seenAt = Number((await off)['at'])
  await display.until((snapshot) => snapshot.safety.zones.every((zone) => zone.target.kind === 'off'))
  return seenAt - pressedAt
}

const wallNow = (): number => performance.timeOrigin + performance.now()

/** A recipe that is one, of 1.5 MB: nobody's, but the kitchen reads and keeps it. */
function longRecipe(): string {
  const step = (index: number) => ({
    id: `step-${index}`,
    title: { en: 'Wait' },
    text: { en: 'On and on. '.repeat(500) },
    uses: [],
    heat: [],
    until: { kind: 'cook' },
    mode: 'hand',
  })
  return JSON.stringify({
    id: 'long',
    title: { en: 'Long' },
    story: { en: 'Told for ever.' },
    author: 'bench',
    servings: 2,
    total: 3600,
    zones: [],
    equipment: [],
    ingredients: [],
    steps: Array.from({ length: 270 }, (_, index) => step(index)),
  })
}

/** Command at the kitchen's door to the off frame at a stove whose line takes no time of its own (TCP). */
async function kitchenSide(stage: Rig, busy: boolean): Promise<readonly number[]> {
  let working = busy
  const other = await HeadlessDisplay.enter(stage.url)
  const load = async (): Promise<void> => {
    const imports = [JSON.stringify({ title: { en: 'x'.repeat(1_500_000) } }), longRecipe()].map(recipeParts)
    for (let turn = 0; working; turn++) {
      for (const part of imports[turn % imports.length]!) await other.client.recipe.add(part)
      await other.client.history.list({ before: null, limit: 100 })
      await other.client.backup.places()
      // Under what the door takes for a flood.
      await pause(100)
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
  other.leave()
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

async function on<Result>(line: 'pty' | 'tcp', act: (stage: Rig) => Promise<Result>): Promise<Result> {
  const stage = await rig(line)
  try {
    return await act(stage)
  } finally {
    await stage.close()
  }
}

export async function benchStop(): Promise<readonly BenchFigure[]> {
  const [quiet, loaded] = await on('tcp', async (stage) => [
    await kitchenSide(stage, false),
    await kitchenSide(stage, true),
  ])
  const finger = process.platform === 'linux' ? await on('pty', fromFinger) : []
  const figure = (name: string, limit: number, samples: readonly number[]): BenchFigure => ({
    name: `STOP: ${name}`,
    goal: `p99 < ${limit} ms`,
    figure: spread(samples),
    met: percentile(samples, 0.99) < limit,
  })
  return [
    ...(finger.length > 0
      ? [figure('pointerdown in Chromium (lite) to the off frame behind the PTY', 100, finger)]
      : []),
    figure('kitchen side alone, command to off frame', 5, quiet ?? []),
    figure('kitchen side while queries and imports run', 5, loaded ?? []),
  ]
}
