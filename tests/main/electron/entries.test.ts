import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { CHANNELS } from '#contract/electron-channels.ts'
import { DOOR_MESSAGE } from '#contract/electron-door.ts'
import { createFakeElectron, FakeMessageChannel } from './fake-electron.ts'

/** The two files that import Electron by name, each run as it is over the fake. */
const source = (path: string): string =>
  pathToFileURL(resolve(import.meta.dirname, '../../../src', path)).href

afterEach(() => {
  vi.doUnmock('electron')
  vi.resetModules()
  vi.unstubAllGlobals()
})

test('the entry starts the shell: one kitchen, one window', async () => {
  const fake = createFakeElectron()
  vi.doMock('electron', () => fake.module)
  await import(/* @vite-ignore */ source('main/index.ts'))
  await fake.app.becomeReady()
  expect(fake.kitchens).toHaveLength(1)
  expect(fake.windows).toHaveLength(1)
  fake.kitchens[0]?.removeAllListeners('exit')
})

describe('the preload', () => {
  async function open() {
    const exposed = new Map<string, object>()
    const sent: unknown[][] = []
    const posted: unknown[][] = []
    const ipcRenderer = Object.assign(new EventEmitter(), { send: (...words: unknown[]) => sent.push(words) })
    const contextBridge = {
      exposeInMainWorld: (name: string, door: object) => exposed.set(name, door),
    }
    vi.doMock('electron', () => ({ ipcRenderer, contextBridge }))
    vi.stubGlobal('window', {
      location: { origin: 'app://smarttop' },
      postMessage: (...words: unknown[]) => posted.push(words),
    })
    await import(/* @vite-ignore */ source('preload/index.ts'))
    return { exposed, sent, posted, ipcRenderer }
  }

  test('exposes one object with two functions, and nothing of Electron', async () => {
    const { exposed } = await open()
    expect([...exposed.keys()]).toEqual(['smarttop'])
    expect(Object.keys(exposed.get('smarttop') ?? {})).toEqual(['connect', 'stop'])
  })

  test('the functions ask for ports and press STOP; they take nothing and return nothing', async () => {
    const { exposed, sent } = await open()
    const door = exposed.get('smarttop') as Record<'connect' | 'stop', (...words: unknown[]) => unknown>
    expect(door.connect('smarttop:other', { evil: true })).toBeUndefined()
    expect(door.stop('smarttop:other')).toBeUndefined()
    expect(sent).toEqual([[CHANNELS.connect], [CHANNELS.stop]])
  })

  test('hands the ports to the page’s own origin', async () => {
    const { posted, ipcRenderer } = await open()
    const ports = [new FakeMessageChannel().port1, new FakeMessageChannel().port1]
    ipcRenderer.emit(CHANNELS.ports, { ports })
    expect(posted).toEqual([[DOOR_MESSAGE, 'app://smarttop', ports]])
  })

  test('answers the shell’s ping', async () => {
    const { sent, ipcRenderer } = await open()
    ipcRenderer.emit(CHANNELS.ping, {})
    expect(sent).toEqual([[CHANNELS.alive]])
  })
})
