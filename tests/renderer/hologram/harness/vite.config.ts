import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Serves or builds the harness page alone. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  base: './',
  build: { outDir: '../../../../out/hologram-harness', emptyOutDir: true, chunkSizeWarningLimit: 2000 },
})
