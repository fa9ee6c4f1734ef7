import { describe, expect, test } from 'vitest'
import { pixelRatio } from '../../../src/renderer/hologram/scene/stage.ts'
import { tierOf } from '../../../src/renderer/hologram/tier.ts'

describe('the tier', () => {
  test.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'llvmpipe (LLVM 17.0.6, 256 bits)',
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'softpipe',
    'Apple Generic Software Renderer',
  ])('is lite where the CPU draws: %s', (name) => {
    expect(tierOf(name)).toBe('lite')
  })

  test.each([
    'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)',
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'V3D 4.2',
    'Mali-G610',
    '',
  ])('is full on a GPU: %s', (name) => {
    expect(tierOf(name)).toBe('full')
  })

  test('is flat without WebGL', () => {
    expect(tierOf(null)).toBe('flat')
  })

  test('full draws at most two device pixels, lite one and never more than a software renderer can take', () => {
    expect(pixelRatio('full', 3, 800, 480)).toBe(2)
    expect(pixelRatio('full', 1, 3840, 2160)).toBe(1)
    expect(pixelRatio('lite', 2, 1920, 1080)).toBe(1)
    expect(pixelRatio('lite', 1, 3840, 2160)).toBeCloseTo(2 / 3)
  })
})
