import type { StoveProblemCode } from '../stove.ts'

/**
 * The binding reports errors as text only (`strerror` of the C library in English, or the Windows message), so
 * the texts of node-serialport's serialport_unix.cpp and serialport_win.cpp are told apart here.
 */
const PROBLEMS: readonly (readonly [RegExp, StoveProblemCode])[] = [
  [/cannot lock port|port is locked|resource busy|resource temporarily unavailable/i, 'port-busy'],
  // Windows opens a port for one program only and denies the second one.
  [/access denied/i, 'port-busy'],
  [/permission denied|operation not permitted/i, 'port-forbidden'],
  [
    /no such file|no such device|file not found|does not exist|not a directory|is a directory/i,
    'no-such-port',
  ],
]

/** Why a serial port did not open. */
export function serialProblem(message: string): StoveProblemCode {
  return PROBLEMS.find(([pattern]) => pattern.test(message))?.[1] ?? 'port-failed'
}
