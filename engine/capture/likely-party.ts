import { edtfBounds } from '../../app/model/edtf-date'
import type { Party, PartyId } from '../../app/model/party'
import type { Affiliation, SpeakerId } from '../../app/model/speaker'
import type { Named, Passage, Proposal, Reason } from '../../app/rules/capture'
import { affiliationAt } from '../../app/rules/evidence-item'
import { foldText } from '../../app/rules/fold-text'
import { paragraphAt, type TextRange } from '../../app/rules/paragraphs'
import { countriesIn, wordsForCountry } from './countries'
import { officeHolder } from './office-holders'
import { passageOf, type Suggestion } from './suggestion'

export type PartyWorld = {
  text: string
  issued: string | null
  paragraphs: readonly TextRange[]
  parties: readonly Party[]
  affiliations: readonly Affiliation[]
  /** What the text says of a name anywhere: looked for once, however often the name is quoted. */
  introductions: Map<string, { party: Proposal['party']; office: string }>
}

export type LikelyParty = { party: Proposal['party']; office: string }

/**
 * For whom a speaker is likely to speak, and in what office: as recorded, else by the words that name or
 * introduce the speaker, else as the statement before that this one goes on from, else by the list of office
 * holders. Null where none of these says.
 */
export function likelyParty(
  world: PartyWorld,
  {
    suggestion,
    speaker,
    before,
  }: {
    suggestion: Suggestion
    speaker: { id: SpeakerId | null; name: string | null }
    before: { suggestion: Suggestion; party: Proposal['party'] } | null
  },
): LikelyParty {
  const saidOn = suggestion.saidOn?.edtf ?? world.issued
  const recorded = recordedParty(world, speaker.id, saidOn)
  if (recorded !== null) return recorded

  const introduced = introductionOf(world, speaker.name)
  const { office } = introduced
  const said = suggestion.speaker
  const own = said === null ? null : partyInWords(world, said)
  if (own !== null) return { party: own, office }
  if (introduced.party !== null) return { party: introduced.party, office }
  if (speaker.name === null) {
    const near = partyWhereDescribed(world, suggestion)
    if (near !== null) return { party: near, office }
  }
  const listed = speaker.name === null ? null : officeHolder(speaker.name, monthOf(saidOn))
  if (listed !== null) {
    const party = named(world.parties, listed.state, { kind: 'list', office: listed.office })
    return { party, office: office === '' ? listed.office : office }
  }
  return { party: carriedOver(world, suggestion, before), office }
}

/** The party that a passage names, known or new; null when it names none. */
export function partyInWords(
  world: Pick<PartyWorld, 'text' | 'parties'>,
  range: TextRange,
): Proposal['party'] {
  const words = passageOf(world.text, range)
  const own = world.parties.find(({ name, shortName }) =>
    [name, shortName].some((each) => holdsWord(words.text, each)),
  )
  if (own !== undefined) {
    return { value: { id: own.id }, label: own.name, reason: { kind: 'words', words } }
  }
  const country = countriesIn(words.text)[0]
  if (country === undefined) return null
  const at = passageOf(world.text, { start: range.start + country.start, end: range.start + country.end })
  return named(world.parties, country.name, { kind: 'words', words: at })
}

function recordedParty(
  { parties, affiliations }: PartyWorld,
  speakerId: SpeakerId | null,
  saidOn: string | null,
): LikelyParty | null {
  if (speakerId === null) return null
  const own = affiliations.filter((affiliation) => affiliation.speakerId === speakerId)
  const held = affiliationAt(own, { saidOn, partyId: null }) ?? own[0]
  const party = parties.find(({ id }) => id === held?.partyId)
  if (held === undefined || party === undefined) return null
  return {
    party: { value: { id: party.id }, label: party.name, reason: { kind: 'office', office: held.office } },
    office: held.office,
  }
}

function introductionOf(world: PartyWorld, name: string | null): LikelyParty {
  if (name === null) return { party: null, office: '' }
  const known = world.introductions.get(name)
  if (known !== undefined) return known
  const found = { party: partyWhereIntroduced(world, name), office: officeBefore(world.text, name) }
  world.introductions.set(name, found)
  return found
}

const introduction = 60

/** For somebody without a name: the party of the sentence, or of the one that first speaks of "a … source". */
function partyWhereDescribed(world: PartyWorld, suggestion: Suggestion): Proposal['party'] {
  const { text, paragraphs } = world
  const said = suggestion.speaker
  if (said === null) return partyInWords(world, aroundOf(text, suggestion))
  const noun = said.text.trim().split(/\s+/u).at(-1)!
  const paragraph = paragraphs[paragraphAt(paragraphs, said.start)]
  if (paragraph === undefined || !/\p{Ll}{4}/u.test(noun)) return null
  const first = text.slice(paragraph.start, said.start).toLowerCase().indexOf(noun.toLowerCase())
  if (first === -1) return null
  const at = paragraph.start + first
  const start = Math.max(paragraph.start, text.lastIndexOf('. ', at) + 1)
  return partyInWords(world, { start, end: at + noun.length })
}

