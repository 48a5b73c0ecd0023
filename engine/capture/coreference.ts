import { anonymous, bodies, documents, persons, pronouns } from './languages/en-nouns'
import { findPeople, type Mention, type Person } from './people'
import type { Attribution, Range, SuggestedSpeaker } from './suggestion'

export type Resolution = { attribution: Attribution; speaker: SuggestedSpeaker | null }

type Known = { at: Range; name: string; kind: 'person' | 'body' | 'group'; person: Person | null; isAnonymous: boolean }

/**
 * Follows speakers back to names: a surname to the full name, a pronoun or a title to whoever spoke or was
 * the subject last. Null where two would fit. Attributions have to be in order.
 */
export function resolveSpeakers(
  text: string,
  {
    attributions,
    paragraphs,
    isQuoted,
    language,
  }: {
    attributions: readonly Attribution[]
    paragraphs: readonly Range[]
    isQuoted: (offset: number) => boolean
    language: string
  },
): Resolution[] {
  const mentions = findPeople(text, isQuoted)
  const paragraphAt = paragraphFinder(paragraphs)
  const history: Known[] = []
  return attributions.map((attribution) => {
    if (attribution.speaker === null) return { attribution, speaker: null }
    const at = attribution.speaker
    const said = text.slice(at.start, at.end)
    const known = isPronounOf(language, said)
      ? followPronoun(text, { at, said, history, mentions, attributions, paragraphAt, language })
      : followNoun({ at, said, history, mentions, paragraphAt, language })
    history.push(known)
    const isSame = known.at.start === at.start && known.name === said
    const name = known.name === '' || isSame ? ownName(known, said) : known.name
    return {
      attribution,
      speaker: {
        text: said,
        ...at,
        name,
        nameAt: name === null || known.name === '' ? null : { ...known.at },
        isAnonymous: known.isAnonymous,
      },
    }
  })
}

const ownName = (known: Known, said: string) => (known.person === null ? null : known.person.name === said ? said : known.person.name)

const pronounsOf: Record<string, RegExp> = {
  en: /^(?:he|she|it|they|his|her|its|their|him|them)$/i,
  fr: /^(?:-?t-)?-?(?:il|elle|ils|elles|celui-ci|celle-ci|ce dernier|cette dernière)$/i,
  es: /^(?:él|ella|ellos|ellas|este|esta)$/i,
  ru: /^(?:он|она|они)$/i,
  uk: /^(?:він|вона|вони)$/i,
  ar: /^(?:هو|هي|هم)$/,
  zh: /^(?:他|她|他们|她们)$/,
}
const isPronounOf = (language: string, said: string) => (pronounsOf[language] ?? pronounsOf.en!).test(said.trim())

