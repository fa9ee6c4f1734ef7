/**
 * Seeded randomness. Each use draws from a stream of its own, named by a text, so that one more draw in one
 * place (a line fault, a camera pixel) never shifts the numbers of another (the physics).
 */
export interface Random {
  /** Uniform, 0 <= x < 1. */
  next(): number
  between(low: number, high: number): number
  /** Standard normal (mean 0, deviation 1). */
  normal(): number
}

/** xmur3: spreads a text over 32 bits of state at a time. Public domain (bryc). */
function spread(text: string): () => number {
  let hash = 1779033703 ^ text.length
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 3432918353)
    hash = (hash << 13) | (hash >>> 19)
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909)
    hash ^= hash >>> 16
    return hash >>> 0
  }
}

/** Generator sfc32 (Chris Doty-Humphrey, PractRand): small, fast, period over 2^32 for any seed. */
export function randomStream(seed: number, stream: string): Random {
  const word = spread(`${seed}/${stream}`)
  let a = word()
  let b = word()
  let c = word()
  let counter = word()
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let round = 0; round < 12; round++) next()
  let spare: number | null = null
  const normal = (): number => {
    if (spare !== null) {
      const value = spare
      spare = null
      return value
    }
    // Box-Muller; 1 - u keeps the logarithm away from zero.
    const radius = Math.sqrt(-2 * Math.log(1 - next()))
    const angle = 2 * Math.PI * next()
    spare = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }
  return { next, normal, between: (low, high) => low + (high - low) * next() }
}
