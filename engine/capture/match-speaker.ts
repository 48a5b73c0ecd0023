import { isWithin } from '../../app/model/edtf-date'
import type { Party, PartyId } from '../../app/model/party'
import type { Affiliation, Speaker, SpeakerId } from '../../app/model/speaker'
import { foldText } from '../../app/rules/fold-text'
import { seats } from './seats'
import type { SuggestedSpeaker } from './suggestion'

export type SpeakerMatch = {
  speakerId: SpeakerId | null
  partyId: PartyId | null
  /** What the two have in common. */
  because: 'name' | 'surname' | 'office' | 'description' | 'party' | 'seat'
}

export type KnownSpeakers = {
  speakers: readonly Speaker[]
  affiliations: readonly Affiliation[]
  parties: readonly Party[]
}

/**
 * The dossier's speaker, or only the party, that a suggestion's speaker is; null when none fits or several
 * do. A name counts more than a surname, a surname more than an office. `at` is the EDTF date of saying, by
 * which the party is found through the affiliation then in force.
 */
export function matchSpeaker(
  { text, name }: Pick<SuggestedSpeaker, 'text' | 'name'>,
  known: KnownSpeakers,
  at: string | null,
): SpeakerMatch | null {
  const said = [...new Set([name, text].filter((words) => words !== null).map(plain))].filter((words) => words !== '')
  const found = bySpeaker(said, known, at)
  if (found !== null) {
    return { speakerId: found.speaker.id, partyId: partyOf(found.speaker.id, known, at), because: found.because }
  }
  return byParty(said, known)
}

const article = /^(?:the|a|an|le|la|les|l'|un|une|el|los|las)\s+|^l'/
const honorific = /^(?:mr|mrs|ms|dr|sir|mme|m|gen|president|prime minister|minister)\.?\s+/

/** Folded, without article and honorific. */
function plain(words: string): string {
  let folded = foldText(words).trim().replace(article, '').replace(/'s$/, '')
  for (let before = ''; before !== folded; ) {
    before = folded
    folded = folded.replace(honorific, '')
  }
  return folded
}

function bySpeaker(
  said: readonly string[],
  { speakers, affiliations }: KnownSpeakers,
  at: string | null,
): { speaker: Speaker; because: SpeakerMatch['because'] } | null {
  const named = speakers.filter(({ name }) => name !== null)
  const exact = named.filter(({ name }) => said.some((words) => plain(name ?? '') === words))
  if (exact.length === 1) return { speaker: exact[0]!, because: 'name' }
  if (exact.length > 1) return null

  // "Russian Foreign Minister Sergei Lavrov" ends with the name.
  const within = named.filter(({ name }) => said.some((words) => isNameWithin(plain(name ?? ''), words)))
  if (within.length === 1) return { speaker: within[0]!, because: 'name' }

  const surnames = named.filter(({ name }) => said.some((words) => isSurname(plain(name ?? ''), words)))
  if (surnames.length === 1) return { speaker: surnames[0]!, because: 'surname' }
  if (surnames.length > 1) return null

  const described = speakers.filter(({ description }) => description !== '' && said.includes(plain(description)))
  if (described.length === 1) return { speaker: described[0]!, because: 'description' }

  const holders = new Set(
    affiliations
      .filter(({ office, from, until }) => isOffice(plain(office), said) && (at === null || isWithin(at, from, until)))
      .map(({ speakerId }) => speakerId),
  )
  const holder = holders.size === 1 ? speakers.find(({ id }) => holders.has(id)) : undefined
  return holder === undefined ? null : { speaker: holder, because: 'office' }
}

const isNameWithin = (name: string, words: string) => name.includes(' ') && words.endsWith(` ${name}`)

/** The last word of both; a first name that is given has to agree. */
function isSurname(name: string, words: string): boolean {
  const [ours, theirs] = [name.split(' '), words.split(' ')]
  if (ours.length < 2 || ours.at(-1) !== theirs.at(-1)) return false
  const first = theirs.length > 1 ? theirs.at(-2) : undefined
  return first === undefined || ours.includes(first) || !/^\p{L}/u.test(first) || isTitle(theirs.slice(0, -1))
}

const titleWords =
  /^(?:foreign|defen[cs]e|prime|deputy|minister|president|secretary|general|state|of|spokesman|spokeswoman|spokesperson|ambassador|envoy|chancellor|senator|leader|chief|former|mr|mrs|ms|dr|king|queen|presidential|the)$|(?:ian|ish|ese|ean|an)$/
const isTitle = (words: readonly string[]) => words.every((word) => titleWords.test(word))

const isOffice = (office: string, said: readonly string[]) => office !== '' && said.includes(office)

function partyOf(speaker: SpeakerId, { affiliations }: KnownSpeakers, at: string | null): PartyId | null {
  const parties = new Set(
    affiliations
      .filter(({ speakerId, from, until }) => speakerId === speaker && (at === null || isWithin(at, from, until)))
      .map(({ partyId }) => partyId),
  )
  const [only] = parties
  return parties.size === 1 && only !== undefined ? only : null
}

/** A party's own names, words of its note, or the seat of its government: "Kiev", "the White House". */
function byParty(said: readonly string[], { parties }: KnownSpeakers): SpeakerMatch | null {
  const match = (isIt: (party: Party) => boolean, because: SpeakerMatch['because']): SpeakerMatch | null => {
    const found = parties.filter(isIt)
    return found.length === 1 ? { speakerId: null, partyId: found[0]!.id, because } : null
  }
  const heads = new Set(said.flatMap((words) => [words, leading(words)]))
  const names = ({ name, shortName }: Party) => [plain(name), plain(shortName)]
  return (
    match((party) => names(party).some((name) => name !== '' && heads.has(name)), 'party') ??
    match((party) => said.some((words) => words.length > 3 && isWordOf(foldText(party.note), words)), 'party') ??
    match((party) => said.some((words) => seats.get(words)?.some((country) => names(party).includes(country))), 'seat')
  )
}

/** "Russia's foreign ministry" and "the government of Norway" speak for the party named in them. */
function leading(words: string): string {
  const owner = /^(.+?)'s? (?:\S+ ?){1,4}$/.exec(words)?.[1]
  const governed = /^(?:government|ministry|delegation|authorities|foreign ministry) of (?:the )?(.+)$/.exec(words)?.[1]
  return owner ?? governed ?? words
}

function isWordOf(note: string, words: string): boolean {
  const at = note.indexOf(words)
  if (at === -1) return false
  const [before, after] = [note[at - 1] ?? ' ', note[at + words.length] ?? ' ']
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)
}
