import type { PositionKind } from '../../app/model/position'
import type { Source } from '../../app/model/source'
import type { Speaker } from '../../app/model/speaker'
import { findAnchor } from '../../app/rules/anchor'
import type { Passage, Proposal } from '../../app/rules/capture'
import { foldText } from '../../app/rules/fold-text'
import { paragraphsOf, type TextRange } from '../../app/rules/paragraphs'
import { prepare, type ReadDb } from '../../db/connection'
import { fromRow, listRecords } from '../../db/tables/records'
import { carriedDate } from './carried-date'
import { likelyParty, partyInWords, type PartyWorld } from './likely-party'
import { likelyIssue, likelyPositions } from './likely-positions'
import { matchSpeaker } from './match-speaker'
import { namedSpeaker, type NamedSpeaker } from './speaker-words'
import { suggestStatements } from './suggest'
import { passageOf, type Suggestion } from './suggestion'

type World = PartyWorld & ReturnType<typeof readWorld>

function readWorld(db: ReadDb, source: Source) {
  return {
    text: source.text,
    issued: source.issued,
    paragraphs: paragraphsOf(source.text),
    parties: listRecords(db, 'party'),
    speakers: listRecords(db, 'speaker'),
    affiliations: listRecords(db, 'affiliation'),
    outlets: listRecords(db, 'outlet'),
    positions: listRecords(db, 'position'),
    issues: listRecords(db, 'issue'),
    introductions: new Map(),
  }
}

/** What the text seems to contain and nobody recorded, as the form would be filled in; in the order of the text. */
export function proposeAll(db: ReadDb, source: Source): Proposal[] {
  const recorded = recordedRanges(db, source)
  const world = readWorld(db, source)
  let before: Before = null
  return suggestionsOf(source).flatMap((suggestion) => {
    // Those that are recorded count too: the next one may go on from them.
    const whole = propose(world, suggestion, before)
    before = { suggestion, party: whole.party }
    const spans = withoutRecorded(source.text, suggestion.spans, recorded)
    if (spans.length === 0) return []
    return [
      spans.length === suggestion.spans.length && keyOf(spans) === whole.key
        ? whole
        : propose(world, { ...suggestion, spans }, before),
    ]
  })
}

type Before = { suggestion: Suggestion; party: Proposal['party'] } | null

/** The same for chosen words: as the suggestion that they lie in, or with nothing known but the words. */
export function proposeFor(db: ReadDb, source: Source, spans: readonly TextRange[]): Proposal {
  const { text } = source
  const first = spans[0]!
  const near = suggestionsOf(source).find(({ spans: theirs }) =>
    theirs.some(({ start, end }) => start < first.end && first.start < end),
  )
  const passages = spans.map((span) => passageOf(text, span))
  const suggestion: Suggestion = {
    ...(near ?? nothingKnown),
    form: isQuoted(text, first) ? 'verbatim' : near?.form === 'partial' ? 'partial' : 'paraphrase',
    spans: passages,
  }
  return propose(readWorld(db, source), suggestion, null)
}

const nothingKnown: Omit<Suggestion, 'form' | 'spans'> = {
  cue: null,
  speaker: null,
  hint: 'view',
  addressee: null,
  saidOn: null,
  relayedBy: null,
  place: null,
  language: 'und',
  confidence: 1,
}

/** Whether the words stand between quotation marks that open before and close after them in one paragraph. */
function isQuoted(text: string, { start, end }: TextRange): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const open = Math.max(
    before.lastIndexOf('“'),
    before.lastIndexOf('«'),
    before.lastIndexOf('„'),
    before.lastIndexOf('「'),
  )
  const closed = Math.max(before.lastIndexOf('”'), before.lastIndexOf('»'), before.lastIndexOf('」'))
  return open > closed || /^[“«„「]/u.test(text.slice(start, end))
}

