import { recordDefaults } from '../app/model/record-defaults'
import { recordModels, type RecordKind, type RecordOf } from '../app/model/records'
import type { BriefingRecords, BriefingWish } from '../app/rules/briefing/briefing-context'
import { compare } from '../app/rules/comparison'
import type { EvidenceItem } from '../app/rules/evidence-item'
import { briefingRecords, briefingWish } from '../test/builders/briefing-records'
import { noRecords } from '../test/builders/compared-records'
import { randomText, seeded } from '../test/builders/seeded-text'

const day = '2025-11-14'
const hash = '0'.repeat(64)

/** A comparison of any size: a quarter of its cells is empty, one text in a hundred is long, and some are cited. */
type Size = { issues: number; parties: number; statements: number }

export const wideRecords = (size: Size): BriefingRecords => wideDossier(size).briefing

/** The same as what a briefing is made from, and record by record. */
export function wideDossier(size: Size) {
  const random = seeded(7)
  let last = 0
  const nextId = () => `01890000-0000-7000-8000-${String(++last).padStart(12, '0')}`
  const make = <Kind extends RecordKind>(kind: Kind, given: object): RecordOf<Kind> => {
    const shape = recordModels[kind].shape
    const ordered = 'sortOrder' in shape ? { sortOrder: last } : {}
    // What a bench makes up is not parsed; the engine's own tests do that.
    return { ...recordDefaults[kind], ...ordered, id: nextId(), ...given } as unknown as RecordOf<Kind>
  }
  const words = (length: number) => randomText(random, length).slice(0, length).trim()

  const parties = Array.from({ length: size.parties }, (_each, index) => {
    const name = `Party ${index + 1}`
    return make('party', { name, shortName: name, colour: 'blue' })
  })
  const issues = Array.from({ length: size.issues }, () =>
    make('issue', { title: words(30), question: words(60) }),
  )
  const positions = issues.flatMap((issue) =>
    parties.flatMap((party) => {
      if (random() < 0.25) return []
      const length = random() < 0.01 ? 3_000 : 20 + Math.floor(random() * 134)
      return make('position', { issueId: issue.id, partyId: party.id, kind: 'demand', text: words(length) })
    }),
  )
  const outlet = make('outlet', { name: 'Gazette', kind: 'newspaper' })
  const sources = Array.from({ length: Math.ceil(size.statements / 20) }, () =>
    make('source', {
      title: words(60),
      language: 'en',
      outletId: outlet.id,
      issued: '2025-10',
      textHash: hash,
    }),
  )
  const evidence = Array.from({ length: size.statements }, (_each, index): EvidenceItem => {
    const source = sources[index % sources.length]!
    const position = positions[Math.floor((index * positions.length) / size.statements)]!
    const statement = make('statement', {
      sourceId: source.id,
      onBehalfOfId: position.partyId,
      form: 'verbatim',
      text: words(120),
      textHash: hash,
      saidOn: '2025-10-20',
    })
    return {
      statement,
      spans: [],
      isOrphaned: false,
      source,
      outlet,
      origin: null,
      speaker: null,
      affiliation: null,
      onBehalfOf: parties.find(({ id }) => id === position.partyId)!,
      relayedBy: null,
      event: null,
      evidence: make('evidence', {
        statementId: statement.id,
        relation: 'supports',
        positionId: position.id,
      }),
    }
  })
  const facts = evidence.map(({ evidence: link, statement, source }) => ({
    positionId: link.positionId!,
    relation: link.relation,
    onBehalfOfId: statement.onBehalfOfId,
    isAnonymous: false,
    saidOn: statement.saidOn,
    issued: source.issued,
    origin: source.id,
    outletId: outlet.id,
    reliability: outlet.reliability,
    credibility: statement.credibility,
  }))
  const statements = evidence.map(({ statement }) => statement)
  const records = {
    party: parties,
    issue: issues,
    position: positions,
    outlet: [outlet],
    source: sources,
    statement: statements,
    evidence: evidence.map(({ evidence: link }) => link),
  }
  const briefing = briefingRecords(
    {},
    {
      dossier: {
        id: nextId() as BriefingRecords['dossier']['id'],
        title: 'A very wide comparison',
        question: '',
        language: 'en',
        marking: 'internal',
        author: '',
        created: '2025-11-14T09:00:00Z',
        asOf: null,
      },
      comparison: compare({ ...noRecords, parties, issues, positions, facts }, day),
      evidence,
    },
  )
  return { briefing, records }
}

export const sourcedWish = (): BriefingWish => briefingWish({ recordedOn: { day, time: '09:10' } })
