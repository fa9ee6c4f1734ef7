/**
 * Branded quantities: a number that remembers its unit. Each has one constructor, which refuses what is
 * not a finite number, so that a NaN can never travel as a temperature.
 */
declare const unit: unique symbol
type Quantity<Unit extends string> = number & { readonly [unit]: Unit }

/** Temperature in degrees Celsius, or a difference of temperatures in kelvin where the name says so. */
export type Celsius = Quantity<'celsius'>
/** Power in watts. */
export type Watts = Quantity<'watts'>
/** A span of time in seconds. */
export type Seconds = Quantity<'seconds'>
/** An instant or a span in milliseconds; which clock it belongs to is said where it is used. */
export type Milliseconds = Quantity<'milliseconds'>
/** Mass in grams. */
export type Grams = Quantity<'grams'>

function finite(value: number, name: string): number {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, got ${value}`)
  return value
}

export const celsius = (value: number): Celsius => finite(value, 'Celsius') as Celsius
export const watts = (value: number): Watts => finite(value, 'Watts') as Watts
export const seconds = (value: number): Seconds => finite(value, 'Seconds') as Seconds
export const milliseconds = (value: number): Milliseconds => finite(value, 'Milliseconds') as Milliseconds
export const grams = (value: number): Grams => finite(value, 'Grams') as Grams
