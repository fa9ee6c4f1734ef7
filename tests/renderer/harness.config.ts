import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Serves or builds the harness: `vite -c tests/renderer/harness.config.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  server: { fs: { allow: [resolve(import.meta.dirname, '../..')] } },
  build: {
    outDir: resolve(import.meta.dirname, '../../out/harness'),
    emptyOutDir: true,
    minify: true,
    target: 'chrome140',
    chunkSizeWarningLimit: 3000,
    rolldownOptions: { input: { harness: resolve(import.meta.dirname, 'harness.html') } },
  },
})
