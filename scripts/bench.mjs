// npm run bench: measures what the product promises and prints it as a table. Words name the groups to run;
// --long runs the half-hour soak in full.
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled, root, run } from './node24.mjs'

ensureInstalled()
if (!(await ensureBuilt())) process.exit(1)
process.exit(await run(join(root, 'tests/bench/run.ts'), process.argv.slice(2)))
