import { verbs } from '../languages/en'
import {
  agentLike,
  bodies,
  demonyms,
  documents,
  months,
  notNames,
  persons,
  pronouns,
  titles,
  weekdays,
} from '../languages/en-nouns'
import type { Token } from './tokens'

const setOf = (words: string) => new Set(words.split(/\s+/))

export const beForms = setOf("is are was were be been being am 's 're isn't aren't wasn't weren't")
export const auxiliaries = setOf(
  "is are was were be been being am has have had having do does did will would shall should can could may might must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shan't shouldn't can't cannot couldn't mightn't mustn't",
)
export const finiteAuxiliaries = setOf(
  "is are was were has have had do does did will would shall should can could may might must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't cannot couldn't it's that's there's he's she's we're they're i'm we've they've i've we'll they'll he'll she'll it'll",
)
export const negations = setOf(
  "not never isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't cannot couldn't nor",
)
const adverbs = setOf(
  'also then later earlier still again too once twice soon now today yesterday tonight always often never not even just already so far further besides instead however meanwhile nevertheless nonetheless therefore thus long ever only first finally jointly both all each in_turn once simply rather quite effectively privately separately since',
)
const determiners = setOf(
  'the a an his her its their our my your this that these those some any no each every another both several many most one two three four five six seven eight nine ten dozens',
)
const prepositions = setOf(
  'in on at by for from with of to into over under about against between among during after before since until through via without within near behind beyond amid alongside following despite toward towards inside outside across along around upon per than like ahead off',
)
const subordinators = setOf(
  'that but while because as after before when if whether although though since until where whereas so yet than nor or unless once what how why whom',
)

export const isAdverb = ({ kind, low, isCapital }: Token) =>
  kind === 'word' &&
  (adverbs.has(low) || (low.length > 4 && low.endsWith('ly') && !isCapital && !notAdverbs.has(low)))
const notAdverbs = setOf(
  'family ally rally reply supply assembly anomaly monopoly bully italy only daily weekly monthly',
)

export const isPreposition = ({ low }: Token) => prepositions.has(low)
export const isDeterminer = ({ low }: Token) => determiners.has(low)
export const isPronoun = ({ low }: Token) => pronouns.has(low)
export const isPossessive = ({ low }: Token) => /(?:'s|s')$/.test(low)
export const isMark = (token: Token | undefined, marks: string) =>
  token !== undefined && token.kind === 'mark' && marks.includes(token.text)
export const isDash = (token: Token | undefined) => token !== undefined && /^(?:[—–-]|--)$/.test(token.text)
export const isSubordinator = ({ low }: Token) => subordinators.has(low)

export const isDateWord = ({ kind, low, text }: Token) =>
  kind === 'number' || (text !== 'PM' && text !== 'AM' && isDateLow(low))

const isDateLow = (low: string) => weekdays.has(low) || months.has(low) || dateWords.test(low)
const dateWords =
  /^(?:early|late|mid|mid-\w+|last|this|next|past|previous|same|following|weeks?|months?|years?|days?|hours?|minutes?|evening|morning|afternoon|night|midnight|noon|weekend|spring|summer|autumn|winter|fall|today|yesterday|tonight|ago|recent|earlier|later|year's|week's|century|decade|[ap]\.?m\.?|gmt|quarter|new|easter|christmas)$/

/** What kind of subject a noun phrase can be, by its head; null when it is no likely speaker. */
export type SubjectKind = 'pronoun' | 'name' | 'person' | 'body' | 'document' | 'other'

export function subjectKindOf(words: readonly Token[]): SubjectKind {
  const head = headOf(words)
  if (head === undefined) return 'other'
  const low = head.low.replace(/'s$|'$/, '')
  if (words.length === 1 && pronouns.has(low)) return 'pronoun'
  if (persons.has(low) || persons.has(low.split('-').at(-1) ?? '')) return 'person'
  if (bodies.has(low)) return 'body'
  if (head.isCapital && !notNames.has(low)) return documents.has(low) ? 'document' : 'name'
  if (documents.has(low)) return 'document'
  if (pronouns.has(words[0]?.low ?? '') && words[1]?.low === 'of') return 'person'
  return agentLike.test(low) && low.length > 4 ? 'person' : 'other'
}

/** The noun before the first preposition or participle: "a spokesman for the ministry" → "spokesman". */
export function headOf(words: readonly Token[]): Token | undefined {
  let head: Token | undefined
  for (const [index, word] of words.entries()) {
    if (word.kind !== 'word') {
      if (word.kind === 'mark' && word.text !== '.') break
      continue
    }
    const isFirst = index === 0
    if (!isFirst && (prepositions.has(word.low) || relatives.test(word.low))) break
    if (!isFirst && head !== undefined && postModifier.test(word.low) && !word.isCapital) break
    if (!isFirst && word.low === 'and') break
    head = word
  }
  return head
}

const relatives = /^(?:who|whom|whose|which|that|where)$/
const postModifier =
  /^(?:briefed|familiar|close|aware|present|involved|based|named|called|known|speaking|seen|released|issued|published|obtained|interviewed|loyal|opposed|responsible|allied|backed|dated|signed|quoted|cited|working|travelling|traveling|representing|attending|leading|contacted|reached|privy|here|there|alike|himself|herself|itself|themselves)$/

export const isPlural = (words: readonly Token[]) => {
  const head = headOf(words)
  if (head === undefined) return false
  if (/^(?:they|we|i|you|some|others|many|both|most|few|those|people|police|men|women)$/.test(head.low))
    return true
  if (words.some(({ low }) => low === 'and')) return true
  return /[^s]s$/.test(head.low) || /(?:men|women|people|folk|fishermen)$/.test(head.low)
}

/** May and Will are people as well. */
export const isNameLike = ({ text }: Token) => /^(?:May|Will|Can|Might)$/.test(text)

export const isVerbLike = (token: Token) =>
  token.kind === 'word' &&
  ((finiteAuxiliaries.has(token.low) && !isNameLike(token)) ||
    (!token.isCapital &&
      (pastLike.test(token.low) || commonVerbs.has(token.low) || isKnownFinite(token.low))))
const pastLike = /[a-z]{2}ed$/
const commonVerbs = setOf(
  'took takes take gave gives give went goes go came comes come got gets get made makes make left leaves leave met meets meet held holds hold kept keeps keep lost loses lose won wins win began begins begin fell falls fall rose rises rise broke breaks break brought brings bring built builds build bought sold sent sends send led leads lead ran runs run stood stands stand spent paid pays pay put puts set sets shot struck seized fought fights fight drew draws grew grows became becomes become remains remain shows showed knew knows know saw sees see heard hears found finds sat sits wore threw won let cut hit spread understood speaks walks comes lies lay plays works lives needs means seems looks controls includes depends faces follows continues carries drafts',
)
function isKnownFinite(low: string): boolean {
  const verb = verbs.get(low)
  return verb !== undefined && (verb.form === 'third' || verb.form === 'past')
}

export { demonyms, notNames, titles }
