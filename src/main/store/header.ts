import { closeSync, openSync, readSync } from 'node:fs'

/** Stands in bytes 68 to 71 of our database files ("STOV"), so that any program can tell what they are. */
export const APPLICATION_ID = 0x53544f56

export interface Header {
  /**
   * 'none': no such file, or an empty one, which SQLite takes for a new database. 'unborn': a database without a
   * mark and without tables, as it is when the first start was cut short.
   */
  readonly kind: 'none' | 'unborn' | 'ours' | 'foreign' | 'not-a-database'
  /** PRAGMA user_version; 0 where the file is not ours. */
  readonly schema: number
}

const MAGIC = 'SQLite format 3\0'
/** The file's header, and of the page of its schema what tells how many entries there are. */
const LENGTH = 105

/**
 * Looks at a file without SQLite, which would leave its side files next to it. The header may be older than a
 * write-ahead log that lies beside the file; the migrations therefore move the log into the file at once.
 * https://www.sqlite.org/fileformat2.html#the_database_header
 */
export function readHeader(file: string): Header {
  const head = Buffer.alloc(LENGTH)
  let length: number
  try {
    const handle = openSync(file, 'r')
    try {
      length = readSync(handle, head, 0, LENGTH, 0)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { kind: 'none', schema: 0 }
    throw error
  }
  if (length === 0) return { kind: 'none', schema: 0 }
  if (length < LENGTH || head.toString('latin1', 0, 16) !== MAGIC)
    return { kind: 'not-a-database', schema: 0 }
  const application = head.readUInt32BE(68)
  const schema = head.readUInt32BE(60)
  if (application === 0 && schema === 0 && head.readUInt16BE(103) === 0) return { kind: 'unborn', schema: 0 }
  return application === APPLICATION_ID ? { kind: 'ours', schema } : { kind: 'foreign', schema: 0 }
}
