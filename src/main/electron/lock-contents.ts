import type { App, WebContents } from 'electron'
import { mayNavigate } from './policy.ts'

/** Every page that ever comes to be in this program stays where it is and opens nothing. */
function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !mayNavigate(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  // A page cannot hold its window open or refuse a restart; preventing this event ignores its beforeunload.
  contents.on('will-prevent-unload', (event) => {
    event.preventDefault()
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // WebRTC would send packets past the request filter.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Program-wide: locks each new page, trusts no certificate, knows no password. */
export function lockApp(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents)
  })
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('select-client-certificate', (event) => {
    event.preventDefault()
  })
  app.on('login', (event, _contents, _details, _info, answer) => {
    event.preventDefault()
    answer()
  })
}