/** Binary search: the index of the paragraph that holds the offset. */
function paragraphFinder(paragraphs: readonly Range[]): (offset: number) => number {
  return (offset) => {
    let [low, high] = [0, paragraphs.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (paragraphs[middle]!.start <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

function followNoun({
  at,
  said,
  history,
  mentions,
  paragraphAt,
  language,
}: {
  at: Range
  said: string
  history: readonly Known[]
  mentions: readonly Mention[]
  paragraphAt: (offset: number) => number
  language: string
}): Known {
  const inside = mentionsWithin(mentions, at)
  const person = inside[0]?.person
  const head = headWord(said)
  // "Velko's office" and "the minister of Varland" name somebody who is not the speaker.
  const isPossessor = person !== undefined && /[’']s\s|\b(?:of|for|to)\s/u.test(said) && !said.trimEnd().endsWith(person.surname)
  if (person !== undefined && !isPossessor) {
    return { at: person.at, name: person.name, kind: 'person', person, isAnonymous: false }
  }
  const low = said.toLowerCase()
  const isAnonymous = anonymous.test(low) && !/\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u.test(said) && person === undefined
  const kind = persons.has(head) ? (/[^s]s$|people|men$|women$/.test(head) ? 'group' : 'person') : language === 'en' ? 'body' : 'person'
  const isBare = /^(?:the|this|that|his|her|its)\s/i.test(said) && said.split(/\s+/).length <= 4 && kind === 'person'
  if (isBare) {
    const title = low.replace(/^(?:the|this|that|his|her|its)\s+/, '')
    let holders = new Map<string, Person>()
    const inParagraph = new Map<string, Person>()
    for (const { person: each, start } of mentions) {
      if (start >= at.start) break
      if (!holdsOffice(each, title)) continue
      holders.set(each.name, each)
      if (paragraphAt(start) === paragraphAt(at.start)) inParagraph.set(each.name, each)
    }
    if (inParagraph.size > 0) holders = inParagraph
    if (holders.size === 1) {
      const [holder] = holders.values()
      return { at: holder!.at, name: holder!.name, kind: 'person', person: holder!, isAnonymous: false }
    }
    const described = history.findLast((each) => each.person === null && each.kind === 'person' && each.name.toLowerCase().includes(head))
    if (described !== undefined) return { ...described, isAnonymous: described.isAnonymous || isAnonymous }
  }
  return { at, name: said, kind, person: null, isAnonymous }
}

function holdsOffice({ offices }: Person, title: string): boolean {
  const head = title.split(/\s+/).at(-1) ?? ''
  if (title === 'head of state') return /president|king|queen|emir|monarch/.test(offices.toLowerCase())
  return new RegExp(`(?:^|[^\\p{L}])${head.replace(/[^\p{L}-]/gu, '')}(?:$|[^\\p{L}])`, 'iu').test(offices)
}

function headWord(said: string): string {
  const before = said.split(/\s(?:of|for|in|from|at|on|with|to|who|close|briefed|familiar)\s/)[0] ?? said
  return (before.trim().split(/\s+/).at(-1) ?? '').toLowerCase().replace(/[’']s$/u, '')
}

/** Those that begin within the range; both lists are in order. */
function mentionsWithin(mentions: readonly Mention[], { start, end }: Range): Mention[] {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.start < start) low = middle + 1
    else high = middle
  }
  const inside: Mention[] = []
  for (let index = low; index < mentions.length && mentions[index]!.start < end; index++) inside.push(mentions[index]!)
  return inside
}

type Pronoun = {
  at: Range
  said: string
  history: readonly Known[]
  mentions: readonly Mention[]
  attributions: readonly Attribution[]
  paragraphAt: (offset: number) => number
  language: string
}

function followPronoun(text: string, given: Pronoun): Known {
  const { at, said, history, mentions, paragraphAt } = given
  const low = said.toLowerCase()
  const here = paragraphAt(at.start)
  const unknown: Known = { at, name: '', kind: 'person', person: null, isAnonymous: false }
  const last = history.findLast(({ name }) => name !== '')
  const isNear = (known: Known | undefined, reach: number) => known !== undefined && here - lastSeen(known) <= reach
  function lastSeen(known: Known): number {
    const index = history.lastIndexOf(known)
    const speaker = given.attributions[index]?.speaker
    return speaker == null ? -9 : paragraphAt(speaker.start)
  }

  if (/^(?:it|its)$/.test(low)) {
    const body = history.findLast(({ kind, name }) => kind === 'body' && name !== '')
    const sentenceSubject = bodyAtSentenceStart(text, at.start)
    if (sentenceSubject !== null) return sentenceSubject
    return body !== undefined && last === body && isNear(body, 1) ? body : unknown
  }
  if (/^(?:they|their|them)$/.test(low)) {
    return last !== undefined && last.kind !== 'person' && isNear(last, 1) ? last : unknown
  }

  const gender = /^(?:she|her|elle|ella|она|вона|هي|她)$/.test(low) || /elle$/.test(low) ? 'female' : 'male'
  const from = Math.max(0, at.start - 700)
  const near = mentionsWithin(mentions, { start: from, end: at.start })
  const latestMention = (name: string) => near.findLast(({ person }) => person.name === name)?.start ?? -1
  const scores = new Map<string, { known: Known; score: number }>()
  const give = (known: Known, score: number) => {
    if (known.person !== null && known.person.gender !== null && known.person.gender !== gender) return
    if (known.kind !== 'person') return
    if (known.person === null && isOtherGender(known.name, gender)) return
    const entry = scores.get(known.name)
    if (entry === undefined) scores.set(known.name, { known, score })
    else entry.score = Math.max(entry.score, score) + 1
  }
  for (const mention of near) {
    const distance = here - paragraphAt(mention.start)
    if (distance > 1) continue
    const isWithinContent = given.attributions.slice(Math.max(0, history.length - 12), history.length + 1).some(({ spans }) =>
      spans.some(({ start, end }) => mention.start >= start && mention.end <= end && at.start > end),
    )
    const isSubject = beginsClause(text, mention.start)
    const breaks = text.slice(mention.end, at.start).split(/[.!?]["”’»]?\s/u).length - 1
    const score = 5 - distance * 4 + (isSubject ? 3 : 0) - (isWithinContent ? 4 : 0) - Math.min(breaks, 4) * 0.8
    give(asKnown(mention.person), score)
  }
  // A paragraph that names somebody anew turns away from who spoke in the one before.
  const isNamedHere = [...scores.values()].some(({ known }) => known !== last && paragraphAt(latestMention(known.name)) === here)
  if (last !== undefined && isNear(last, 1)) give(last, isNear(last, 0) ? 8 : isNamedHere ? 2 : 6)
  const ranked = [...scores.values()].toSorted((a, b) => b.score - a.score)
  const [best, second] = ranked
  if (best === undefined) return unknown
  return second !== undefined && best.score - second.score < 0.7 ? unknown : best.known
}

const isOtherGender = (words: string, gender: 'female' | 'male') =>
  gender === 'female' ? /\b(?:\w+sman|man|king|prince|bishop)\b/i.test(words) : /\b(?:\w*woman|queen|princess)\b/i.test(words)

const asKnown = (person: Person): Known => ({
  at: person.at,
  name: person.name,
  kind: 'person',
  person,
  isAnonymous: false,
})

/** After the end of a sentence, a comma or a title: where subjects stand. */
function beginsClause(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at)
  return /(?:^|[.!?:;\n]["”’»]?\s+|,\s)(?:(?:[Tt]he|[Aa]n?|But|And|Now|Then|President|Mr|Ms|Mrs|Dr)\.?\s+)?(?:\p{Lu}[\p{L}.]+\s+){0,4}$/u.test(before)
}

/** "Moscow sends two messages: it wants to talk". */
function bodyAtSentenceStart(text: string, at: number): Known | null {
  const before = text.slice(Math.max(0, at - 400), at)
  const start = Math.max(before.search(/[^.!?\n]*$/u), 0)
  const sentence = before.slice(start).trimStart()
  const offset = at - sentence.length
  const match = /^(?:The )?(\p{Lu}[\p{L}-]+)(?=\s\p{Ll})/u.exec(sentence)
  if (match === null || pronouns.has(match[0].toLowerCase()) || sentence === '') return null
  const word = match[1]!.toLowerCase()
  const isThing = match[0].startsWith('The ') ? !bodies.has(word) : documents.has(word)
  if (isThing || /^(?:the|a|an|in|on|at|for|but|and|when|while|after|if|as|this|that|these|by|before|with|from|since|once|it|yet|so|no|not|there|then|speaking|asked|although|though|because|under|during)$/.test(word)) return null
  return { at: { start: offset, end: offset + match[0].length }, name: match[0], kind: 'body', person: null, isAnonymous: false }
}
