// npm run shots: a picture of every screen, at three sizes and in both themes, into out/shots/.
import { join } from 'node:path'
import { ensureInstalled, root, run } from './node24.mjs'

ensureInstalled()
process.exit(await run(join(root, 'tests/shots/run.ts'), process.argv.slice(2)))
