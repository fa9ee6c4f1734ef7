import { UsageError } from './cli/arguments.ts'
import { autostart } from './cli/autostart.ts'
import { controlBench } from './cli/control.ts'
import { heatCore, heatHold, heatLethality, heatPasteurise } from './cli/heat.ts'
import { start } from './cli/start.ts'
import { stoveEmulate, stoveList, stoveWatch } from './cli/stove.ts'
import { version } from './version.ts'

/** Answers go to stdout as JSON, one object a line; words for people go to stderr. Returns the exit code. */
type Command = (args: readonly string[]) => Promise<number>

/** Every command by its words. Longer names are looked up first. */
const COMMANDS: Readonly<Record<string, Command>> = {
  start,
  autostart,
  'stove list': stoveList,
  'stove emulate': stoveEmulate,
  'stove watch': stoveWatch,
  'heat core': heatCore,
  'heat pasteurise': heatPasteurise,
  'heat hold': heatHold,
  'heat lethality': heatLethality,
  'control bench': controlBench,
}

const HELP = `SmartTop ${version}

  smarttop start [--browser] [--no-open] [--port N] [--stove URL] [--data DIR] [--lan] [--headless]
                 [--kiosk] [--fullscreen]
      runs the kitchen; prints {"url": ...} once it serves
      --stove   virtual: (default), serial:/dev/ttyACM0, tcp:host:port, with ?driver=link|namur|modbus|gcode
      --lan     lets other screens of the house pair with a code; --headless appoints the first one as the display
  smarttop stove list
      the ports that may lead to a stove
  smarttop stove emulate (--pty PATH | --tcp PORT) [--speed X] [--seed N] [--fault NAME@SECONDS]... [--scene NAME]
                 [--driver link|namur|modbus|gcode] [--model NAME] [--probe 1]
      a virtual stove behind a pseudo-terminal or a TCP port, until stopped; docs/stoves has the drivers and models
  smarttop stove watch --stove URL [--seconds N]
      a stove's reports as they come; never heats
  smarttop heat (core|pasteurise|hold|lethality) [--table]
      one question a line as JSON on stdin, one answer a line; docs/heat.md has the keys
  smarttop control bench [--table] [--seed N] [--seeds N]
      the zone controller, its peers and the bound on the same plants; exit 1 when a goal is missed
  smarttop autostart (on|off|status)
      starts the kitchen with the desktop session (Linux)

Answers are JSON on stdout, messages on stderr. Exit: 0 done, 1 bad input, 2 wrong usage.
`

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args[0] === 'help' || args.includes('--help')) {
    process.stdout.write(HELP)
    return args.length === 0 ? 2 : 0
  }
  if (args[0] === '--version') {
    process.stdout.write(`${JSON.stringify({ version })}\n`)
    return 0
  }
  for (const words of [2, 1]) {
    const command = COMMANDS[args.slice(0, words).join(' ')]
    if (command !== undefined) return command(args.slice(words))
  }
  throw new UsageError(`there is no command "${args.join(' ')}"`)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const usage = error instanceof UsageError
  process.stderr.write(`smarttop: ${error instanceof Error ? error.message : String(error)}\n`)
  if (usage) process.stderr.write('Run "smarttop help" for all commands.\n')
  process.exitCode = usage ? 2 : 1
}
