import './icon.css'

/** Drawn on a 24 x 24 field with a stroke of 1.75. */
const PATHS = {
  hob: 'M4 5h16v14H4z M9.2 9.5a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0z M18.9 14a2.7 2.7 0 1 1-5.4 0 2.7 2.7 0 0 1 5.4 0z M16.7 9.2h.01 M7.4 15h.01',
  cook: 'M3 11h13v3.5a4.5 4.5 0 0 1-4.5 4.5h-4A4.5 4.5 0 0 1 3 14.5z M16 12.5h5 M7 7.5c0-1.5 1.2-1.5 1.2-3 M11 7.5c0-1.5 1.2-1.5 1.2-3',
  recipes:
    'M5 4.5h10.5A2.5 2.5 0 0 1 18 7v13H7.5A2.5 2.5 0 0 1 5 17.5z M5 17.5A2.5 2.5 0 0 1 7.5 15H18 M9 8.5h5',
  history: 'M4 5v14h16 M7 15c2-6 4-7.5 5.5-5.5S15.5 13 20 8.5',
  settings: 'M4 7h9 M17 7h3 M4 17h3 M11 17h9 M15 4.5v5 M9 14.5v5 M4 12h16',
  plus: 'M12 5v14 M5 12h14',
  minus: 'M5 12h14',
  close: 'M6 6l12 12 M18 6L6 18',
  back: 'M14.5 5.5L8 12l6.5 6.5',
  forward: 'M9.5 5.5L16 12l-6.5 6.5',
  pause: 'M8.5 5.5v13 M15.5 5.5v13',
  play: 'M8 5.5l10.5 6.5L8 18.5z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warning: 'M12 4L2.8 19.5h18.4z M12 10v4.5 M12 17h.01',
  question: 'M9 9.2a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1-1.3 2.1 M12 17.5h.01 M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z',
  timer: 'M12 21a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15z M12 10v3.5l2 1.5 M9.5 3h5',
  lock: 'M6 11h12v9H6z M8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  hand: 'M8 12.5V6a1.5 1.5 0 0 1 3 0v5 M11 11V4.5a1.5 1.5 0 0 1 3 0V11 M14 11V6a1.5 1.5 0 0 1 3 0v8.5c0 4-2 6.5-5.5 6.5-3 0-4.3-1.5-5.8-4.3L4 13.5c-.6-1.2.9-2.3 1.9-1.4L8 14',
  keypad: 'M6 6h.01 M12 6h.01 M18 6h.01 M6 12h.01 M12 12h.01 M18 12h.01 M12 18h.01',
  erase: 'M9 6h11v12H9l-5.5-6z M12 10l4 4 M16 10l-4 4',
  mute: 'M5 9.5h3l4-3.5v12l-4-3.5H5z M16 10l4 4 M20 10l-4 4',
  sound: 'M5 9.5h3l4-3.5v12l-4-3.5H5z M15.5 9.5a4 4 0 0 1 0 5 M18 7a8 8 0 0 1 0 10',
  unplugged: 'M9 3v4 M15 3v4 M7 7h10v4a5 5 0 0 1-5 5 5 5 0 0 1-5-5z M12 16v2 M4 20L20 4',
  zones: 'M4 5h16v14H4z M12 5v14 M4 12h16',
  people:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z M3.5 19c.5-3 2.5-4.5 5.5-4.5s5 1.5 5.5 4.5 M15.5 10.5a2.5 2.5 0 1 0 0-5 M17 14.7c2 .5 3.2 1.9 3.5 4.3',
  flame:
    'M12 3c.5 3.5 5.5 5.5 5.5 11a5.5 5.5 0 0 1-11 0c0-2 .9-3.5 2-4.5.2 1.5.8 2.2 1.5 2.5C10 8.5 11 6 12 3z',
  upload: 'M12 16V5 M7.5 9.5L12 5l4.5 4.5 M5 19.5h14',
  download: 'M12 5v11 M7.5 11.5L12 16l4.5-4.5 M5 19.5h14',
  shift: 'M12 5l7 7.5h-4V19H9v-6.5H5z',
  arrow: 'M3 12h17 M14 6l6 6-6 6',
  refresh: 'M19 12a7 7 0 1 1-2.2-5.1 M19 4v4h-4',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
