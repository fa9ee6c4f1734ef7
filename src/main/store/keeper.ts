import { writeFileSync } from 'node:fs'
import { SmartTopError } from '#contract/error.ts'
import { commitEntries, commitReports, refusedEntry } from './commit.ts'
import { suspectMark } from './database.ts'
import { type LogHead, readHeadFile, writeHeadFile } from './head-file.ts'
import { isDamage, type WriteTrouble, writeTrouble } from './health.ts'
import { MIGRATIONS } from './migrations/index.ts'
import type { Migration } from './migrate.ts'
import { type Append, dated, type Entry, pendingAppends } from './pending.ts'
import type { StoreHealth } from './store.ts'
import { type Tables, tablesOf } from './tables.ts'
import {
  type Aside,
  openVault,
  openWritable,
  type Paths,
  pathsIn,
  proveWritable,
  type Vault,
} from './vault.ts'

export interface KeeperOptions {
  readonly directory: string
  readonly now: () => number
  readonly onHealth: (health: StoreHealth) => void
  readonly migrations?: readonly Migration[]
}

/**
 * The owner of the open database: takes appends, commits them, knows whether the disk takes writes and comes back
 * by itself when it does again. It has no timers of its own (see pulse.ts), so that a test can hold the clock.
 */
export class Keeper {
  readonly paths: Paths | null
  readonly migrations: readonly Migration[]
  readonly aside: Aside
  readonly now: () => number
  private readonly onHealth: (health: StoreHealth) => void
  private readonly pending = pendingAppends()
  private current: StoreHealth = { kind: 'ok' }
  private vault: Vault
  private prepared: Tables
  private exchanging: Promise<void> = Promise.resolve()

  private constructor(options: KeeperOptions, vault: Vault, aside: Aside) {
    this.paths = options.directory === ':memory:' ? null : pathsIn(options.directory)
    this.migrations = options.migrations ?? MIGRATIONS
    this.now = options.now
    this.onHealth = options.onHealth
    this.aside = aside
    this.vault = vault
    this.prepared = tablesOf(vault.db)
    if (vault.trouble !== null) this.current = { kind: 'unwritable', code: vault.trouble }
  }

  static async open(options: KeeperOptions): Promise<Keeper> {
    const paths = options.directory === ':memory:' ? null : pathsIn(options.directory)
    const aside: Aside = { file: null, salvaged: null }
    const migrations = options.migrations ?? MIGRATIONS
    return new Keeper(options, await openVault(paths, { migrations, now: options.now() }, aside), aside)
  }

  get health(): StoreHealth {
    return this.current
  }

  get tables(): Tables {
    return this.prepared
  }

  get db(): Vault['db'] {
    return this.vault.db
  }

  /** How many reports wait. */
  get waiting(): number {
    return this.pending.waiting()
  }

  get hasPending(): boolean {
    return !this.pending.isEmpty()
  }

  append(append: Append): void {
    this.pending.add(dated(append, this.now()))
  }

  /**
   * Commits what waits: what must never be lost first and alone, then telemetry. False when the disk does not take
   * it; then it goes on waiting.
   */
  flush(): boolean {
    if (this.vault.trouble !== null || !this.db.open) return false
    try {
      if (this.current.kind !== 'ok') proveWritable(this.db)
      this.flushEntries()
      this.flushReports()
      this.become({ kind: 'ok' })
      return true
    } catch (error) {
      this.meet(error)
      return false
    }
  }

  private flushEntries(): void {
    let entries = this.pending.entries()
    if (entries.length === 0) return
    let head: LogHead | null
    try {
      head = commitEntries(this.db, this.prepared, entries)
    } catch (error) {
      if (writeTrouble(error, this.places) !== null) throw error
      entries = entries.map((entry) => this.fit(entry))
      head = commitEntries(this.db, this.prepared, entries)
    }
    this.pending.entriesKept()
    if (head !== null && this.paths !== null) writeHeadFile(this.paths.head, head)
  }

  /** The entry, or what stands for it when the database refuses it by itself. */
  private fit(entry: Entry): Entry {
    try {
      this.db
        .transaction(() => {
          commitEntries(this.db, this.prepared, [entry])
          throw new Rehearsed()
        })
        .immediate()
    } catch (error) {
      if (!(error instanceof Rehearsed)) return refusedEntry(entry, error, this.now())
    }
    return entry
  }

