import { electronDoor } from '../bridge/message-port.ts'
import { storedToken } from '../bridge/pairing.ts'

/** As long as STOP is said again and again. */
const PATIENCE_MS = 2000

/**
 * STOP past the kitchen, which may hang: to the supervisor's own port, or through Electron's shell. What came of it is
 * told by the kitchen alone, when it turns again.
 */
export function stopAside(port: number | null): void {
  const door = electronDoor()
  if (door !== null) door.stop()
  else if (port !== null) {
    fetch(`http://${location.hostname}:${port}/stop`, {
      method: 'POST',
      body: storedToken() ?? '',
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => undefined) // it goes over the kitchen's line as well, which says what is wrong
  }
}
