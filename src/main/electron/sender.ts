import type { IpcMainEvent, WebContents } from 'electron'
import { isOwnUrl } from './policy.ts'

/** Whether a message comes from the glass itself: our window, its top frame, our origin. */
export function isFromGlass(
  event: Pick<IpcMainEvent, 'sender' | 'senderFrame'>,
  contents: WebContents,
): boolean {
  const frame = event.senderFrame
  return event.sender === contents && frame !== null && frame.parent === null && isOwnUrl(frame.url)
}
