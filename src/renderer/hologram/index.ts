/** The lazy half of the glass: what carries three. Everything small is imported from its own file. */
export { Hologram } from './hologram.tsx'
