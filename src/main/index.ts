import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  MessageChannelMain,
  powerSaveBlocker,
  protocol,
  session,
  utilityProcess,
} from 'electron'
import { startShell } from './electron/shell.ts'

// The only file that takes Electron as a value: everything else gets it handed.
startShell(
  {
    app,
    BrowserWindow,
    ipcMain,
    Menu,
    MessageChannelMain,
    powerSaveBlocker,
    protocol,
    session,
    utilityProcess,
  },
  {
    argv: process.argv,
    platform: process.platform,
    env: process.env,
    home: import.meta.dirname,
    kill: (pid) => {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It ended by itself in the meantime.
      }
    },
    log: (text) => {
      console.error(text)
    },
  },
)
