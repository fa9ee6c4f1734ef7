import type { Keeper } from './keeper.ts'

/** Commits are at most this far apart in milliseconds: what a kill may take, with the commit's own time. */
const FLUSH_EVERY = 300
/** While the disk takes no writes, it is asked this often. */
const RECOVER_EVERY = 1000
/** What is past its time is taken away this often, and while there is more, slice by slice in between. */
const TIDY_EVERY = 60_000
const TIDY_PAUSE = 50
/** More reports than this are committed at once, so that a burst stays small. */
const BURST = 1000

/** The beat of a keeper. */
export function pulse(keeper: Keeper, settled: () => void) {
  let flushing: NodeJS.Timeout | null = null
  let tidying: NodeJS.Timeout | null = null
  let recovering = false

  function flush(): void {
    if (flushing !== null) clearTimeout(flushing)
    flushing = null
    keeper.flush()
    settled()
  }

  function appended(): void {
    if (keeper.health.kind === 'ok' && keeper.waiting > BURST) flush()
    else flushing ??= setTimeout(flush, FLUSH_EVERY)
  }

  function tidy(): void {
    tidying = setTimeout(tidy, keeper.tidy() ? TIDY_PAUSE : TIDY_EVERY)
  }

  const recover = setInterval(() => {
    if (keeper.health.kind === 'ok' || recovering) return
    recovering = true
    void keeper.recover().finally(() => {
      recovering = false
    })
  }, RECOVER_EVERY)
  tidying = setTimeout(tidy, TIDY_EVERY)

  function stop(): void {
    clearInterval(recover)
    if (flushing !== null) clearTimeout(flushing)
    if (tidying !== null) clearTimeout(tidying)
  }

  return { appended, stop }
}
