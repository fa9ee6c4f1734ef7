import { constants } from 'node:fs'
import { copyFile, open } from 'node:fs/promises'

/** Forces a file, or the entries of a folder, to the disk. Windows cannot do the latter and needs it less. */
export async function forceToDisk(path: string, kind: 'file' | 'folder'): Promise<void> {
  if (kind === 'folder' && process.platform === 'win32') return
  const handle = await open(path, kind === 'file' ? 'r+' : 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Copies without ever overwriting, by reference where the file system can, and waits until it is on the disk. */
export async function copyToDisk(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
  await forceToDisk(to, 'file')
}
