import { RPCLink } from '@orpc/client/message-port'
import { DOOR_NAME, type ElectronDoor, isDoorMessage } from '#contract/electron-door.ts'
import { Channel } from './channel.ts'
import type { KitchenLink } from './kitchen-link.ts'

/** The door that Electron's preload left open; null in a browser. */
export function electronDoor(): ElectronDoor | null {
  const door: unknown = Reflect.get(window, DOOR_NAME)
  return typeof door === 'object' && door !== null && 'connect' in door ? (door as ElectronDoor) : null
}

/** The kitchen over two MessagePorts, handed over by the preload again whenever the kitchen was started anew. */
export function openMessagePortLink(door: ElectronDoor): KitchenLink {
  const channel = new Channel()
  let ports: readonly MessagePort[] = []

  const leave = (): void => {
    channel.use(null)
    for (const port of ports) port.close()
    ports = []
  }
  const onDoor = (event: MessageEvent<unknown>): void => {
    if (event.source !== window || !isDoorMessage(event.data)) return
    const [rpc, live] = event.ports
    if (rpc === undefined || live === undefined) return
    leave()
    ports = [rpc, live]
    channel.use(new RPCLink({ port: rpc }))
    live.addEventListener('message', (message: MessageEvent<unknown>) => channel.receive(message.data))
    for (const port of ports) {
      port.addEventListener('close', () => {
        if (!ports.includes(port)) return
        leave()
        channel.setState({ kind: 'closed' })
      })
      port.start()
    }
    channel.setState({ kind: 'open' })
  }

  window.addEventListener('message', onDoor)
  door.connect()
  return channel.link(() => {
    window.removeEventListener('message', onDoor)
    leave()
  })
}
