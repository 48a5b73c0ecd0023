import type { captureContract } from '../../app/contract/capture-contract'
import type { ParsedInput } from '../../app/contract'
import { AppError } from '../../app/errors'
import { recordDefaults } from '../../app/model/record-defaults'
import type { IdOf, RecordOf } from '../../app/model/records'
import { partyColour } from '../../app/model/party'
import type { SpeakerId } from '../../app/model/speaker'
import { anchorFor } from '../../app/rules/anchor'
import type { PositionChoice } from '../../app/rules/capture'
import { foldText } from '../../app/rules/fold-text'
import { pageOf } from '../../app/rules/page-of'
import type { TextRange } from '../../app/rules/paragraphs'
import { prepare, type ReadDb, type WriteDb } from '../../db/connection'
import { listEvidenceFacts } from '../../db/tables/evidence-facts'
import { getRecord, listRecords } from '../../db/tables/records'
import { countPositions, countSources, countSourceTags, listSourceLines } from '../../db/tables/source-lines'
import { readSource } from '../../db/tables/source-reading'
import { findParty } from '../capture/likely-party'
import { proposeAll, proposeFor } from '../capture/propose'
import type { Handlers } from '../handlers'
import { addRecord, changeRecord } from './record-operations'
import { tagSources } from './tagging'

type Captured = ParsedInput<'statement.capture'>

export const captureOperations: Handlers<keyof typeof captureContract> = {
  'source.overview': (db) => listSourceLines(db),
  'source.positionCounts': (db, { ids }) => countPositions(db, ids),
  'source.tagCounts': (db) => countSourceTags(db),
  'source.tagMany': (db, input) => tagSources(db, input),
  'source.count': (db) => countSources(db),
  'source.reading': (db, { id }) => readSource(db, id),
  'source.suggestions': (db, { id }) => proposeAll(db, getRecord(db, 'source', id)),
  'source.proposal'(db, { id, spans }) {
    const source = getRecord(db, 'source', id)
    for (const span of spans) anchorAt(source.text, span)
    return proposeFor(db, source, spans)
  },
  'position.choices': (db, { sourceId }) => listChoices(db, sourceId),

  'statement.capture'(db, captured) {
    const source = getRecord(db, 'source', captured.sourceId)
    const anchors = captured.spans.map((span) => anchorAt(source.text, span))
    const { onBehalfOfId, speakerId } = whoSaidIt(db, captured)
    const { form, translation, saidOn, saidOnWords, place, eventId, credibility, note } = captured
    const statement = addRecord(db, 'statement', {
      sourceId: source.id,
      speakerId,
      onBehalfOfId,
      relayedById: outletOf(db, captured.relayedBy),
      text: anchors.map(({ exact }) => exact).join(' … '),
      form,
      translation,
      saidOn,
      saidOnWords,
      place,
      eventId,
      credibility,
      note,
    })
    for (const anchor of anchors) {
      addRecord(db, 'span', {
        ...anchor,
        statementId: statement.id,
        page: pageOf(source.pages, anchor.start),
      })
    }
    for (const { relation, to } of captured.evidence) {
      const positionId = 'positionId' in to ? to.positionId : addPosition(db, to, { captured, source })
      addRecord(db, 'evidence', {
        ...recordDefaults.evidence,
        statementId: statement.id,
        relation,
        positionId,
      })
    }
    return statement
  },

  'statement.addSpan'(db, { id, start, end }) {
    const statement = getRecord(db, 'statement', id)
    const source = getRecord(db, 'source', statement.sourceId)
    const anchor = anchorAt(source.text, { start, end })
    changeRecord(db, 'statement', { id, text: `${statement.text} … ${anchor.exact}` })
    return addRecord(db, 'span', { ...anchor, statementId: id, page: pageOf(source.pages, start) })
  },
}

/** The passage as an anchor; `range-not-in-text` where the text has no such words. */
function anchorAt(text: string, { start, end }: TextRange) {
  if (end > text.length || text.slice(start, end).trim() === '') throw new AppError('range-not-in-text')
  try {
    return anchorFor(text, start, end)
  } catch (error) {
    throw new AppError('range-not-in-text', {}, { cause: error })
  }
}

function whoSaidIt(db: WriteDb, { speaker, onBehalfOf, office }: Captured) {
  const onBehalfOfId = onBehalfOf === null ? null : partyOf(db, onBehalfOf)
  const speakerId = speaker === null ? null : speakerOf(db, speaker)
  if (speakerId !== null && onBehalfOfId !== null) linkOnce(db, { speakerId, partyId: onBehalfOfId, office })
  return { onBehalfOfId, speakerId }
}

