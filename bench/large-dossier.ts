import { createHash } from 'node:crypto'
import { partyColour } from '../app/model/party'
import { positionKind } from '../app/model/position'
import { recordDefaults } from '../app/model/record-defaults'
import { recordModels, type RecordKind, type RecordOf } from '../app/model/records'
import { dossier } from '../app/model/dossier'
import type { WriteDb } from '../db/connection'
import { beginStep } from '../db/journal'
import { newId } from '../db/new-id'
import { createDossierFile } from '../db/open'
import { insertDossier } from '../db/tables/dossier'
import { insertRecord } from '../db/tables/records'
import { seeded } from '../test/builders/seeded-text'

/** How large it is to be. */
export type LargeDossier = { issues: number; parties: number }

const words =
  'fisheries quota landing border recognition guarantee ceasefire withdrawal monitoring exchange of prisoners and the return territory corridor inspection treaty signature before spring under the same terms as agreed in principle by both delegations without prejudice to their legal positions'.split(
    ' ',
  )

/**
 * A dossier whose cells are as those of real ones: a quarter of them empty, half of those documented as gaps, texts of
 * 87 characters at the median and some of 3,000, a statement behind each position. The same seed gives the same words.
 */
export function makeLargeDossier(path: string, { issues, parties }: LargeDossier): void {
  const { db } = createDossierFile(path)
  try {
    db.transaction(() => fill(db, { issues, parties }))()
  } finally {
    db.close()
  }
}

function fill(db: WriteDb, size: LargeDossier): void {
  const random = seeded(7)
  const prose = (length: number) => {
    let text = ''
    while (text.length < length)
      text += `${text === '' ? '' : ' '}${words[Math.floor(random() * words.length)]!}`
    return text.slice(0, length).trim()
  }
  beginStep(db, {
    step: 1,
    at: '2025-11-14T09:00:00.000Z',
    by: 'bench',
    kind: 'edit',
    label: 'dossier.create',
  })
  insertDossier(
    db,
    dossier.parse({
      id: newId(),
      title: 'A large negotiation',
      question: 'Who gives way?',
      language: 'en',
      marking: 'internal',
      author: 'bench',
      created: '2025-11-14T09:00:00.000Z',
      asOf: '2025-11-14',
    }),
  )
  const add = <Kind extends RecordKind>(kind: Kind, given: object): RecordOf<Kind> => {
    const order = 'sortOrder' in recordModels[kind].shape ? { sortOrder: 0 } : {}
    // Every field is given or has its default; a test parses what exports make of them.
    const record = { ...recordDefaults[kind], id: newId(), ...order, ...given } as unknown as RecordOf<Kind>
    insertRecord(db, kind, record)
    return record
  }
  const columns = Array.from({ length: size.parties }, (_nothing, at) =>
    add('party', {
      name: `Party ${at + 1}`,
      shortName: `P${at + 1}`,
      colour: partyColour.options[at % 8],
      sortOrder: at,
    }),
  )
  const outlet = add('outlet', { name: 'The Daily', kind: 'newspaper', reliability: 'B' })
  const sources = Array.from({ length: 200 }, (_nothing, at) => {
    const text = prose(400)
    return add('source', {
      title: `Report ${at + 1}`,
      outletId: outlet.id,
      issued: '2025-11-01',
      language: 'en',
      text,
      textHash: hashOf(text),
    })
  })
  const speakers = columns.map((party) => add('speaker', { name: `Spokesperson of ${party.name}` }))

  for (let row = 0; row < size.issues; row += 1) {
    const issue = add('issue', {
      title: `Issue ${row + 1}: ${prose(30)}`,
      question: prose(60),
      sortOrder: row,
    })
    for (const [column, party] of columns.entries()) {
      if (random() < 0.25) {
        if (random() < 0.5) {
          add('gap', {
            issueId: issue.id,
            partyId: party.id,
            asOf: '2025-11-10',
            searchedWhere: 'the reports',
          })
        }
        continue
      }
      const position = add('position', {
        issueId: issue.id,
        partyId: party.id,
        kind: positionKind.options[Math.floor(random() * 5)],
        text: prose(random() < 0.005 ? 3_000 : Math.round(40 + random() * 94)),
        firmness: random() < 0.1 ? 'red line' : 'unstated',
      })
      const said = prose(Math.round(60 + random() * 120))
      const source = sources[Math.floor(random() * sources.length)]!
      const statement = add('statement', {
        sourceId: source.id,
        speakerId: speakers[column]!.id,
        onBehalfOfId: party.id,
        form: 'paraphrase',
        text: said,
        textHash: hashOf(said),
        saidOn: '2025-11-01',
        credibility: 2,
      })
      add('evidence', { statementId: statement.id, positionId: position.id })
    }
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
