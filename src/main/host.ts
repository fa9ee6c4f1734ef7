import { mkdirSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import type { CommandResult } from '#contract/commands.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import type { SafetyView } from '#core/safety/view.ts'
import { Live } from '#main/bridge/live.ts'
import { createDoor, type Door } from '#main/bridge/door.ts'
import { Pairing } from '#main/bridge/pairing.ts'
import type { KitchenActions } from '#main/kitchen/actions.ts'
import { wallClock, type Clock } from '#main/kitchen/clock.ts'
import { Library } from '#main/kitchen/library.ts'
import { urgentKey } from '#main/kitchen/quiet.ts'
import { RecipeUploads } from '#main/kitchen/recipe-uploads.ts'
import { Rehearsal } from '#main/kitchen/rehearsal.ts'
import { SettingsKeeper } from '#main/kitchen/settings-keeper.ts'
import { playTune, type Tune } from '#main/kitchen/sound.ts'
import { Station } from '#main/kitchen/station.ts'
import { shippedTechniques } from '#main/kitchen/techniques.ts'
import { openStore } from '#main/store/open.ts'
import { startSupervisor, type StartSupervisor } from '#main/supervisor/client.ts'
import type { StopAccess } from '#main/supervisor/protocol.ts'
import { listPorts } from '#main/stove/discovery.ts'
import { knownStoves } from '#main/stove/known-stoves.ts'
import { version } from './version.ts'

export interface KitchenOptions {
  /** Folder of the kitchen's memory. */
  readonly data: string
  /** Address of the stove; null = what the settings say, else the virtual stove. */
  readonly stove: string | null
  /** No display of its own: the first screen that pairs becomes it (law 6). */
  readonly headless: boolean
  readonly clock?: Clock
  /** How an alarm sounds where no browser does; silent in tests. */
  readonly sound?: (tune: Tune, volume: number) => void
  /** How a supervisor's process is started; forked where nothing else is said. */
  readonly startSupervisor?: StartSupervisor
}

export interface Kitchen {
  readonly door: Door
  readonly pairing: Pairing
  snapshot(): Snapshot
  /** Other screens may come in at these addresses: the display shows them with the pairing code. */
  share(urls: readonly string[]): void
  /** Opens the supervisor's own door for STOP: what it hears does not pass this process. */
  openStopDoor(access: Omit<StopAccess, 'screens'>): void
  /** Everything off, everything written. Idempotent. */
  close(): Promise<void>
}

const VIRTUAL = 'virtual:'
const DONE: CommandResult = { kind: 'done' }
/** Moving figures reach the snapshot this often; what is urgent goes at once. */
const CALM_MS = 1000

/** Composes the kitchen: the only place where its parts meet. */
export async function openKitchen(options: KitchenOptions): Promise<Kitchen> {
  const clock = options.clock ?? wallClock
  const play = options.sound ?? playTune
  mkdirSync(options.data, { recursive: true })
  const store = await openStore({ directory: options.data })
  const settings = await SettingsKeeper.open(store)
  const library = await Library.open(store)
  const techniques = shippedTechniques()
  const address = options.stove ?? settings.current.stoveAddress ?? VIRTUAL
  const lastStove = await store.lastStove(address)
  const faultsOf = lastStove?.id ?? address
  const latched = await store.faults(faultsOf)
  const pairing = new Pairing(options.data, () => clock.now(), options.headless)
  const live = new Live()
  const uploads = new RecipeUploads()
  let urls: readonly string[] = []
  let stopPort: number | null = null
  let lastKey = ''
  let lastAt = Number.NEGATIVE_INFINITY
  let due = false
  let closing: Promise<void> | null = null

  const sound = (tune: Tune): void => {
    // A screen that is there sounds by itself; the machine does so when none is.
    if (settings.current.sounds && door.screens().length === 0) play(tune, settings.current.volume)
  }
  /** Many changes of one moment make one snapshot. */
  const changed = (): void => {
    if (due || closing !== null) return
    due = true
    setImmediate(publish)
  }

  const supervisor = startSupervisor(options.startSupervisor, latched)
  supervisor.onMessage((message) => {
    if (message.type !== 'stop-door') return
    stopPort = message.port
    changed()
  })
  const station = new Station({
    clock,
    store,
    settings,
    techniques,
    supervisor,
    address,
    faultsOf,
    rehearsal: false,
    sound: (tune) => {
      // Law 9: what is wrong with the real stove is not played over by a rehearsal.
      if (tune === 'fault') void rehearsal.end()
      sound(tune)
    },
    changed,
    telemetry: (frame) => {
      if (!rehearsal.running) live.telemetry(frame)
    },
  })
  if (settings.current.locked) station.lock(true, 'kitchen')
  const rehearsal = new Rehearsal({
    clock,
    settings,
    library,
    techniques,
    startSupervisor: options.startSupervisor,
    sound,
    changed,
    telemetry: (frame) => live.telemetry(frame),
    realIsIdle: () => station.idle,
    leaveReal: () => station.stop(null, 'rehearsal'),
  })
  /** The stove that the screens look at. */
  const stage = (): Station => rehearsal.station ?? station

  /** Law 11: the supervisor and its log know a screen by its id; what a household calls it is for people only. */
  function named(view: SafetyView): SafetyView {
    const questions = view.questions.map(({ request, ...question }) => ({
      ...question,
      request: { ...request, by: pairing.nameOf(request.by) ?? request.by },
    }))
    return { ...view, questions }
  }

  function snapshot(): Snapshot {
    const shown = stage().snapshot()
    return {
      version,
      wallNow: clock.now(),
      rehearsal: rehearsal.running,
      settings: settings.current,
      ...shown,
      safety: named(shown.safety),
      screens: door.screens(),
      paired: pairing.screens.map(({ id, name, role }) => ({ id, name, role })),
      pairing: urls.length === 0 ? null : { code: pairing.code, urls },
      storage: health,
      stopPort,
    }
  }

  function publish(): void {
    due = false
    if (closing !== null) return
    const next = snapshot()
    const key = urgentKey(next)
    const calm = performance.now() - lastAt >= CALM_MS
    if (key === lastKey && !calm) return
    lastKey = key
    lastAt = performance.now()
    live.publish(next)
  }

  let health: Snapshot['storage'] =
    store.opened.setAside === null ? { kind: 'ok' } : { kind: 'replaced', setAside: store.opened.setAside }
  store.onHealth((state) => {
    if (state.kind === 'unwritable') health = state
    else if (health.kind === 'unwritable') health = { kind: 'ok' }
    changed()
  })

  /** Runs what may fail for reasons of the disk; the code of the failure is its answer. */
  async function attempt(act: () => Promise<unknown>): Promise<CommandResult> {
    try {
      await act()
      return DONE
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed'
      return { kind: 'refused', code }
    }
  }

  const actions: KitchenActions = {
    // Law 1: whatever the screens look at, stop means every stove.
    stop(zone, screen) {
      if (rehearsal.station === null) station.stop(zone, screen.id)
      else {
        rehearsal.station.stop(zone, screen.id)
        station.stop(null, screen.id)
      }
      return DONE
    },
    heat: (zone, target, touchedAt, screen) => stage().heat(zone, target, touchedAt, screen),
    answer(question, accept, screen) {
      stage().answer(question, accept, screen.id)
      return DONE
    },
    acknowledge: (fault, screen) => stage().acknowledge(fault, screen.id),
    lock(locked, screen) {
      station.lock(locked, screen.id)
      rehearsal.station?.lock(locked, screen.id)
      // It counts at once; what is kept of it is for the next start.
      return settings.update({ locked })
    },
    beat(touched, screen) {
      station.beat(touched, screen.id)
      rehearsal.station?.beat(touched, screen.id)
    },
    cook: {
      async start(id, servings, zones) {
        const recipe = await library.get(id)
        if (recipe === null) return { kind: 'refused', code: 'recipe-unknown' }
        return stage().cooking.start(recipe, servings, zones)
      },
      next: () => stage().cooking.say('next'),
      back: () => stage().cooking.say('back'),
      pause: () => stage().cooking.say('pause'),
      resume: () => stage().cooking.say('resume'),
      finish: () => stage().cooking.say('finish'),
      abandon: () => stage().cooking.say('abandon'),
      recover: (session, take) => stage().cooking.recover(session, take),
    },
    technique: { list: () => [...techniques.values()] },
    program: {
      start: (zone, technique, choices, touchedAt, screen) =>
        stage().programs.start(zone, technique, choices, touchedAt, screen),
      change: (zone, choices, touchedAt, screen) => stage().programs.change(zone, choices, touchedAt, screen),
      say: (zone, word, touchedAt, screen) => stage().programs.say(zone, word, touchedAt, screen),
    },
    timer: {
      add: (label, seconds) => stage().timers.add(label, seconds),
      pause: (id) => stage().timers.say('pause', id),
      resume: (id) => stage().timers.say('resume', id),
      extend: (id, seconds) => stage().timers.extend(id, seconds),
      dismiss: (id) => stage().timers.say('dismiss', id),
    },
    recipe: {
      list: () => Promise.resolve(library.list()),
      get: (id) => library.get(id),
      add(part, screen) {
        const upload = uploads.take(part, screen)
        if (upload.kind === 'whole') return library.add(upload.text)
        return upload.kind === 'unfinished' ? DONE : { kind: 'refused', code: 'recipe-torn' }
      },
      remove: (id) => library.remove(id),
    },
    history: {
      list: (before, limit) => store.listCooks(before, limit),
      graph: (session, points) => store.graph(session, points),
    },
    settings: {
      update: (change) => settings.update(change),
      nameZones: (names) => station.nameZones(names),
    },
    stove: {
      ports: () => listPorts(),
      known: knownStoves,
      async connect(address) {
        if (!station.idle) return { kind: 'refused', code: 'stove-in-use' }
        const saved = await settings.update({ stoveAddress: address })
        if (saved.kind === 'done') station.connect(address)
        return saved
      },
    },
    screen: {
      remove(id, screen) {
        if (id === screen.id) return { kind: 'refused', code: 'screen-own' }
        if (!pairing.remove(id)) return { kind: 'refused', code: 'not-saved' }
        door.sendAway(id)
        changed()
        return DONE
      },
    },
    backup: {
      places: () => store.backupPlaces(),
      files: (place) => store.backupFiles(place),
      write: (place) => attempt(() => store.writeBackup(place)),
      restore: (file) =>
        station.idle
          ? attempt(async () => {
              await store.restoreBackup(file)
              await Promise.all([settings.reload(), library.reload(), station.reload()])
            })
          : { kind: 'refused', code: 'stove-in-use' },
    },
    rehearsal: {
      start: (id) => rehearsal.start(id),
      end: () => rehearsal.end(),
    },
  }
  const door = createDoor(actions, live, changed)
  const stopTicking = clock.every(CALM_MS, changed)
  changed()

  return {
    door,
    pairing,
    snapshot,
    openStopDoor(access) {
      const tell = (): void => {
        const screens = pairing.screens.map(({ id, hash }) => ({ id, hash }))
        supervisor.send({ type: 'stop-door', access: { ...access, screens } })
      }
      tell()
      pairing.watch(tell)
    },
    share(shared) {
      urls = shared
      changed()
    },
    close() {
      closing ??= (async () => {
        stopTicking()
        await rehearsal.end()
        await station.close()
        await store.close()
      })()
      return closing
    },
  }
}
