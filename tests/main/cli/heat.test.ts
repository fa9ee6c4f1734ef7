import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { heatCoreAnswer } from '#main/cli/heat-core.ts'
import { Question } from '#main/cli/question.ts'

const CLI = join(import.meta.dirname, '../../../src/main/cli.ts')

function heat(command: string, lines: readonly (object | string)[], ...options: string[]) {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, 'heat', command, ...options], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  const answers = stdout.split('\n').filter((line) => line !== '')
  return {
    stdout,
    stderr,
    status,
    answers: options.length > 0 ? [] : answers.map((line) => JSON.parse(line)),
  }
}

const slab = {
  shape: 'slab',
  thickness_mm: 25,
  alpha_m2_s: 1.4e-7,
  k_w_mk: 0.48,
  h_w_m2k: 95,
  start_c: 5,
  bath_c: 60,
  times_s: [0, 600, 4500],
}

describe('heat core', () => {
  test('answers each line in order, bad ones in their place, and exits 1', () => {
    const { answers, status, stderr } = heat('core', [slab, 'nonsense', { ...slab, thickness_mm: 0 }, slab])
    expect(status).toBe(1)
    expect(answers).toHaveLength(4)
    expect(answers[0]).toEqual(answers[3])
    expect(answers[0].core_c).toHaveLength(3)
    expect(answers[1].error.code).toBe('not-json')
    expect(answers[2].error).toEqual({
      code: 'out-of-range',
      message: 'thickness_mm must be more than 0, not 0',
    })
    expect(stderr).toContain('line 2')
    expect(stderr).toContain('line 3')
  })

  test('takes every shape, and cooling', () => {
    const { answers, status } = heat('core', [
      { ...slab, shape: 'cylinder' },
      { ...slab, shape: 'cylinder', length_mm: 40 },
      { ...slab, shape: 'sphere' },
      { ...slab, shape: 'cuboid', dims_mm: [25, 40, 60] },
      { ...slab, shape_factor: 0.28 },
      { ...slab, start_c: 60, bath_c: 5 },
    ])
    expect(status).toBe(0)
    const times = answers.map((answer) => answer.time_to_within_0_5_c_s)
    expect(times[1]).toBeLessThan(times[0])
    expect(times[2]).toBeLessThan(times[1])
    expect(times[5]).toBeGreaterThan(times[4])
    expect(answers[5].core_c[2]).toBeCloseTo(5, 0)
  })

  test.each([
    [{ shape: 'blob' }, 'unknown-value'],
    [{ thickness_mm: -3 }, 'out-of-range'],
    [{ thickness_mm: '25' }, 'not-a-number'],
    [{ h_w_m2k: 0 }, 'out-of-range'],
    [{ times_s: [-1] }, 'out-of-range'],
    [{ times_s: 5 }, 'not-a-list'],
    [{ bath_c: null }, 'missing'],
    [{ shape: 'cuboid', dims_mm: [1, 2] }, 'not-three-sides'],
    [{ shape_factor: 3 }, 'out-of-range'],
  ])('refuses %j as %s', (wrong, code) => {
    const ask = (): object => heatCoreAnswer(new Question(JSON.stringify({ ...slab, ...wrong })))
    expect(ask).toThrow(expect.objectContaining({ name: 'InputError', code }))
  })

  test('prints a table for people', () => {
    const { stdout, status } = heat('core', [slab], '--table')
    expect(status).toBe(0)
    expect(stdout.split('\n')[0]).toMatch(/^core_c +surface_c +time_to_within_0_5_c_s$/)
  })

  test('wrong usage exits 2', () => {
    expect(heat('core', [slab], '--fast').status).toBe(2)
    expect(heat('bake', [slab]).status).toBe(2)
  })
})

test('heat pasteurise claims nothing under 55 °C and refuses a bath colder than the food', () => {
  const meat = { food: 'meat', thickness_mm: 25, start_c: 5, bath_c: 60 }
  const { answers, status } = heat('pasteurise', [
    meat,
    { ...meat, bath_c: 54 },
    { ...meat, start_c: 70 },
    { ...meat, food: 'tofu' },
  ])
  expect(status).toBe(1)
  expect(answers[0].minutes).toBeGreaterThan(60)
  expect(['salmonella', 'listeria', 'e-coli']).toContain(answers[0].limited_by)
  expect(answers[1]).toMatchObject({ minutes: null, limited_by: null })
  expect(answers[2].error.code).toBe('bath-colder-than-food')
  expect(answers[3].error.code).toBe('unknown-value')
})

test('heat hold prints what FSIS prints', () => {
  // Published: FSIS Appendix A 2021: 145 °F is 4 minutes for 6.5 log10 in meat; 136 °F, 12 % fat is 81.4 min in chicken.
  const { answers, status } = heat('hold', [
    { product: 'beef', fat_percent: 10, temperature_c: 62.8, log10: 6.5 },
    { product: 'chicken', fat_percent: 12, temperature_c: 57.78, log10: 7 },
    { product: 'chicken', fat_percent: 12, temperature_c: 57.78, log10: 5 },
    { product: 'beef', fat_percent: 12, temperature_c: 54, log10: 5 },
  ])
  expect(status).toBe(0)
  expect(answers[0].hold_s).toBe(240)
  expect(answers[1].hold_s).toBe(4884)
  expect(answers[2].hold_s).toBeNull()
  expect(answers[3].hold_s).toBeNull()
  expect(answers[0].source).toContain('FSIS')
})

test('heat lethality integrates straight lines and refuses time that runs back', () => {
  const organism = { d_ref_min: 1, t_ref_c: 60, z_c: 10 }
  const { answers, status } = heat('lethality', [
    {
      ...organism,
      profile: [
        [0, 60],
        [60, 60],
      ],
    },
    {
      ...organism,
      profile: [
        [60, 60],
        [0, 60],
      ],
    },
    { ...organism, profile: [[0, 60, 1]] },
  ])
  expect(status).toBe(1)
  expect(answers[0].log10).toBeCloseTo(1, 12)
  expect(answers[1].error.code).toBe('time-runs-back')
  expect(answers[2].error.code).toBe('not-a-pair')
})
