import { femaleWords, maleWords, months, notNames, persons, titles, weekdays } from './languages/en-nouns'
import type { Range } from './suggestion'

/** Somebody whom the text names in full once, and how it calls them elsewhere. */
export type Person = {
  name: string
  surname: string
  at: Range
  /** Offices in lower case, as in "foreign minister". */
  offices: string
  gender: 'female' | 'male' | null
}

export type Mention = Range & { person: Person }

const particle = '(?:de|da|do|dos|del|della|di|van|von|der|den|la|le|el|al|bin|ibn|ben|du|des)'
const nameWord = "\\p{Lu}[\\p{L}\\p{M}]*(?:[’'ʼ-][\\p{L}\\p{M}]+)*"
const initial = '\\p{Lu}\\.|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Prof|Capt|Maj|Rev|Adm|Brig)\\.'
/** Words with capitals in a row, each gap one space. */
const properRun = new RegExp(
  `(?:${initial}|${nameWord})(?:[ \\u00a0](?:${particle}[ \\u00a0])?(?:al-|el-)?(?:(?:${initial})+|${nameWord}))*`,
  'gu',
)

const noPerson =
  /^(?:street|house|party|council|union|ministry|committee|agency|bank|university|league|alliance|nations|states|kingdom|republic|island|islands|sea|lake|river|bridge|strait|radio|television|news|times|post|court|army|guard|force|forces|front|movement|group|institute|centre|center|association|federation|office|department|parliament|congress|senate|assembly|commission|treaty|agreement|accord|accords|war|day|minister|president|secretary|ministers|crescent|cross|general|ambassador|east|west|north|south|city|province|region|corridor|crossing|park|square|palace|airport|company|corp|inc|ltd|foundation|summit|conference|service|security|treasury|bloc|coalition|embassy|peninsula|gulf|ocean|mountains|avenue|road|hotel|hall|museum|church|journal|guardian|herald|tribune|telegraph|gazette|observer|local|works|media|facebook|telegram|twitter|mail|mirror|express)$/

/** Everybody named in full outside quotations, and each place where the text names one again. */
export function findPeople(text: string, isQuoted: (offset: number) => boolean): Mention[] {
  const runs = [...text.matchAll(properRun)].filter(({ index }) => !isQuoted(index))
  const bySurname = new Map<string, Person[]>()
  const mentions: Mention[] = []
  for (const run of runs) {
    const read = readRun(text, run[0], run.index)
    if (read === null) continue
    const known = bySurname.get(read.surname) ?? []
    const same = known.find(
      ({ name }) => name === read.name || name.endsWith(` ${read.name}`) || read.name.endsWith(` ${name}`),
    )
    if (read.words === 1) {
      const person = same ?? (known.length === 1 ? known[0] : undefined)
      if (person !== undefined) {
        noteGender(person, read.before)
        mentions.push({ ...read.at, person })
      } else if (read.before !== '' && known.length === 0) addPerson(read)
      continue
    }
    if (same !== undefined) {
      noteGender(same, read.before)
      same.offices += ` ${read.before} ${read.after}`
      mentions.push({ ...read.at, person: same })
    } else addPerson(read)
  }
  return mentions

  function addPerson({ name, surname, at, before, after }: Read): void {
    const person: Person = { name, surname, at, offices: `${before} ${after}`.toLowerCase(), gender: null }
    noteGender(person, `${before} ${after}`)
    const list = bySurname.get(surname)
    if (list === undefined) bySurname.set(surname, [person])
    else list.push(person)
    mentions.push({ ...at, person })
  }
}

type Read = { name: string; surname: string; at: Range; before: string; after: string; words: number }

function noteGender(person: Person, words: string): void {
  if (person.gender !== null) return
  const [isFemale, isMale] = [femaleWords.test(words), maleWords.test(words)]
  if (isFemale !== isMale) person.gender = isFemale ? 'female' : 'male'
}

/** The name within a run of capitals: titles and peoples stand before it. */
function readRun(text: string, run: string, index: number): Read | null {
  const words = [...run.matchAll(/\S+/g)].map((found) => ({ word: found[0], at: found.index }))
  let first = 0
  while (first < words.length && isTitleWord(words[first]!.word, words, first)) first++
  // "The Kremlin": an article is no title.
  const titled = words.slice(0, first).some(({ word }) => !notNames.has(word.toLowerCase()))
  const named = words.slice(first)
  if (named.length === 0 || named.length > 5) return null
  // "President of Russia Dmitry Peskov" has no word between in Russian and Ukrainian.
  const isCyrillic = /^\p{Script=Cyrillic}/u.test(named[0]!.word)
  if (isCyrillic && named.length > 2 && !/(?:вич|вна)$/u.test(named.at(-2)!.word))
    named.splice(0, named.length - 2)
  const last = named.at(-1)!
  const surname = last.word.replace(/[’']s$/u, '')
  if (named.length === 1 && /^\p{Lu}+$/u.test(surname)) return null
  if (noPerson.test(surname.toLowerCase()) || /^\p{Lu}\.$/u.test(surname) || surname.length < 2) return null
  if (named.some(({ word }) => weekdays.has(word.toLowerCase()) || months.has(word.toLowerCase())))
    return null
  const start = index + named[0]!.at
  const end = index + last.at + surname.length
  const capitals = titled
    ? words
        .slice(0, first)
        .map(({ word }) => word)
        .join(' ')
    : ''
  const before = `${lowerBefore(text, index)} ${capitals}`.trim()
  return {
    name: text.slice(start, end),
    surname,
    at: { start, end },
    before,
    after: apposition(text, end),
    words: named.length,
  }
}

function isTitleWord(word: string, words: readonly { word: string }[], at: number): boolean {
  const low = word.toLowerCase()
  if (titles.has(low) || /^(?:mr|mrs|ms|dr|sir|mme|m|sr|sra)\.?$/.test(low)) return true
  if (at === 0 && notNames.has(low)) return true
  // "Russian Foreign Minister Lavrov": whatever stands before a title is one.
  return words
    .slice(at + 1)
    .some(({ word: later }) => titles.has(later.toLowerCase()) || persons.has(later.toLowerCase()))
}

/** "spokesman" in "the ministry's spokesman Petr Velko". */
function lowerBefore(text: string, index: number): string {
  if (text[index - 1] !== ' ') return ''
  const from = Math.max(0, index - 40)
  const words = text.slice(from, index - 1).split(/[^\p{Ll}-]+/u)
  const last = words.at(-1) ?? ''
  return last !== '' && (persons.has(last) || titles.has(last)) ? words.slice(-3).join(' ') : ''
}

function apposition(text: string, end: number): string {
  const after = /^,? (?:\([^)]*\),? )?([^.;:“”"\n]{3,90})/u.exec(text.slice(end, end + 100))
  if (after === null || !text.startsWith(',', end)) return ''
  const words = (after[1] ?? '').split(/,/)[0]!
  if (/\b(?:said|says|told|tells|added|adds|say|has|have|had|is|was|will)\b/.test(words)) return ''
  return words.split(/[ -]/).some((word) => persons.has(word.toLowerCase())) ? words : ''
}
