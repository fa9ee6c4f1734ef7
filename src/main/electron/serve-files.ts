import { readFile, realpath } from 'node:fs/promises'
import { isWithin, resolveFile } from './files.ts'
import { SECURITY_HEADERS } from './policy.ts'

/** Answers `app://smarttop/...` from the built glass in `folder`. */
export function serveFiles(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    try {
      const root = await realpath(folder)
      const resolved = resolveFile(root, request.url)
      if (resolved.kind === 'refused') return refuse(resolved.status)
      const path = await realpath(resolved.path)
      if (!isWithin(root, path)) return refuse(403)
      const body = await readFile(path)
      return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), {
        headers: { ...SECURITY_HEADERS, 'Content-Type': resolved.type, 'Content-Length': `${body.length}` },
      })
    } catch {
      // Not there, a folder, or unreadable: all the same to the page.
      return refuse(404)
    }
  }
}

const refuse = (status: number): Response => new Response(null, { status, headers: SECURITY_HEADERS })
