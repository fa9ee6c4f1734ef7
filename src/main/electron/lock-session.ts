import type { Session } from 'electron'
import { mayRequest } from './policy.ts'

/** net::ERR_FAILED: no certificate passes, since nothing of ours uses one. */
const REJECT = -2

/** Denies all that a page can ask of the computer, and every request that is not for our own files. */
export function lockSession(session: Session, devTools: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setBluetoothPairingHandler((_details, answer) => {
    answer({ confirmed: false })
  })
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer({})
  })
  session.setCertificateVerifyProc((_request, answer) => {
    answer(REJECT)
  })

  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault()
    choose('')
  })
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault()
    choose('')
  })
  session.on('file-system-access-restricted', (_event, _details, choose) => {
    choose('deny')
  })
  session.on('will-download', (event) => {
    event.preventDefault()
  })

  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !mayRequest(request.url, devTools) })
  })
}
