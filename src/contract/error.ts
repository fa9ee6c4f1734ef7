/** Figures and names for the text of an error, for example {megabytes: 40} or {file: 'smarttop.db'}. */
export type ErrorFigures = Readonly<Record<string, string | number>>

/**
 * The one error class: for bugs and broken I/O; what may be expected is a value. The code is stable, the text that
 * a person reads stands in the locales under `command.<code>` and is filled with the figures. The message is for
 * logs and for the terminal.
 */
export class SmartTopError extends Error {
  readonly code: string
  readonly figures: ErrorFigures

  constructor(code: string, message: string, figures: ErrorFigures = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'SmartTopError'
    this.code = code
    this.figures = figures
  }
}
