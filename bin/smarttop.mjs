#!/usr/bin/env node
// The command: finds Node 24 in node_modules, then runs the command line on it.
import { join } from 'node:path'
import { ensureBuilt } from '../scripts/build.mjs'
import { ensureInstalled, root, run } from '../scripts/node24.mjs'

ensureInstalled()
const args = process.argv.slice(2)
if (args[0] === 'start' && !(await ensureBuilt())) process.exit(1)
process.exit(await run(join(root, 'src/main/cli.ts'), args))
