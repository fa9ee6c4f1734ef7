import { createServer, type AddressInfo } from 'node:net'

/** A port of 127.0.0.1 that nobody listens on now: the wished one, else any. */
export async function freePort(wished: number): Promise<number> {
  return (await tryPort(wished)) ?? (await tryPort(0)) ?? wished
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    if (port > 65_535) return resolve(null)
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen({ port, host: '127.0.0.1' }, () => {
      const { port: found } = server.address() as AddressInfo
      server.close(() => resolve(found))
    })
  })
}
