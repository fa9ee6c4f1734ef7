import { SmartTopError } from '#contract/error.ts'

/** better-sqlite3 13 needs Node 22; on older ones it does not refuse, it takes the whole process down. */
const OLDEST = 22

export function refuseOldNode(version: string = process.versions.node): void {
  if (Number.parseInt(version, 10) >= OLDEST) return
  const message = `SmartTop's store needs Node ${OLDEST} or newer; this is Node ${version}. Start SmartTop with npm start: it brings its own.`
  throw new SmartTopError('node-too-old', message, { version, oldest: OLDEST })
}
