// npm start: installs, builds, then runs the kitchen.
import { ensureBuilt } from './build.mjs'
import { ensureInstalled, root, run } from './node24.mjs'
import { join } from 'node:path'

ensureInstalled()
if (!(await ensureBuilt())) process.exit(1)
process.exit(await run(join(root, 'src/main/cli.ts'), ['start', ...process.argv.slice(2)]))
