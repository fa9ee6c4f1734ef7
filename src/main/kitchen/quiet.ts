import type { SafetyView } from '#core/safety/view.ts'
import type { ProgramSnapshot } from '#contract/program.ts'
import type { Snapshot } from '#contract/snapshot.ts'

/** Figures that move with every report travel by telemetry; in the snapshot they are rounded to what a person reads. */
export function quietView(view: SafetyView): SafetyView {
  const to = (step: number, value: number): number => Math.round(value / step) * step
  return {
    ...view,
    zones: view.zones.map((zone) => ({
      ...zone,
      surface: zone.surface === null ? null : (to(1, zone.surface) as typeof zone.surface),
      demand: to(10, zone.demand) as typeof zone.demand,
    })),
    circuit: { ...view.circuit, used: to(50, view.circuit.used) as typeof view.circuit.used },
    displaySeenAt: null,
  }
}

/** What must be told at once: everything but clocks and moving figures. Two snapshots of one key look alike. */
export function urgentKey(snapshot: Snapshot): string {
  return JSON.stringify({
    ...snapshot,
    wallNow: 0,
    cookNow: 0,
    programs: snapshot.programs.map(quietProgram),
    safety: {
      ...snapshot.safety,
      zones: snapshot.safety.zones.map((zone) => ({ ...zone, surface: zone.surface === null, demand: 0 })),
      circuit: { ...snapshot.safety.circuit, used: 0 },
    },
  })
}

/** A program without what moves by itself: its food, its forecast, its ramp. */
const quietProgram = (program: ProgramSnapshot) => ({
  ...program,
  target: program.target.kind,
  core: program.core === null,
  section: program.section === null,
  ready: program.ready === null,
  next: program.next.code,
  phase: { ...program.phase, endsAtCook: program.phase.endsAtCook === null },
  notices: program.notices.map(({ code }) => code),
  path: 0,
  forecast: 0,
})
