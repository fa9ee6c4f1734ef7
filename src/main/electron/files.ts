import { extname, join, sep } from 'node:path'
import { isOwnUrl } from './policy.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
  '.glb': 'model/gltf-binary',
  '.txt': 'text/plain; charset=utf-8',
}

export type Resolved =
  | { readonly kind: 'file'; readonly path: string; readonly type: string }
  /** HTTP status. */
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 404 }

/**
 * The file under `root` that a URL of our protocol names. Only plain names as a build makes them pass: what is hidden,
 * climbs, or holds a backslash, a colon (drives, streams) or a control character is refused before the disk is asked.
 * The caller still checks where links lead.
 */
export function resolveFile(root: string, url: string): Resolved {
  if (!isOwnUrl(url)) return { kind: 'refused', status: 403 }
  // Not URL.pathname: the parser folds `..` away, and a request that climbs shall be refused, not repaired.
  const raw = /^[^?#]*/.exec(url.slice(url.indexOf('://') + 3))?.[0] ?? ''
  const path = decoded(raw.slice(raw.indexOf('/') === -1 ? raw.length : raw.indexOf('/') + 1))
  if (path === null) return { kind: 'refused', status: 400 }
  const segments = path === '' ? ['index.html'] : path.split('/')
  if (!segments.every(isPlain)) return { kind: 'refused', status: 403 }
  const type = TYPES[extname(path === '' ? 'index.html' : path).toLowerCase()]
  // What the build does not make is not served: no source map, no stray file.
  if (type === undefined) return { kind: 'refused', status: 404 }
  const file = join(root, ...segments)
  return isWithin(root, file) ? { kind: 'file', path: file, type } : { kind: 'refused', status: 403 }
}

/** Whether `path` lies under `root`; both absolute and normal. */
export const isWithin = (root: string, path: string): boolean =>
  path.startsWith(root.endsWith(sep) ? root : root + sep)

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

const isPlain = (segment: string): boolean => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(segment)
