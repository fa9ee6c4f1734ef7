import react from '@vitejs/plugin-react'
import { createServer, type ViteDevServer } from 'vite'

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="data:," />
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="/harness.tsx"></script>
  </body>
</html>`

/**
 * Serves the page that shows the hologram alone (see harness.tsx for what can be asked of it), on a free port of
 * this machine.
 */
export async function serveHarness(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server: ViteDevServer = await createServer({
    configFile: false,
    root: import.meta.dirname,
    appType: 'custom',
    logLevel: 'error',
    cacheDir: '../../../../out/hologram-harness',
    plugins: [
      react(),
      {
        name: 'harness-page',
        configureServer(host) {
          host.middlewares.use((request, response, next) => {
            if (request.url?.split('?')[0] !== '/') return next()
            host.transformIndexHtml('/', PAGE).then(
              (page) => response.setHeader('content-type', 'text/html').end(page),
              (error: unknown) => next(error),
            )
          })
        },
      },
    ],
    optimizeDeps: {
      entries: ['harness.tsx'],
      include: ['react', 'react-dom/client', 'react/jsx-dev-runtime', 'three', '@react-three/fiber'],
    },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null, fs: { strict: false } },
  })
  await server.listen()
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('the harness has no address')
  return { url, close: () => server.close() }
}

/** What `serveHarness` serves. */
export type { Harness } from './harness.tsx'
