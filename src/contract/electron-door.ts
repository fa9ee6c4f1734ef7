/**
 * The door between Electron's preload and the glass. `window.smarttop` is all that the preload exposes, and it
 * exists in Electron only: in a browser the glass uses the WebSocket instead.
 *
 * MessagePorts cannot cross Electron's contextBridge, so they come by `window.postMessage`:
 *
 * 1. The glass listens for `message` events, then calls `window.smarttop.connect()`.
 * 2. The preload posts `DOOR_MESSAGE` to the page's own origin with two ports: `event.ports[0]` is rpc,
 *    `event.ports[1]` is live. They speak what the WebSocket speaks: rpc = oRPC's message-port adapter; live =
 *    a string (Snapshot as JSON) or a Uint8Array (telemetry frame).
 * 3. The message comes again, unasked, whenever the kitchen was started anew: new ports replace the old ones.
 *    Take it only when `isDoorMessage(event.data)` and `event.source === window`; close the old ports; until it
 *    comes, everything shown is stale.
 *
 * A dead kitchen closes its ports (`close` event on a MessagePort). There is no need to call `connect` again: the
 * shell starts a new kitchen and hands its ports over. Calling again is allowed, and gives new ports.
 */
export interface ElectronDoor {
  /** Asks for ports to the kitchen; they come by `window.postMessage`, now or as soon as the kitchen is up. */
  connect(): void
  /** Law 1: everything off, past the kitchen's process, which may hang. */
  stop(): void
}

/** The name under which the preload exposes the door on `window`. */
export const DOOR_NAME = 'smarttop'

/** `event.data` of the message that carries the ports. */
export const DOOR_MESSAGE = 'smarttop:ports'

export const isDoorMessage = (data: unknown): data is typeof DOOR_MESSAGE => data === DOOR_MESSAGE
