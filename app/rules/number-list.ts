/** Numbers as a reader writes them: 1–3, 7. */
export function numberList(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b)
  const parts: string[] = []
  for (let at = 0; at < sorted.length; ) {
    let end = at
    while (sorted[end + 1] === sorted[end]! + 1) end += 1
    if (end - at >= 2) parts.push(`${sorted[at]}–${sorted[end]}`)
    else parts.push(...sorted.slice(at, end + 1).map(String))
    at = end + 1
  }
  return parts.join(', ')
}
