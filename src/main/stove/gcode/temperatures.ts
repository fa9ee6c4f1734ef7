/** What Marlin says of its bed: ` T:21.0 /0.0 B:21.3 /60.0 @:0 B@:127`. */
export interface BedReport {
  /** C */
  readonly celsius: number
  /** The setpoint that it holds, 0 = off. */
  readonly target: number
  /** Share of full power, 0 to 1; null when the line does not say. */
  readonly share: number | null
}

const NUMBER = String.raw`(-?\d{1,4}(?:\.\d{1,2})?)`
const BED = new RegExp(String.raw`(?:^|\s)B:\s*${NUMBER}\s*/\s*${NUMBER}(?:\s|$)`)
const DUTY = /(?:^|\s)B@:\s*(\d{1,3})(?:\s|$)/
/** Software PWM of a bed counts to 127. */
const FULL = 127

/** The bed's part of a line of temperatures; null when it says nothing of a bed. */
export function bedReport(line: string): BedReport | null {
  const bed = BED.exec(line)
  if (bed === null) return null
  const duty = DUTY.exec(line)
  const share = duty === null ? null : Number(duty[1]) / FULL
  return {
    celsius: Number(bed[1]),
    target: Number(bed[2]),
    share: share === null || share > 1 ? null : share,
  }
}
