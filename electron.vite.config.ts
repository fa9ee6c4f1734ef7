import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const source = (path: string): string => resolve(import.meta.dirname, 'src', path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        // One entry a thread or process; chunks lie beside them, so that threads find each other.
        input: {
          index: source('main/index.ts'),
          'kitchen-process': source('main/kitchen-process.ts'),
          supervisor: source('main/supervisor/process.ts'),
          store: source('main/store/thread.ts'),
          virtual: source('main/stove/virtual/thread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react()],
    build: {
      outDir: resolve(import.meta.dirname, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      target: 'chrome140',
      chunkSizeWarningLimit: 3000,
      rolldownOptions: { input: { index: source('renderer/index.html') } },
    },
  },
})
