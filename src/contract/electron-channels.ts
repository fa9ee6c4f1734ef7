/** Names of the messages between Electron's main process and the preload. The glass never sees them. */
export const CHANNELS = {
  /** Preload asks for ports to the kitchen. */
  connect: 'smarttop:connect',
  /** Main hands over two ports: rpc, live. */
  ports: 'smarttop:ports',
  /** STOP, past the kitchen: main tells every supervisor. */
  stop: 'smarttop:stop',
  /** Main asks whether the window's thread still turns; the preload answers with `alive`. */
  ping: 'smarttop:ping',
  alive: 'smarttop:alive',
} as const
