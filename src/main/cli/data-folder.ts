import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the kitchen keeps its memory when nothing else is said. */
export function userDataFolder(): string {
  const home = homedir()
  if (process.platform === 'win32')
    return join(process.env['APPDATA'] ?? join(home, 'AppData/Roaming'), 'SmartTop')
  if (process.platform === 'darwin') return join(home, 'Library/Application Support/SmartTop')
  return join(process.env['XDG_DATA_HOME'] ?? join(home, '.local/share'), 'smarttop')
}