function linkOnce(db: WriteDb, link: { speakerId: SpeakerId; partyId: IdOf<'party'>; office: string }): void {
  const held = listRecords(db, 'affiliation', { speakerId: link.speakerId })
  if (held.some(({ partyId }) => partyId === link.partyId)) return
  addRecord(db, 'affiliation', { ...recordDefaults.affiliation, ...link })
}

function speakerOf(db: WriteDb, speaker: NonNullable<Captured['speaker']>): SpeakerId {
  if ('id' in speaker) return speaker.id
  const isAnonymous = 'description' in speaker
  const words = foldText(isAnonymous ? speaker.description : speaker.name)
  const known = listRecords(db, 'speaker').find(
    (each) =>
      each.isAnonymous === isAnonymous &&
      foldText((isAnonymous ? each.description : each.name) ?? '') === words,
  )
  if (known !== undefined) return known.id
  return addRecord(db, 'speaker', {
    name: isAnonymous ? null : speaker.name,
    description: isAnonymous ? speaker.description : '',
    isAnonymous,
    note: '',
  }).id
}

/** A party by its id, or by its name. */
function partyOf(db: WriteDb, party: NonNullable<Captured['onBehalfOf']>): IdOf<'party'> {
  if ('id' in party) return party.id
  return findParty(listRecords(db, 'party'), party.name)?.id ?? addPartyNamed(db, party.name)
}

/** A new party has the first colour that no party has yet. */
export function addPartyNamed(db: WriteDb, name: string): IdOf<'party'> {
  const parties = listRecords(db, 'party')
  const taken = new Set(parties.map(({ colour }) => colour))
  const colours = partyColour.options
  return addRecord(db, 'party', {
    name,
    shortName: [...name].slice(0, 60).join(''),
    role: 'principal',
    colour: colours.find((colour) => !taken.has(colour)) ?? colours[parties.length % colours.length]!,
    note: '',
  }).id
}

function outletOf(db: WriteDb, outlet: Captured['relayedBy']): IdOf<'outlet'> | null {
  if (outlet === null) return null
  if ('id' in outlet) return outlet.id
  const words = foldText(outlet.name)
  const known = listRecords(db, 'outlet').find(({ name }) => foldText(name) === words)
  return known?.id ?? addRecord(db, 'outlet', { ...recordDefaults.outlet, name: outlet.name }).id
}

type NewPosition = Exclude<Captured['evidence'][number]['to'], { positionId: unknown }>

function addPosition(
  db: WriteDb,
  { issue, party, kind, addressee, text }: NewPosition,
  { captured, source }: { captured: Captured; source: RecordOf<'source'> },
): IdOf<'position'> {
  return addRecord(db, 'position', {
    ...recordDefaults.position,
    issueId: issueOf(db, issue),
    partyId: partyOf(db, party),
    kind,
    addresseeId: addressee === null ? null : partyOf(db, addressee),
    text,
    basis: captured.form === 'paraphrase' ? 'reported' : 'stated',
    from: captured.saidOn ?? source.issued,
  }).id
}

/** An issue by its id, or by its title. */
export function issueOf(db: WriteDb, issue: NewPosition['issue']): IdOf<'issue'> {
  if ('id' in issue) return issue.id
  const words = foldText(issue.name)
  const known = listRecords(db, 'issue').find(({ title }) => foldText(title) === words)
  return known?.id ?? addRecord(db, 'issue', { ...recordDefaults.issue, title: issue.name }).id
}

function listChoices(db: ReadDb, sourceId: string): PositionChoice[] {
  const { originId } = getRecord(db, 'source', sourceId)
  const ownOrigin = originId ?? sourceId
  const facts = Map.groupBy(
    listEvidenceFacts(db).filter(({ relation }) => relation !== 'contradicts'),
    ({ positionId }) => positionId,
  )
  return prepare<Omit<PositionChoice, 'statements' | 'origins' | 'originsThen'>>(
    db,
    `SELECT position.id, position.text, position.kind, position.partyId, party.shortName AS partyName,
       party.colour, position.issueId, issue.title AS issueTitle
     FROM position JOIN party ON party.id = position.partyId JOIN issue ON issue.id = position.issueId
     ORDER BY issue.sortOrder, party.sortOrder, position.sortOrder, position.id`,
  )
    .all()
    .map((choice) => {
      const behind = facts.get(choice.id) ?? []
      const origins = new Set(behind.map(({ origin }) => origin))
      return {
        ...choice,
        statements: behind.length,
        origins: origins.size,
        originsThen: origins.size + (origins.has(ownOrigin) ? 0 : 1),
      }
    })
}
