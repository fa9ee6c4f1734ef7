import { milliseconds } from '../units/quantities.ts'
import type { ZoneId } from '../stove/stove.ts'
import type { Fault } from './fault.ts'
import type { Finding } from './finding.ts'

/** Faults latch until somebody acknowledges them at the display. One fault for each code and place. */
export function latch(
  faults: readonly Fault[],
  id: number,
  finding: Finding,
  at: number,
): { readonly faults: readonly Fault[]; readonly isNew: boolean } {
  const known = faults.find((fault) => fault.code === finding.code && fault.zone === finding.zone)
  if (known === undefined) {
    const fault: Fault = { id, ...finding, at: milliseconds(at), cleared: false }
    return { faults: [...faults, fault], isNew: true }
  }
  if (!known.cleared) return { faults, isNew: false }
  return {
    faults: faults.map((fault) => (fault === known ? { ...known, cleared: false } : fault)),
    isNew: false,
  }
}

/** A zone's own fault forbids that zone, a fault of the whole stove forbids all. */
export function forbids(faults: readonly Fault[], zone: ZoneId): boolean {
  return faults.some((fault) => fault.zone === null || fault.zone === zone)
}
