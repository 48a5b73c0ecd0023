import type { CslName } from '../../app/model/source'
import { asLine } from './clean-text'

const particles = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'du',
  'la',
  'le',
  'al',
  'el',
  'bin',
  'ibn',
  'ben',
  'ter',
  'zu',
])
const institution =
  /\b(staff|news|agency|desk|team|editors?|editorial|newsroom|reporters?|correspondents?|ministry|department|office|press|service|institute|university|council|commission|committee|union|group|network|association|organi[sz]ation|embassy|government|reuters|afp|tass|xinhua|interfax|bbc|cnn|ukrinform)\b/iu

/** The names in one field, as in "By Ann Lee and Omar Haddad". */
export function authorsFrom(field: string): CslName[] {
  const text = asLine(field, 2_000).replace(/^by:?\s+/iu, '')
  if (text === '' || /^https?:/iu.test(text)) return []
  // "X on behalf of A, B and C" is one name: cutting it would make speakers of those spoken for.
  if (/\bon behalf of\b/iu.test(text)) return [{ literal: asLine(text, 300) }]
  return partsOf(text)
    .map((part) => authorFrom(part))
    .filter((author) => author !== null)
}

function partsOf(text: string): string[] {
  if (/;/.test(text)) return text.split(/\s*;\s*/u)
  const [first = '', second = '', ...rest] = text.split(/\s*,\s*|\s+(?:and|&)\s+/iu)
  // "Lee, Ann" is one person, "Ann Lee, Omar Haddad" two.
  const isInverted = rest.length === 0 && /,/.test(text) && !/\s/u.test(first) && !institution.test(first)
  return isInverted ? [`${first}, ${second}`] : [first, second, ...rest]
}

/** One name: a person's in parts where they can be told apart, else as it stands. */
export function authorFrom(field: string, { isInstitution = false } = {}): CslName | null {
  const text = asLine(field, 300)
  if (text === '' || !/\p{L}/u.test(text)) return null
  if (isInstitution || institution.test(text)) return { literal: text }
  const [family, given] = text.split(/\s*,\s*/u)
  if (given !== undefined && family !== undefined && family !== '' && given !== '') {
    return { family: asLine(family, 200), given: asLine(given, 200) }
  }
  const words = text.split(' ')
  if (words.length < 2 || words.length > 5 || words.some((word) => /[\d@/|]/u.test(word)))
    return { literal: text }
  let from = words.length - 1
  while (from > 1 && particles.has(words[from - 1]!.toLowerCase())) from--
  return {
    family: words.slice(from).join(' ').slice(0, 200),
    given: words.slice(0, from).join(' ').slice(0, 200),
  }
}
