import { unknownParameter } from '../driver.ts'

/** What an address says of a plate under a controller: the controller itself knows nothing of it. */
export interface PlateParameters {
  readonly model: string
  /** 1 to 247, as it is set at the controller. */
  readonly unit: number
  /** Rated heating power, W. */
  readonly watts: number
  /** The hottest that the plate's surface may become, C. */
  readonly max: number
  /** mm */
  readonly diameter: number
}

const RANGES = {
  unit: { usual: 1, least: 1, most: 247 },
  watts: { usual: 1500, least: 100, most: 5000 },
  max: { usual: 250, least: 60, most: 400 },
  diameter: { usual: 180, least: 50, most: 500 },
} as const

type Reading =
  | { readonly kind: 'ok'; readonly plate: PlateParameters }
  | { readonly kind: 'bad'; readonly detail: string }

/** Reads `model` (needed), `unit` (1), `watts` (1500), `max` (250) and `diameter` (180), all whole numbers. */
export function readPlate(parameters: Readonly<Record<string, string>>, models: readonly string[]): Reading {
  const unknown = unknownParameter('modbus', parameters, ['model', ...Object.keys(RANGES)])
  if (unknown !== null) return unknown
  const { model = '' } = parameters
  if (!models.includes(model)) {
    return bad(`modbus needs a model, one of ${models.join(', ')}; got "${model}"`)
  }
  for (const [name, { least, most }] of Object.entries(RANGES)) {
    const text = parameters[name]
    if (text === undefined || (/^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most))
      continue
    return bad(`${name} must be a whole number from ${least} to ${most}, got "${text}"`)
  }
  const number = (name: keyof typeof RANGES): number => Number(parameters[name] ?? RANGES[name].usual)
  return {
    kind: 'ok',
    plate: {
      model,
      unit: number('unit'),
      watts: number('watts'),
      max: number('max'),
      diameter: number('diameter'),
    },
  }
}

function bad(detail: string): Reading {
  return { kind: 'bad', detail }
}
