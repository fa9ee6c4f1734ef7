import {
  DataTexture,
  DataUtils,
  HalfFloatType,
  LinearFilter,
  LinearMipmapLinearFilter,
  NearestFilter,
  RepeatWrapping,
  RGBAFormat,
  RGFormat,
  type Texture,
  UnsignedByteType,
} from 'three'
import { bakeEmber, EMBER_TEXELS } from '../ember.ts'
import type { HeatField } from '../heat-field.ts'

/** The heat ramp as a line of texels in linear light. */
export function emberTexture(): Texture {
  const baked = bakeEmber()
  const half = new Uint16Array(baked.length)
  baked.forEach((value, i) => {
    half[i] = DataUtils.toHalfFloat(value)
  })
  const texture = new DataTexture(half, EMBER_TEXELS, 1, RGBAFormat, HalfFloatType)
  // Half a kelvin a texel: nearer than the eye reads, and a filter over half floats costs a software renderer dear.
  texture.minFilter = NearestFilter
  texture.magFilter = NearestFilter
  texture.needsUpdate = true
  return texture
}

/** A zone's field: red = degrees Celsius, green = 1 where it is known. */
export function fieldTexture(side: number): DataTexture {
  const texture = new DataTexture(new Uint16Array(side * side * 2), side, side, RGFormat, HalfFloatType)
  texture.minFilter = LinearFilter
  texture.magFilter = LinearFilter
  return texture
}

export function writeField(texture: DataTexture, field: HeatField): void {
  const data = texture.image.data
  if (!(data instanceof Uint16Array)) return
  const { shown, known } = field
  for (let i = 0; i < shown.length; i++) {
    data[i * 2] = DataUtils.toHalfFloat(shown[i] ?? 0)
    data[i * 2 + 1] = known[i] === 1 ? 0x3c00 : 0
  }
  texture.needsUpdate = true
}

const STONE = 256

/** Lattice noise that repeats every `period` cells; a fixed hash, so that the stone is the same stone everywhere. */
function lattice(x: number, y: number, period: number, seed: number): number {
  const hash = (i: number, j: number): number => {
    let h = Math.imul((i % period) + 1, 374761393) + Math.imul((j % period) + 1, 668265263) + seed
    h = Math.imul(h ^ (h >>> 13), 1274126177)
    return ((h ^ (h >>> 16)) >>> 0) / 4294967296
  }
  const i = Math.floor(x)
  const j = Math.floor(y)
  const fade = (t: number): number => t * t * (3 - 2 * t)
  const u = fade(x - i)
  const v = fade(y - j)
  const low = hash(i, j) + (hash(i + 1, j) - hash(i, j)) * u
  const high = hash(i, j + 1) + (hash(i + 1, j + 1) - hash(i, j + 1)) * u
  return low + (high - low) * v
}

/** Grain of the stone: red = fine specks, green = slow clouds; both around one half, seamless. */
export function stoneTexture(): Texture {
  const data = new Uint8Array(STONE * STONE * 4)
  for (let y = 0; y < STONE; y++) {
    for (let x = 0; x < STONE; x++) {
      const at = (cells: number, seed: number): number =>
        lattice((x / STONE) * cells, (y / STONE) * cells, cells, seed)
      const speck = at(128, 1) * 0.6 + at(64, 2) * 0.4
      const cloud = at(4, 3) * 0.5 + at(9, 4) * 0.3 + at(21, 5) * 0.2
      const o = (y * STONE + x) * 4
      data[o] = Math.round(speck * 255)
      data[o + 1] = Math.round(cloud * 255)
      data[o + 3] = 255
    }
  }
  const texture = new DataTexture(data, STONE, STONE, RGBAFormat, UnsignedByteType)
  texture.wrapS = RepeatWrapping
  texture.wrapT = RepeatWrapping
  texture.minFilter = LinearMipmapLinearFilter
  texture.magFilter = LinearFilter
  texture.generateMipmaps = true
  texture.anisotropy = 4
  texture.needsUpdate = true
  return texture
}
