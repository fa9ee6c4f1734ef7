import { listPorts } from '#main/stove/discovery.ts'
import { openStove } from '#main/stove/open.ts'
import { runEmulator } from '#main/stove/virtual/emulator-process.ts'
import { numberOption, parse, print, UsageError } from './arguments.ts'

export async function stoveList(args: readonly string[]): Promise<number> {
  parse(args, {})
  for (const { path, vendor, product, driver, address } of await listPorts()) {
    print({ path, vendor, product, driver, address })
  }
  return 0
}

/** Looks at a stove without ever heating: the driver sends off first and nothing after it. */
export async function stoveWatch(args: readonly string[]): Promise<number> {
  const { values } = parse(args, { stove: { type: 'string' }, seconds: { type: 'string' } })
  if (values.stove === undefined) throw new UsageError('stove watch needs --stove URL')
  const seconds = numberOption('seconds', values.seconds, { min: 0.1, max: 86_400 })
  const ended = Promise.withResolvers<number>()
  const opening = await openStove(values.stove, (event) => {
    if (event.type === 'report') print({ at: Date.now(), ...event.report })
    if (event.type === 'lost') {
      print({ error: { code: event.reason, message: event.detail } })
      ended.resolve(1)
    }
  })
  if (opening.kind === 'failed') {
    print({ error: { code: opening.reason, message: opening.detail } })
    process.stderr.write(`smarttop: ${opening.detail}\n`)
    return 1
  }
  print({ stove: opening.stove.description })
  const stop = (): void => ended.resolve(0)
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const timer = seconds === undefined ? null : setTimeout(stop, seconds * 1000)
  const code = await ended.promise
  if (timer !== null) clearTimeout(timer)
  await opening.stove.close()
  return code
}

/** A virtual stove as a process: events as they happen on stdout, commands of a hand at the stove on stdin. */
export async function stoveEmulate(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const
  const many = { type: 'string', multiple: true } as const
  const { values } = parse(args, {
    pty: text,
    tcp: text,
    driver: text,
    model: text,
    baud: text,
    speed: text,
    seed: text,
    zones: text,
    altitude: text,
    camera: text,
    probe: text,
    scene: text,
    pans: many,
    fault: many,
  })
  const { pty, tcp, baud, fault, pans, ...parameters } = values
  if ((pty === undefined) === (tcp === undefined)) {
    throw new UsageError('stove emulate needs either --pty PATH or --tcp PORT')
  }
  const port = numberOption('tcp', tcp, { min: 0, max: 65_535, whole: true })
  const pace = numberOption('baud', baud, { min: 1200, max: 4_000_000, whole: true })
  return runEmulator({
    parameters: {
      ...parameters,
      ...(fault && { fault: fault.join(',') }),
      ...(pans && { pans: pans.join(',') }),
    },
    ...(pty !== undefined && { pty }),
    ...(port !== undefined && { tcp: port }),
    ...(pace !== undefined && { baud: pace }),
  })
}
