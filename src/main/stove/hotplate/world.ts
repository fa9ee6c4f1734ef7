import type { ByteStream } from '../transport/stream.ts'

/** Time as the drivers of hotplates take it from the world; tests bring their own. */
export interface World {
  /** Milliseconds that never go back. */
  readonly clock: () => number
  /** Calls `wake` once after `ms`; returns what cancels it. */
  readonly timer: (wake: () => void, ms: number) => () => void
}

export const WORLD: World = {
  clock: () => performance.now(),
  timer: (wake, ms) => {
    const handle = setTimeout(wake, ms)
    return () => {
      clearTimeout(handle)
    }
  },
}

export function sleep({ timer }: World, ms: number): Promise<void> {
  return new Promise((resolve) => {
    timer(resolve, ms)
  })
}

/** How often a full line is looked at, ms: a character takes 1 ms at 9600 baud. */
const LOOK = 3

/** Whether what was written before has gone out within `patience`: nothing may pile up in a line that stands still. */
export async function drained(stream: ByteStream, world: World, patience: number): Promise<boolean> {
  const until = world.clock() + patience
  while (stream.congested && world.clock() < until) await sleep(world, LOOK)
  return !stream.congested
}
