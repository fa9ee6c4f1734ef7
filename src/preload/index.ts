import { contextBridge, ipcRenderer } from 'electron'
import { CHANNELS } from '#contract/electron-channels.ts'
import { DOOR_MESSAGE, DOOR_NAME, type ElectronDoor } from '#contract/electron-door.ts'

// The glass gets two functions and two ports, never ipcRenderer itself.
const door: ElectronDoor = {
  connect: () => {
    ipcRenderer.send(CHANNELS.connect)
  },
  stop: () => {
    ipcRenderer.send(CHANNELS.stop)
  },
}
contextBridge.exposeInMainWorld(DOOR_NAME, door)

// Ports cannot cross the contextBridge; window.postMessage can carry them into the page, to its own origin only.
ipcRenderer.on(CHANNELS.ports, (event) => {
  window.postMessage(DOOR_MESSAGE, window.location.origin, event.ports)
})

ipcRenderer.on(CHANNELS.ping, () => {
  ipcRenderer.send(CHANNELS.alive)
})
