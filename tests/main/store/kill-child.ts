import { milliseconds } from '../../../src/core/units/quantities.ts'
import { openStore } from '../../../src/main/store/open.ts'
import { entry, reading, report, STOVE } from './figures.ts'

/** A kitchen that appends at 10 Hz and says aloud what it has appended, until it is killed. */
const directory = process.argv[2] ?? ''
const store = await openStore({ directory })
let number = 0
setInterval(() => {
  number += 1
  const at = Date.now()
  store.appendLog(STOVE, [{ ...entry(milliseconds(at)), details: { number } }])
  store.appendTelemetry(STOVE, at, report(reading(number), reading(null, number)))
  process.stdout.write(`${number}\n`)
}, 100)
