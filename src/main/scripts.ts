/** The threads and processes of the kitchen, each with its own entry. */
export type ScriptName = 'supervisor' | 'store' | 'virtual'

const SOURCES: Readonly<Record<ScriptName, string>> = {
  supervisor: './supervisor/process.ts',
  store: './store/thread.ts',
  virtual: './stove/virtual/thread.ts',
}

/**
 * Where such a script is: the source itself when Node runs the tree as it is, else `<name>.js` next to the
 * bundle (the bundler may have moved this file into its folder of shared chunks).
 */
export function scriptUrl(name: ScriptName, here: string = import.meta.url): URL {
  if (here.endsWith('.ts')) return new URL(SOURCES[name], here)
  return new URL(here.includes('/chunks/') ? `../${name}.js` : `./${name}.js`, here)
}
