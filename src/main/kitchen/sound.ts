import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An alarm that the machine itself can play when no browser does. */
export type Tune = 'fault' | 'timer'

const RATE = 22_050
/** Tone (Hz) and length (s) of each note; 0 Hz = a rest. Low enough for old ears and small speakers. */
const NOTES: Readonly<Record<Tune, readonly (readonly [number, number])[]>> = {
  fault: [
    [880, 0.25],
    [0, 0.1],
    [660, 0.25],
    [0, 0.1],
    [880, 0.25],
    [0, 0.1],
    [660, 0.25],
  ],
  timer: [
    [523, 0.18],
    [659, 0.18],
    [784, 0.3],
  ],
}

/** A tune as a 16-bit mono WAV file at a loudness of 0 to 1. Each note swells and fades for 10 ms, without clicks. */
export function wave(tune: Tune, volume: number): Buffer {
  const samples: number[] = []
  for (const [hertz, length] of NOTES[tune]) {
    const count = Math.round(length * RATE)
    const edge = RATE * 0.01
    for (let index = 0; index < count; index++) {
      const envelope = Math.min(1, index / edge, (count - index) / edge)
      samples.push(Math.sin((2 * Math.PI * hertz * index) / RATE) * envelope * volume * 0.9)
    }
  }
  const file = Buffer.alloc(44 + samples.length * 2)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + samples.length * 2, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(RATE, 24)
  file.writeUInt32LE(RATE * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(samples.length * 2, 40)
  samples.forEach((sample, index) => file.writeInt16LE(Math.round(sample * 32_767), 44 + index * 2))
  return file
}

type Player = readonly [command: string, args: (file: string) => readonly string[]]

const PLAYERS: Readonly<Partial<Record<NodeJS.Platform, readonly Player[]>>> = {
  linux: [
    ['pw-play', (file) => [file]],
    ['paplay', (file) => [file]],
    ['aplay', (file) => ['-q', file]],
  ],
  darwin: [['afplay', (file) => [file]]],
  win32: [
    ['powershell', (file) => ['-NoProfile', '-c', `(New-Object Media.SoundPlayer '${file}').PlaySync()`]],
  ],
}

/**
 * Plays through the first player of this system that works, else rings the terminal's bell. Never throws and never
 * waits: an alarm that cannot sound is still seen.
 */
export function playTune(tune: Tune, volume: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'smarttop-'))
  const file = join(folder, `${tune}.wav`)
  writeFileSync(file, wave(tune, volume))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })

  const attempt = (players: readonly Player[]): void => {
    const [player, ...rest] = players
    if (player === undefined) {
      if (process.stderr.isTTY) process.stderr.write('\u0007')
      return remove()
    }
    const child = spawn(player[0], player[1](file), { stdio: 'ignore' })
    let failed = false
    const next = (): void => {
      if (!failed) attempt(rest)
      failed = true
    }
    child.on('error', next)
    child.on('exit', (code) => (code === 0 ? remove() : next()))
  }
  attempt(PLAYERS[process.platform] ?? [])
}
