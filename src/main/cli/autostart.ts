import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { packageFolder } from '#main/package-folder.ts'
import { UsageError, print } from './arguments.ts'

/** The desktop entry of the XDG autostart specification that starts the kitchen with the session. */
export function desktopEntry(node: string, command: string): string {
  const quoted = (text: string): string => `"${text.replace(/(["\\`$])/g, '\\$1').replace(/%/g, '%%')}"`
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=SmartTop',
    'Comment=The kitchen, on its wall display',
    `Exec=${quoted(node)} ${quoted(command)} start`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

export async function autostart(args: readonly string[]): Promise<number> {
  const [wish] = args
  if (args.length !== 1 || (wish !== 'on' && wish !== 'off' && wish !== 'status')) {
    throw new UsageError('autostart takes one word: on, off or status')
  }
  if (process.platform !== 'linux') {
    throw new Error(
      'autostart is written for Linux. On this system add "smarttop start" to your login items.',
    )
  }
  const folder = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
  const file = join(folder, 'autostart', 'smarttop.desktop')
  if (wish === 'on') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, desktopEntry(process.execPath, join(packageFolder, 'bin/smarttop.mjs')))
  }
  if (wish === 'off') rmSync(file, { force: true })
  print({ autostart: existsSync(file), file })
  return 0
}
