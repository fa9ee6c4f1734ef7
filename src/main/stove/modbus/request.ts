import type { Write } from './profile.ts'

/** One thing to say to a controller. */
export type Request =
  | {
      readonly kind: 'read'
      readonly function: 1 | 2 | 3 | 4
      readonly address: number
      readonly count: number
    }
  | ({ readonly kind: 'write' } & Write)
  /** Report Server ID: what an emulated controller calls itself; most others refuse it or keep silent. */
  | { readonly kind: 'identify'; readonly function: 17 }

export type Answer =
  /** What was read: words, bits, or the bytes of a name. Empty for a write, whose echo was compared. */
  | { readonly kind: 'ok'; readonly words: readonly number[] }
  /** The device understood and refused: 1 function, 2 address, 3 value, 4 failure, 6 busy. */
  | { readonly kind: 'exception'; readonly code: number }
  /** Bytes came, but no sound answer among them. */
  | { readonly kind: 'garbled' }
  | { readonly kind: 'silence' }
  /** Never said, since something urgent came before. */
  | { readonly kind: 'dropped' }

/** Bytes of an exception: unit, function with its highest bit set, code, CRC. */
export const EXCEPTION_LENGTH = 5
/** The longest name that is waited for. */
const LONGEST_NAME = 64

/** Bytes of the request: unit, function, address, value or count, CRC; function 16 counts and carries its words. */
export function requestLength(request: Request): number {
  if (request.kind === 'identify') return 4
  return request.kind === 'write' && request.function === 16 ? 9 + 2 * request.words.length : 8
}

/** Bytes of the answer when all is well; `length` is its third byte, which only a name goes by. */
export function answerLength(request: Request, length = LONGEST_NAME): number {
  switch (request.kind) {
    case 'write':
      return 8
    case 'identify':
      return 5 + length
    case 'read':
      return 5 + (request.function <= 2 ? Math.ceil(request.count / 8) : 2 * request.count)
  }
}
