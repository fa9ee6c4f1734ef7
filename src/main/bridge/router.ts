import { implement } from '@orpc/server'
import type { z } from 'zod'
import type { CommandResult } from '#contract/commands.ts'
import { kitchenContract, type targetSchema } from '#contract/commands.ts'
import { celsius } from '#core/units/quantities.ts'
import type { ZoneTarget } from '#core/stove/stove.ts'
import type { KitchenActions } from '#main/kitchen/actions.ts'
import type { Screen } from './screen.ts'

const DISPLAY_ONLY: CommandResult = { kind: 'refused', code: 'display-only' }

function toTarget(input: z.infer<typeof targetSchema>): ZoneTarget {
  return 'celsius' in input ? { kind: input.kind, celsius: celsius(input.celsius) } : input
}

/**
 * The door: every command of the contract, validated by its schema, handed to the kitchen. Screens other than the
 * display may look, stop, lower and ask; all else is refused here (law 6).
 */
export function createRouter(kitchen: KitchenActions) {
  const door = implement(kitchenContract).$context<{ screen: Screen }>()
  const atDisplay = (
    screen: Screen,
    act: () => CommandResult | Promise<CommandResult>,
  ): CommandResult | Promise<CommandResult> => (screen.role === 'display' ? act() : DISPLAY_ONLY)

  return door.router({
    stop: door.stop.handler(({ input, context }) => kitchen.stop(input.zone, context.screen)),
    heat: door.heat.handler(({ input, context }) =>
      kitchen.heat(input.zone, toTarget(input.target), input.touchedAt ?? null, context.screen),
    ),
    answer: door.answer.handler(({ input, context }) =>
      atDisplay(context.screen, () => kitchen.answer(input.question, input.accept, context.screen)),
    ),
    acknowledge: door.acknowledge.handler(({ input, context }) =>
      atDisplay(context.screen, () => kitchen.acknowledge(input.fault, context.screen)),
    ),
    lock: door.lock.handler(({ input, context }) =>
      atDisplay(context.screen, () => kitchen.lock(input.locked, context.screen)),
    ),
    beat: door.beat.handler(({ input, context }) => {
      if (context.screen.role === 'display') kitchen.beat(input.touched, context.screen)
    }),
    cook: {
      start: door.cook.start.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.cook.start(input.recipe, input.servings, input.zones)),
      ),
      next: door.cook.next.handler(({ context }) => atDisplay(context.screen, () => kitchen.cook.next())),
      back: door.cook.back.handler(({ context }) => atDisplay(context.screen, () => kitchen.cook.back())),
      pause: door.cook.pause.handler(({ context }) => atDisplay(context.screen, () => kitchen.cook.pause())),
      resume: door.cook.resume.handler(({ context }) =>
        atDisplay(context.screen, () => kitchen.cook.resume()),
      ),
      finish: door.cook.finish.handler(({ context }) =>
        atDisplay(context.screen, () => kitchen.cook.finish()),
      ),
      abandon: door.cook.abandon.handler(({ context }) =>
        atDisplay(context.screen, () => kitchen.cook.abandon()),
      ),
      recover: door.cook.recover.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.cook.recover(input.session, input.take)),
      ),
    },
    technique: {
      list: door.technique.list.handler(() => [...kitchen.technique.list()]),
    },
    program: {
      start: door.program.start.handler(({ input, context }) =>
        kitchen.program.start(
          input.zone,
          input.technique,
          input.choices,
          input.touchedAt ?? null,
          context.screen,
        ),
      ),
      change: door.program.change.handler(({ input, context }) =>
        kitchen.program.change(input.zone, input.choices, input.touchedAt ?? null, context.screen),
      ),
      word: door.program.word.handler(({ input, context }) =>
        kitchen.program.say(input.zone, input.word, input.touchedAt ?? null, context.screen),
      ),
    },
    timer: {
      add: door.timer.add.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.timer.add(input.label, input.seconds)),
      ),
      pause: door.timer.pause.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.timer.pause(input.id)),
      ),
      resume: door.timer.resume.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.timer.resume(input.id)),
      ),
      extend: door.timer.extend.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.timer.extend(input.id, input.seconds)),
      ),
      dismiss: door.timer.dismiss.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.timer.dismiss(input.id)),
      ),
    },
    recipe: {
      list: door.recipe.list.handler(() => kitchen.recipe.list()),
      get: door.recipe.get.handler(({ input }) => kitchen.recipe.get(input.id)),
      add: door.recipe.add.handler(({ input, context }) =>
        atDisplay(context.screen, () =>
          kitchen.recipe.add({ text: input.text, part: input.part ?? { index: 0, of: 1 } }, context.screen),
        ),
      ),
      remove: door.recipe.remove.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.recipe.remove(input.id)),
      ),
    },
    history: {
      list: door.history.list.handler(({ input }) => kitchen.history.list(input.before, input.limit)),
      graph: door.history.graph.handler(({ input }) => kitchen.history.graph(input.session, input.points)),
    },
    settings: {
      update: door.settings.update.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.settings.update(input)),
      ),
      nameZones: door.settings.nameZones.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.settings.nameZones(input.names)),
      ),
    },
    stove: {
      ports: door.stove.ports.handler(({ context }) =>
        context.screen.role === 'display' ? kitchen.stove.ports() : [],
      ),
      known: door.stove.known.handler(() => [...kitchen.stove.known()]),
      connect: door.stove.connect.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.stove.connect(input.address)),
      ),
    },
    screen: {
      remove: door.screen.remove.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.screen.remove(input.id, context.screen)),
      ),
    },
    backup: {
      places: door.backup.places.handler(({ context }) =>
        context.screen.role === 'display' ? kitchen.backup.places() : [],
      ),
      files: door.backup.files.handler(({ input, context }) =>
        context.screen.role === 'display' ? kitchen.backup.files(input.place) : [],
      ),
      write: door.backup.write.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.backup.write(input.place)),
      ),
      restore: door.backup.restore.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.backup.restore(input.file)),
      ),
    },
    rehearsal: {
      start: door.rehearsal.start.handler(({ input, context }) =>
        atDisplay(context.screen, () => kitchen.rehearsal.start(input.recipe)),
      ),
      end: door.rehearsal.end.handler(({ context }) =>
        atDisplay(context.screen, () => kitchen.rehearsal.end()),
      ),
    },
  })
}
