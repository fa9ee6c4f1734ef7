import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { recipeParts } from '../../src/contract/recipe-parts.ts'
import { Running, startEmulator, startKitchen, temporaryFolder } from '../support/processes.ts'
import { SETTLED_MS } from '../../src/renderer/stop/stop-phase.ts'
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

/** Milliseconds from the wall time that `press` tells to OFF at the emulator, while so many zones heat. */
async function heatAndStop(
  { display, emulator }: Rig,
  press: () => Promise<number>,
  zones = 1,
): Promise<number> {
  const before = emulator.lines.length
  for (let zone = 0; zone < zones; zone++) {
    const answer = await display.client.heat({ zone, target: { kind: 'power', share: 0.3 } })
    if (answer.kind !== 'done') throw new Error(`zone ${zone} did not start: ${JSON.stringify(answer)}`)
  }
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

interface Finger {
  readonly samples: readonly number[]
  /** Pictures that the hologram drew meanwhile: it must have been alive. */
  readonly pictures: number
}

const ZONES = 4
/** Longer than one picture and its rest: presses fall before, into and after it. */
const PHASES_MS = 400

/**
 * `pointerdown` on STOP in Chromium, stamped by the browser, to the off frame behind the pseudo-terminal, while every
 * zone heats and the hologram follows.
 */
async function fromFinger(stage: Rig): Promise<Finger> {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(`${stage.url}?tier=lite&bench`)
    await page.waitForFunction(() => (window.smarttopHologram?.stats().frames ?? 0) > 0)
    const drawn = (): Promise<number> => page.evaluate(() => window.smarttopHologram?.stats().frames ?? 0)
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
    const before = await drawn()
    for (let round = 0; round < ROUNDS; round++) {
      const press = async (): Promise<number> => {
        await pause((round * 37) % PHASES_MS)
        await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
        await page.mouse.down()
        await page.mouse.up()
        return page.evaluate(() => (globalThis as unknown as { pressedAt: number }).pressedAt)
      }
      const took = await heatAndStop(stage, press, ZONES)
      if (took < 0) throw new Error('OFF came before the finger: the glass said an older press again')
      samples.push(took)
      // Until the glass is done with this press, it would say it again into the next round.
      await page.locator('#stop-root[data-phase="off"]').waitFor()
      await pause(SETTLED_MS + 100)
    }
    return { samples, pictures: (await drawn()) - before }
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
  const finger = process.platform === 'linux' ? await on('pty', fromFinger) : null
  const figure = (name: string, limit: number, samples: readonly number[]): BenchFigure => ({
    name: `STOP: ${name}`,
    goal: `p99 < ${limit} ms`,
    figure: spread(samples),
    met: percentile(samples, 0.99) < limit,
  })
  const fingerFigure = ({ samples, pictures }: Finger): BenchFigure => {
    const line = figure('pointerdown in Chromium (lite) to the off frame behind the PTY', 100, samples)
    return {
      ...line,
      figure: `${line.figure}, ${pictures} pictures meanwhile`,
      met: line.met && pictures > 0,
    }
  }
  return [
    ...(finger === null ? [] : [fingerFigure(finger)]),
    figure('kitchen side alone, command to off frame', 5, quiet ?? []),
    figure('kitchen side while queries and imports run', 5, loaded ?? []),
  ]
}
