import { dismissNotice, useScreen } from '../state/screen.ts'
import './notices.css'

/** Short answers to what a hand just did; they go by themselves. What must stay stands in the safety bar. */
export function Notices() {
  const notices = useScreen((state) => state.notices)
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map((notice) => (
        <button
          key={notice.id}
          type="button"
          className="notice"
          data-tone={notice.tone}
          onClick={() => dismissNotice(notice.id)}
        >
          {notice.text}
        </button>
      ))}
    </div>
  )
}
