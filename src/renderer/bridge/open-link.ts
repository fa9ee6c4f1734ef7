import type { KitchenLink } from './kitchen-link.ts'
import { electronDoor, openMessagePortLink } from './message-port.ts'
import { openWebSocketLink } from './websocket.ts'

/** The way to the kitchen from where this page runs: Electron's ports, or WebSockets in any browser. */
export function openKitchenLink(): KitchenLink {
  const door = electronDoor()
  return door === null ? openWebSocketLink() : openMessagePortLink(door)
}
