import { join } from 'node:path'

/** The product's own folder, whether its code runs from src/main or from the bundle in out/main. */
export const packageFolder = join(import.meta.dirname, '../..')
