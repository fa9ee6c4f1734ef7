import { LINK_VERSION } from './limits.ts'
import type { LinkMoment, LinkState, LinkStep, Live } from './machine-types.ts'
import type { CommandName, DeviceMessage, Nak, Report, Welcome } from './message.ts'
import { judgeReport, reportOrder } from './report-order.ts'
import { hangUp, lose, same, sayConfigure, sendWaiting } from './say.ts'

/** What the host's machine makes of a message from the device. */
export function hear(state: LinkState, message: DeviceMessage, moment: LinkMoment): LinkStep {
  switch (message.type) {
    case 'ack':
      return onAck(state, message.of, message.sequence, moment)
    case 'nak':
      return onNak(state, message)
    case 'welcome':
      return onWelcome(state, message, moment)
    case 'report':
      return onReport(state, message, moment)
    case 'thermal':
      return state.phase.kind === 'live'
        ? { state, actions: [{ type: 'picture-rows', rows: message }] }
        : same(state)
  }
}

function onAck(state: LinkState, of: CommandName, sequence: number, moment: LinkMoment): LinkStep {
  const { phase } = state
  if (of === 'off' && state.off?.message.sequence === sequence) {
    const settled: LinkState = { ...state, off: null }
    if (phase.kind === 'closing') return hangUp(settled)
    return sendWaiting(settled, moment)
  }
  if (phase.kind !== 'live') return same(state)
  if (of === 'heat' && phase.heat?.message.sequence === sequence) {
    return same({ ...state, phase: { ...phase, heat: null } })
  }
  if (of === 'configure') return same({ ...state, phase: { ...phase, configureAt: null } })
  return same(state)
}

function onNak(state: LinkState, nak: Nak): LinkStep {
  const { phase } = state
  const refused: LinkState = { ...state, refused: state.refused + 1 }
  if (phase.kind === 'greeting' && nak.of === 'hello') {
    if (nak.reason !== 'wrong-version') return same(refused)
    return lose(refused, 'wrong-version', `the stove speaks version ${nak.detail}, we speak ${LINK_VERSION}`)
  }
  if (phase.kind !== 'live') return same(refused)
  if (nak.reason === 'wrong-session') {
    return lose(refused, 'silent', 'the stove has restarted, or another host has taken it over')
  }
  if (nak.of === 'configure') return same({ ...refused, phase: { ...phase, configureAt: null } })
  if (nak.of === 'heat' && phase.heat?.message.sequence === nak.sequence) {
    // Saying the same again would be refused again. That the stove does not heat shows in its reports.
    return same({ ...refused, phase: { ...phase, heat: null } })
  }
  return same(refused)
}

function onWelcome(state: LinkState, welcome: Welcome, { at }: LinkMoment): LinkStep {
  if (state.phase.kind !== 'greeting' || welcome.session !== state.session) return same(state)
  const { description } = welcome
  const phase: Live = {
    kind: 'live',
    description,
    order: reportOrder(welcome.uptime, at),
    seen: welcome.uptime,
    waiting: null,
    heat: null,
    lateSince: null,
    configureAt: null,
  }
  const live: LinkState = { ...state, phase }
  const configured = description.thermalCamera ? sayConfigure(live, phase, at) : same(live)
  return { ...configured, actions: [{ type: 'opened', description }, ...configured.actions] }
}

function onReport(state: LinkState, report: Report, { at }: LinkMoment): LinkStep {
  const { phase } = state
  if (phase.kind !== 'live' || report.zones.length !== phase.description.zones.length) return same(state)
  const { order, verdict } = judgeReport(phase.order, report, at)
  if (verdict.kind === 'not-newer') {
    return same({ ...state, phase: { ...phase, order }, droppedReports: state.droppedReports + 1 })
  }
  const lateSince = verdict.kind === 'late' ? (phase.lateSince ?? at) : null
  const next: LinkState = { ...state, phase: { ...phase, order, seen: report.uptime, lateSince } }
  if (verdict.kind === 'late') {
    // Either the line has filled up, or one of the clocks stood still: a new connection settles both.
    if (at - (lateSince ?? at) > state.times.silence) return lose(next, 'silent', 'reports come too late')
    return same({ ...next, lateReports: state.lateReports + 1 })
  }
  const { sequence, uptime, zones } = verdict.report
  return {
    state: next,
    actions: [{ type: 'emit', event: { type: 'report', report: { sequence, uptime, zones } } }],
  }
}
