import type { Migration } from '../migrate.ts'

/**
 * The first schema. Times are whole wall milliseconds. `stoves.key` is the short key of a stove within this file;
 * tables that a person may want to read alone carry the stove's own id.
 */
export const begin: Migration = {
  version: 1,
  name: 'begin',
  sql: `
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE stoves (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      description TEXT,
      zone_names TEXT,
      seen_at INTEGER,
      -- Where it was reached last, the kitchen timers that run at it, the faults that are latched on it.
      address TEXT,
      timers TEXT,
      faults TEXT
    ) STRICT;

    -- Law 11. Append-only and chained; only figures and codes, no personal data.
    CREATE TABLE log (
      id INTEGER PRIMARY KEY,
      stove TEXT NOT NULL,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      zone INTEGER,
      by TEXT NOT NULL,
      details TEXT NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    CREATE INDEX log_by_stove ON log (stove, at);

    -- The last row of the log, kept apart, so that a log cut at its end shows.
    CREATE TABLE log_head (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      seed TEXT NOT NULL,
      rows INTEGER NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;

    CREATE TRIGGER log_never_changes BEFORE UPDATE ON log
      BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER log_never_shrinks BEFORE DELETE ON log
      BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER log_only_grows BEFORE INSERT ON log
      WHEN NEW.id <= (SELECT max(id) FROM log)
      BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

    CREATE TABLE cooks (
      session TEXT NOT NULL PRIMARY KEY,
      stove TEXT NOT NULL,
      virtual INTEGER NOT NULL,
      began_at INTEGER NOT NULL,
      speed REAL NOT NULL,
      recipe_id TEXT NOT NULL,
      title TEXT NOT NULL,
      recipe TEXT NOT NULL,
      servings REAL NOT NULL,
      zones TEXT NOT NULL,
      ended_at INTEGER,
      ending TEXT CHECK (ending IN ('finished', 'abandoned', 'interrupted')),
      -- Head of the chain of its events.
      events INTEGER NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX cooks_by_time ON cooks (began_at);

    CREATE TABLE cook_events (
      session TEXT NOT NULL REFERENCES cooks (session),
      number INTEGER NOT NULL,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      data TEXT NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (session, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER cook_events_never_change BEFORE UPDATE ON cook_events
      BEGIN SELECT RAISE(ABORT, 'cook events are append-only'); END;
    CREATE TRIGGER cook_events_never_shrink BEFORE DELETE ON cook_events
      BEGIN SELECT RAISE(ABORT, 'cook events are append-only'); END;
    CREATE TRIGGER cook_events_only_grow BEFORE INSERT ON cook_events
      WHEN NEW.number <= (SELECT max(number) FROM cook_events WHERE session = NEW.session)
      BEGIN SELECT RAISE(ABORT, 'cook events are append-only'); END;

    CREATE TABLE recipes (
      id TEXT NOT NULL PRIMARY KEY,
      body TEXT NOT NULL,
      saved_at INTEGER NOT NULL
    ) STRICT;

    -- Every report of the last day; several to a row, see samples.ts. \`part\` tells rows of one instant apart.
    CREATE TABLE telemetry (
      stove INTEGER NOT NULL REFERENCES stoves (key),
      at INTEGER NOT NULL,
      part INTEGER NOT NULL,
      body BLOB NOT NULL,
      PRIMARY KEY (stove, at, part)
    ) STRICT, WITHOUT ROWID;

    -- The same by the second, the ten seconds and the minute; sixty buckets to a row, see chunk.ts.
    CREATE TABLE rollups (
      stove INTEGER NOT NULL REFERENCES stoves (key),
      width INTEGER NOT NULL,
      at INTEGER NOT NULL,
      body BLOB NOT NULL,
      PRIMARY KEY (stove, width, at)
    ) STRICT, WITHOUT ROWID;

    -- Law 9: the last temperature known of each zone.
    CREATE TABLE residual (
      stove INTEGER NOT NULL REFERENCES stoves (key),
      zone INTEGER NOT NULL,
      tenths INTEGER NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (stove, zone)
    ) STRICT, WITHOUT ROWID;
  `,
}
