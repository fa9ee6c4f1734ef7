import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import { RPCHandler as SocketHandler } from '@orpc/server/ws'
import type { WebSocket } from 'ws'
import type { KitchenActions } from '#main/kitchen/actions.ts'
import type { Live } from './live.ts'
import { createRouter } from './router.ts'
import type { Screen } from './screen.ts'

/** What a port of Electron's (or of a worker) offers; both ends of `MessageChannelMain` do. */
export interface ScreenPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start?(): void
}

/** Where screens come in, over a WebSocket or a MessagePort alike. */
export interface Door {
  attachRpc(socket: WebSocket, screen: Screen): void
  attachLiveSocket(socket: WebSocket, screen: Screen): void
  attachPorts(ports: { rpc: ScreenPort; live: ScreenPort }, screen: Screen): void
  /** Screens that are connected now. */
  screens(): readonly Screen[]
  /** Ends every line of the screen with this id. */
  sendAway(id: string): void
  /** Something that only the door knows has changed (a screen paired): a new snapshot is due. */
  changed(): void
}

export function createDoor(kitchen: KitchenActions, live: Live, onChange: () => void): Door {
  const router = createRouter(kitchen)
  const overSockets = new SocketHandler(router)
  const overPorts = new PortHandler(router)
  const present = new Map<object, Screen>()
  const lines = new Map<WebSocket, Screen>()

  function enter(key: object, screen: Screen, leaveLive: () => void): () => void {
    present.set(key, screen)
    onChange()
    return () => {
      leaveLive()
      if (present.delete(key)) onChange()
    }
  }

  function hold(socket: WebSocket, screen: Screen): void {
    lines.set(socket, screen)
    socket.on('close', () => lines.delete(socket))
  }

  return {
    attachRpc(socket, screen) {
      hold(socket, screen)
      void overSockets.upgrade(socket, { context: { screen } })
    },
    attachLiveSocket(socket, screen) {
      hold(socket, screen)
      const leave = enter(
        socket,
        screen,
        live.attach({
          screen,
          sendText: (text) => socket.send(text),
          sendBytes: (bytes) => socket.send(bytes, { binary: true }),
          backlog: () => socket.bufferedAmount,
        }),
      )
      socket.on('close', leave)
      socket.on('message', () => socket.close(1008, 'live is one way'))
    },
    attachPorts({ rpc, live: port }, screen) {
      overPorts.upgrade(rpc, { context: { screen } })
      rpc.start?.()
      const leave = enter(
        port,
        screen,
        live.attach({
          screen,
          sendText: (text) => port.postMessage(text),
          sendBytes: (bytes) => port.postMessage(bytes),
          backlog: () => 0,
        }),
      )
      port.on('close', leave)
      port.start?.()
    },
    screens: () => [...present.values()],
    sendAway(id) {
      for (const [socket, screen] of lines) if (screen.id === id) socket.terminate()
    },
    changed: onChange,
  }
}
