/** How this page was asked to run; the deterministic mode of pictures and tests is asked for in the address. */
export interface Environment {
  /** `?frozen=<epoch ms>`: the clock stands still at this instant and nothing moves. */
  readonly frozen: number | null
  /** `?tier=full|lite|flat`: the hologram's tier, instead of finding out from the GPU. */
  readonly tier: 'full' | 'lite' | 'flat' | null
}

const TIERS = ['full', 'lite', 'flat'] as const

export function readEnvironment(search: string): Environment {
  const query = new URLSearchParams(search)
  const frozen = query.get('frozen')
  const at = frozen === null || frozen === '' ? Number.NaN : Number(frozen)
  return {
    frozen: Number.isFinite(at) ? at : null,
    tier: TIERS.find((tier) => tier === query.get('tier')) ?? null,
  }
}

export const environment: Environment = readEnvironment(
  typeof location === 'undefined' ? '' : location.search,
)
