import { constants } from 'node:fs'
import { access, readdir, stat, statfs } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { BackupPlace } from '#contract/commands.ts'

/** Where media appear, and whether only true mount points count (else every folder in them, for tests). */
export interface Media {
  readonly roots: readonly string[]
  readonly mountedOnly: boolean
}

/** Linux mounts sticks under /media/<user> or /run/media/<user>, people mount theirs under /mnt. */
export function systemMedia(platform: NodeJS.Platform = process.platform): Media {
  if (platform === 'win32') return { roots: [], mountedOnly: true }
  if (platform === 'darwin') return { roots: ['/Volumes'], mountedOnly: true }
  const { username } = userInfo()
  return {
    roots: ['/media', `/media/${username}`, '/run/media', `/run/media/${username}`, '/mnt'],
    mountedOnly: true,
  }
}

/**
 * Where backups may go: mounted media that can be written, and the kitchen's own folder, which is made when it is
 * first used. Asks the system without blocking the thread: a dead network mount may take for ever.
 */
export async function findPlaces(
  own: string | null,
  media: Media,
  platform: NodeJS.Platform = process.platform,
): Promise<readonly BackupPlace[]> {
  const found = platform === 'win32' ? driveLetters() : await mediaIn(media)
  const places = await Promise.all([...new Set(found)].sort().map(placeAt))
  const home = own === null ? null : await ownPlace(own)
  return [...places, home].filter((place) => place !== null)
}

async function mediaIn({ roots, mountedOnly }: Media): Promise<string[]> {
  const found: string[] = []
  for (const root of roots) {
    try {
      const device = (await stat(root)).dev
      for (const entry of await readdir(root, { withFileTypes: true })) {
        const path = join(root, entry.name)
        if (!entry.isDirectory()) continue
        if (!mountedOnly || (await stat(path)).dev !== device) found.push(path)
      }
    } catch {
      // No such root here, or not ours to look into.
    }
  }
  return found
}

/** Every drive but the system's own. */
function driveLetters(): string[] {
  const system = (process.env['SystemDrive'] ?? 'C:').toUpperCase()
  return 'DEFGHIJKLMNOPQRSTUVWXYZC'
    .split('')
    .map((letter) => `${letter}:\\`)
    .filter((path) => !path.startsWith(system))
}

async function placeAt(path: string): Promise<BackupPlace | null> {
  try {
    if (!(await stat(path)).isDirectory()) return null
    await access(path, constants.W_OK)
    const { bavail, bsize } = await statfs(path)
    return { path: resolve(path), name: basename(path) || path, freeBytes: bavail * bsize }
  } catch {
    return null
  }
}

async function ownPlace(path: string): Promise<BackupPlace | null> {
  const present = await placeAt(path)
  if (present !== null) return present
  const parent = await placeAt(join(path, '..'))
  return parent === null ? null : { ...parent, path: resolve(path), name: basename(path) }
}
