/** Of a number with more parts, the middle is left out: its end tells neighbours apart, its beginning says where it is. */
const mostParts = 6
const first = 2
const last = 3

/** An issue's number where there is little room, as `1.2.…4.1.18`. */
export function shortNumber(number: string): string {
  const parts = number.split('.')
  if (parts.length <= mostParts) return number
  return `${parts.slice(0, first).join('.')}.…${parts.slice(-last).join('.')}`
}
