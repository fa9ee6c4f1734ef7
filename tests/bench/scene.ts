import { setTimeout as pause } from 'node:timers/promises'
import type { HologramStats } from '../../src/renderer/hologram/bench.ts'
import { serveHarness } from '../renderer/hologram/harness/serve.ts'
import { launchChromium } from '../support/chromium.ts'
import { percentile, spread, type BenchFigure } from './figure.ts'

/** Six hot zones with pans, told anew ten times a second, in the tier without a GPU. */
export async function benchScene(): Promise<readonly BenchFigure[]> {
  const minutes = process.argv.includes('--long') ? 10 : 2
  const harness = await serveHarness()
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const told = async (): Promise<HologramStats> => {
      const stats = await page.evaluate(() => window.smarttopHologram?.stats())
      if (stats === undefined) throw new Error('the page shows no meter')
      return stats
    }
    await page.goto(`${harness.url}?bench&stove=six&moment=hot&tier=lite&live`)
    await page.waitForFunction(() => window.smarttopHologram !== undefined)
    await page.evaluate(() => {
      const hot = window.harness.moment('hot')
      // Every zone swings by 6 K in half a minute, so that every report shows.
      setInterval(() => {
        const swing = Math.round(30 * Math.sin(performance.now() / 4800))
        const zones = hot.zones.map((zone) => ({
          ...zone,
          surface: (zone.surface ?? 0) + swing / 10,
          field: zone.field.map((tenths) => (tenths === -32768 ? tenths : tenths + swing)),
        }))
        window.harness.push({ ...hot, zones })
      }, 100)
    })
    await page.waitForFunction(() => (window.smarttopHologram?.stats().frames ?? 0) > 100, null, {
      timeout: 120_000,
    })
    const moving = await told()

    const devtools = await page.context().newCDPSession(page)
    const heap = async (): Promise<number> => {
      await devtools.send('HeapProfiler.collectGarbage')
      const { usedSize } = await devtools.send('Runtime.getHeapUsage')
      return usedSize / 1e6
    }
    const before = await heap()
    await pause(minutes * 60_000)
    const growth = (await heap()) - before

    await page.goto(`${harness.url}?bench&stove=six&moment=hot&tier=lite`)
    await page.waitForFunction(() => (window.smarttopHologram?.stats().frames ?? 0) > 0)
    await pause(3000)
    const still = (await told()).frames
    await pause(10_000)
    const drawn = (await told()).frames - still
    return [
      {
        name: 'Scene: draw calls, six zones with pans',
        goal: '<= 40',
        figure: String(moving.drawCalls),
        met: moving.drawCalls <= 40,
      },
      {
        name: 'Scene: script time a frame, six zones changing at 10 Hz (lite)',
        goal: 'median < 3 ms',
        figure: spread(moving.jsMs),
        met: percentile(moving.jsMs, 0.5) < 3,
      },
      {
        name: `Scene: heap after ${minutes} min of it, garbage collected`,
        goal: 'no growth (< 1 MB)',
        figure: `${growth >= 0 ? '+' : ''}${growth.toFixed(2)} MB on ${before.toFixed(1)} MB`,
        met: growth < 1,
      },
      {
        name: 'Scene: pictures drawn in 10 s while nothing changes',
        goal: '0',
        figure: String(drawn),
        met: drawn === 0,
      },
    ]
  } finally {
    await browser.close()
    await harness.close()
  }
}