  private flushReports(): void {
    if (this.pending.waiting() === 0) return
    try {
      commitReports(this.db, this.prepared, this.pending.reports())
    } catch (error) {
      if (writeTrouble(error, this.places) !== null) throw error
      const reports = [...this.pending.reports()]
        .map(([stove, queue]) => `${stove}: ${queue.length}`)
        .join(', ')
      console.error(`The store cannot keep these reports (a bug): ${reports}: ${String(error)}`)
    }
    this.pending.reportsKept()
  }

  /** One write that an asker waits for, in a transaction of its own, after what was appended before it. */
  write<Result>(work: (tables: Tables) => Result): Result {
    if (!this.flush()) throw this.unwritable()
    try {
      return this.db.transaction(() => work(this.prepared)).immediate()
    } catch (error) {
      if (error instanceof SmartTopError || writeTrouble(error, this.places) === null) throw error
      this.meet(error)
      throw this.unwritable(error)
    }
  }

  /** Reads after what was appended before; while the disk takes no writes, what is known without it. */
  read<Result>(work: (tables: Tables) => Result): Result {
    if (this.hasPending) this.flush()
    try {
      return work(this.prepared)
    } catch (error) {
      if (writeTrouble(error, this.places) !== null) this.meet(error)
      throw error
    }
  }

  /** To be called now and then while unwritable: tries again, from the ground up where the file is not open. */
  async recover(): Promise<void> {
    if (this.current.kind === 'ok' || !this.db.open) return
    try {
      if (this.vault.trouble !== null) {
        if (this.paths === null) return
        const options = { migrations: this.migrations, now: this.now() }
        this.use(await openWritable(this.paths, options, this.aside))
      }
      this.flush()
    } catch (error) {
      this.meet(error)
    }
  }

  /** Takes away a slice of what is past its time; true while there is more. */
  tidy(): boolean {
    if (this.current.kind !== 'ok' || !this.db.open) return false
    try {
      return this.prepared.retention.slice(this.now())
    } catch (error) {
      this.meet(error)
      return false
    }
  }

  /** What the head file says of the log; null without one. */
  witness(): LogHead | null {
    return this.paths === null ? null : readHeadFile(this.paths.head)
  }

  /** Puts another open database in the place of the present one. */
  use(vault: Vault): void {
    this.vault.close()
    this.vault = vault
    this.prepared = tablesOf(vault.db)
  }

  /** While the file is exchanged there is nothing to ask: whoever asks waits for this. */
  get ready(): Promise<void> {
    return this.exchanging
  }

  /** Closes the file, lets it be replaced, and opens what is there afterwards, whether that went well or not. */
  async exchange(work: () => Promise<void>): Promise<void> {
    const done = (async () => {
      this.close()
      try {
        await work()
      } finally {
        await this.reopen()
      }
    })()
    this.exchanging = done.catch(() => {})
    await done
  }

  private async reopen(): Promise<void> {
    this.use(await openVault(this.paths, { migrations: this.migrations, now: this.now() }, this.aside))
    if (this.vault.trouble === null) this.become({ kind: 'ok' })
    else this.become({ kind: 'unwritable', code: this.vault.trouble })
  }

  close(): void {
    this.flush()
    this.vault.close()
  }

  unwritable(cause?: unknown): SmartTopError {
    const reason: WriteTrouble = this.current.kind === 'ok' ? 'failed' : this.current.code
    return new SmartTopError('storage-unwritable', `The disk takes no writes: ${reason}.`, { reason }, cause)
  }

  private get places(): readonly string[] {
    return this.paths === null ? [] : [this.paths.folder, this.paths.file]
  }

  private meet(error: unknown): void {
    if (isDamage(error) && this.paths !== null) {
      try {
        writeFileSync(suspectMark(this.paths.file), '')
      } catch {
        // Then the next start checks what it always checks.
      }
    }
    this.become({ kind: 'unwritable', code: writeTrouble(error, this.places) ?? 'failed' })
  }

  private become(health: StoreHealth): void {
    const before = this.current
    const same =
      before.kind === health.kind &&
      (before.kind === 'ok' || health.kind === 'ok' || before.code === health.code)
    this.current = health
    if (!same) this.onHealth(health)
  }
}

/** Takes a rehearsed transaction back. */
class Rehearsed extends Error {}
