/** A temperature as a numeral with its degree sign close to it. */
export function Degrees({
  value,
  approximate,
}: {
  readonly value: number | string
  readonly approximate?: boolean
}) {
  return (
    <span className="num">
      {approximate === true && <span className="approx">~</span>}
      {value}
      <span className="deg">°</span>
    </span>
  )
}
