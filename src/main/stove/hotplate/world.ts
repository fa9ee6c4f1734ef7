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