/** The party named in the words right before or after a mention of the name: "the Russian president, X". */
function partyWhereIntroduced(world: PartyWorld, name: string): Proposal['party'] {
  const { text } = world
  const surname = name.split(' ').at(-1)!
  for (const mention of [name, surname]) {
    for (let at = text.indexOf(mention); at !== -1; at = text.indexOf(mention, at + mention.length)) {
      const end = at + mention.length
      const before = text
        .slice(Math.max(0, at - introduction), at)
        .split(/[.!?,;:“”"\n]/u)
        .at(-1)!
      // A title right before the name: capital letters and small words, and no verb between.
      const title =
        /(?:\p{Lu}[\p{L}.’'-]*|of|the|for|de)(?:\s+(?:\p{Lu}[\p{L}.’'-]*|of|the|for|foreign|prime|presidential|minister|president|spokesman|spokeswoman|secretary))*\s*$/u.exec(
          before,
        )
      const near = title === null ? null : partyInWords(world, { start: at - title[0].length, end: at })
      if (near !== null) return near
      const apposition = /^,?\s*(?:who [^,.;]{0,60}|(?:the|a|an) [^,.;]{0,60})/u.exec(
        text.slice(end, end + introduction * 2),
      )
      if (apposition !== null && apposition[0].startsWith(',')) {
        const after = partyInWords(world, { start: end, end: end + apposition[0].length })
        if (after !== null) return after
      }
    }
  }
  return null
}

const officeWords =
  /((?:(?:Deputy|Acting|Vice|First|Prime|Foreign|Defence|Defense|Interior|Finance|Permanent|Presidential|Chief|Special)\s+)*(?:President|Minister|Chancellor|Spokesman|Spokeswoman|Spokesperson|Secretary of State|Secretary-General|Secretary|Ambassador|Envoy|Representative|Negotiator|Governor|Senator|General|King|Emir))\s*$/u

/** The office that stands right before the name, as in "Foreign Minister"; empty where none does. */
function officeBefore(text: string, name: string | null): string {
  const at = name === null ? -1 : text.indexOf(name)
  if (at === -1) return ''
  return officeWords.exec(text.slice(Math.max(0, at - introduction), at))?.[1] ?? ''
}

const goesOn = /\b(?:also|besides|further|furthermore|additionally|moreover|too|likewise|in addition)\b/iu

/** Words that go on from the statement before them keep its party. */
function carriedOver(
  world: PartyWorld,
  suggestion: Suggestion,
  before: { suggestion: Suggestion; party: Proposal['party'] } | null,
): Proposal['party'] {
  if (before === null || before.party === null) return null
  const at = firstOf(suggestion)
  const same = paragraphAt(world.paragraphs, at) === paragraphAt(world.paragraphs, firstOf(before.suggestion))
  const around = aroundOf(world.text, suggestion)
  const found = goesOn.exec(world.text.slice(around.start, around.end))
  if (!same || found === null) return null
  const words: Passage = passageOf(world.text, {
    start: around.start + found.index,
    end: around.start + found.index + found[0].length,
  })
  return { ...before.party, reason: { kind: 'before', words } }
}

const firstOf = ({ spans, speaker, cue }: Suggestion): number =>
  Math.min(...[...spans, speaker, cue].flatMap((each) => (each === null ? [] : [each.start])))

/** The sentence in which it is attributed, as far as the words given show it. */
function aroundOf(text: string, suggestion: Suggestion): TextRange {
  const parts = [
    suggestion.cue,
    suggestion.speaker,
    ...(suggestion.form === 'verbatim' ? [] : suggestion.spans),
  ]
  const given = parts.flatMap((part) => (part === null ? [] : [part]))
  const spans = given.length === 0 ? suggestion.spans.slice(0, 1) : given
  const start = Math.min(...spans.map((part) => part.start))
  const end = Math.max(...spans.map((part) => part.end))
  const before = text.slice(0, start)
  const from = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'), before.lastIndexOf('” '), -1)
  return { start: Math.max(from + 1, start - 200), end }
}

/** By its name, or by any word that stands for the same state. */
export function named(
  parties: readonly Party[],
  name: string,
  reason: Reason,
): NonNullable<Proposal['party']> {
  const known = findParty(parties, name)
  const value: Named<PartyId> = known === null ? { name } : { id: known.id }
  return { value, label: known?.name ?? name, reason }
}

export function findParty(parties: readonly Party[], name: string): Party | null {
  const words = wordsForCountry(name).map((word) => foldText(word))
  return (
    parties.find((party) =>
      [party.name, party.shortName].some((each) => words.includes(foldText(each.trim()))),
    ) ?? null
  )
}

function holdsWord(words: string, word: string): boolean {
  const at = words.indexOf(word)
  const isLetter = (place: number) => /[\p{L}\p{N}]/u.test(words.charAt(place))
  return at !== -1 && !isLetter(at - 1) && !isLetter(at + word.length)
}

function monthOf(date: string | null): string {
  return (date === null ? null : edtfBounds(date).first)?.slice(0, 7) ?? '0000-00'
}
