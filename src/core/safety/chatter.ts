/**
 * Law 11 on a finite disk: orders that change nothing (STOP while all is off, a request that is refused) may come as
 * fast as a line carries them. So many of them are written in ten seconds; the rest are counted, and the next line of
 * their kind tells how many. What changes something is always written.
 */
export interface Chatter {
  readonly since: number
  readonly written: number
  readonly unwritten: number
}

export const NO_CHATTER: Chatter = { since: 0, written: 0, unwritten: 0 }

const WINDOW = 10_000
const MOST = 20

/** Whether one more is written now; `before` = how many were not since the last that was. */
export function hearChatter(
  chatter: Chatter,
  at: number,
): { readonly chatter: Chatter; readonly write: boolean; readonly before: number } {
  const over = at - chatter.since >= WINDOW || at < chatter.since
  const now = over ? { ...chatter, since: at, written: 0 } : chatter
  if (now.written >= MOST) {
    return { chatter: { ...now, unwritten: now.unwritten + 1 }, write: false, before: 0 }
  }
  return {
    chatter: { since: now.since, written: now.written + 1, unwritten: 0 },
    write: true,
    before: now.unwritten,
  }
}