function propose(world: World, suggestion: Suggestion, before: Before): Proposal {
  const { speaker: said, spans } = suggestion
  const named = namedSpeaker(said)
  const match = said === null ? null : matchSpeaker(said, world, suggestion.saidOn?.edtf ?? world.issued)
  const known = world.speakers.find(({ id }) => id === match?.speakerId) ?? null
  const { party, office } = likelyParty(world, {
    suggestion,
    speaker: { id: known?.id ?? null, name: known?.name ?? named.name },
    before,
  })
  const partyId = party !== null && 'id' in party.value ? party.value.id : null
  const words = spans.map(({ text }) => text).join(' ')
  const addressed = suggestion.addressee
  const addressee = addressed === null ? null : partyInWords(world, addressed)
  return {
    key: keyOf(spans),
    spans,
    form: suggestion.form,
    cue: suggestion.cue,
    kind: kindOf(suggestion),
    confidence: suggestion.confidence,
    speaker: proposedSpeaker(named, known),
    speakerWords: said,
    nameAt: said?.nameAt ?? null,
    speakerLabel: known?.name ?? known?.description ?? named.name ?? said?.text ?? '',
    office: named.office === '' ? office : named.office,
    party,
    saidOn: proposedDate(
      world.text,
      suggestion.saidOn ?? carriedDate(world, { suggestion, name: known?.name ?? named.name }),
    ),
    relayedBy: proposedRelay(world, suggestion),
    place: suggestion.place?.text ?? '',
    addressee:
      addressee === null || addressed === null || sameParty(addressee, party)
        ? null
        : { value: addressee.value, words: addressed },
    positions: likelyPositions(world.positions, { words, partyId }),
    issueId: likelyIssue(world, words),
  }
}

const sameParty = (a: NonNullable<Proposal['party']>, b: Proposal['party']): boolean =>
  b !== null && JSON.stringify(a.value) === JSON.stringify(b.value)

export const keyOf = (spans: readonly TextRange[]): string =>
  spans.map(({ start, end }) => `${start}-${end}`).join(' ')

const kindOf = ({ hint }: Suggestion): PositionKind => (hint === 'condition' ? 'view' : hint)

function proposedSpeaker({ name, description }: NamedSpeaker, known: Speaker | null): Proposal['speaker'] {
  if (known !== null) return { id: known.id }
  if (description !== null) return { description }
  return name === null ? null : { name }
}

function proposedDate(text: string, saidOn: Suggestion['saidOn']): Proposal['saidOn'] {
  if (saidOn === null) return null
  const { edtf, start, end } = saidOn
  return { edtf, words: { ...passageOf(text, { start, end }), text: saidOn.words } }
}

function proposedRelay(world: World, { relayedBy }: Suggestion): Proposal['relayedBy'] {
  if (relayedBy === null) return null
  const words = foldText(relayedBy.text.replace(/^the\s+/iu, '').trim())
  const known = world.outlets.find(({ name }) => foldText(name) === words)
  return { value: known === undefined ? { name: relayedBy.text } : { id: known.id }, words: relayedBy }
}

// Working suggestions out costs far more than asking for them again, and a text seldom changes.
const kept = new Map<string, Suggestion[]>()
const mostKept = 20
/** In UTF-16 units: beyond this, looking for statements would hold up everything else for seconds. */
const longestSearched = 1_000_000

function suggestionsOf({ text, textHash, language, issued }: Source): Suggestion[] {
  const key = `${textHash} ${language} ${issued ?? ''}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const found = suggestStatements(text.slice(0, longestSearched), { language, issued })
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
  kept.set(key, found)
  return found
}

function recordedRanges(db: ReadDb, { id, text }: Source): TextRange[] {
  return prepare(
    db,
    'SELECT span.* FROM statement JOIN span ON span.statementId = statement.id WHERE statement.sourceId = ?',
  )
    .all(id)
    .flatMap((row) => {
      const found = findAnchor(text, fromRow('span', row))
      return found.state === 'found' ? [{ start: found.start, end: found.end }] : []
    })
}

const fewestWords = 3

/** What is left of the passages once recorded words are taken out, where enough is left to be a statement. */
function withoutRecorded(text: string, spans: readonly Passage[], recorded: readonly TextRange[]): Passage[] {
  const hit = recorded.filter((range) =>
    spans.some((span) => range.start < span.end && span.start < range.end),
  )
  if (hit.length === 0) return [...spans]
  const left = spans.flatMap((span) => {
    const ranges = hit.filter((range) => range.start < span.end && span.start < range.end)
    return ranges.reduce<TextRange[]>(cutOut, [span]).flatMap((range) => trimmed(text, range))
  })
  return left.map((range) => passageOf(text, range))
}

const cutOut = (pieces: TextRange[], { start, end }: TextRange): TextRange[] =>
  pieces.flatMap((piece) =>
    [
      { start: piece.start, end: Math.min(piece.end, start) },
      { start: Math.max(piece.start, end), end: piece.end },
    ].filter((rest) => rest.start < rest.end),
  )

function trimmed(text: string, { start, end }: TextRange): TextRange[] {
  const words = text.slice(start, end)
  const before = /^[^\p{L}\p{N}]*/u.exec(words)![0].length
  const after = /[\s“”"«»,;:]*$/u.exec(words)![0].length
  const rest = words.slice(before, words.length - after)
  const count = rest.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const isEnough = count >= fewestWords || /[\p{Script=Han}]{6}/u.test(rest)
  return isEnough ? [{ start: start + before, end: end - after }] : []
}
