import type { RecordKind } from '../../app/model/records'
import { recordDefaults } from '../../app/model/record-defaults'
import { dossierId } from '../../app/model/dossier'
import { beginStep } from '../../db/journal'
import { createDossierFile } from '../../db/open'
import { insertDossier } from '../../db/tables/dossier'
import { insertRecord } from '../../db/tables/records'
import { seeded } from './seeded-text'

const colours = ['rose', 'blue', 'green', 'violet', 'ochre', 'teal', 'brown', 'slate']
const roles = ['principal', 'principal', 'mediator', 'guarantor', 'observer']
const kinds = ['demand', 'demand', 'offer', 'commitment', 'refusal', 'view']
const sentences = [
  'The parties shall refrain from any measure that would prejudice the final settlement of the boundary.',
  'No new installations within twelve nautical miles of the line agreed upon in the annex.',
  'Quotas are set every second year by the joint commission, upon advice of its scientific committee.',
  'A well-documented and verifiable withdrawal of heavy equipment beyond the range of 100 km.',
  'Payment in three instalments, the last of which falls due upon ratification by all signatories.',
  'Observers have unimpeded access, including overflight, subject to forty-eight hours’ notice.',
  'Customs duties on processed goods (chapters 16–24) fall to zero over a transition of seven years.',
  'Return of all detainees “without preconditions”, under the auspices of the Red Cross.',
  'The southern corridor stays open to civilian traffic; military transit needs consent in writing.',
  'Recognition is neither implied nor excluded by taking part in the talks.',
  'Emission baselines are those of 2015/2016, not the averages that were proposed in the spring round.',
  'Arbitration is final and binding, seated in The Hague, with English and French as its languages.',
  'Language rights in schools and courts are guaranteed by law before the elections take place.',
  'Sanctions lapse in stages as the verification body reports compliance, article by article.',
]
const otherScripts = [
  'تطالب الحكومة بانسحاب كامل من المنطقة العازلة قبل بدء أي محادثات مباشرة حول الحدود النهائية.',
  '双方应在谈判开始之前停止一切军事行动，并撤出缓冲区内的所有重型装备，由国际观察员核查。',
  'Стороны воздерживаются от любых действий, которые могут предрешить окончательное урегулирование границы.',
]

export type LargeDossier = { issues: number; parties: number; seed?: number }

/**
 * A dossier as large as a real multilateral negotiation, the same at every run: a quarter of the cells empty, as many
 * positions as cells, a median of some 87 characters, one in a hundred of 3,000, conditions, evidence, gaps and other
 * scripts now and then. Written straight into the tables, in one step of the journal.
 */
export function writeLargeDossier(path: string, { issues, parties, seed = 7 }: LargeDossier): void {
  const random = seeded(seed)
  const { db } = createDossierFile(path)
  let last = 0
  const id = () => `0193a5f0-0000-7000-8000-${(++last).toString(16).padStart(12, '0')}`
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const chance = (share: number) => random() < share
  // The defaults make each record whole; the tables' own checks refuse what is not.
  const add = (kind: RecordKind, given: object): string => {
    const record = { ...recordDefaults[kind], id: id(), ...given }
    insertRecord(db, kind, record as never)
    return record.id
  }
  const text = (length: number): string => {
    if (chance(0.03)) return pick(otherScripts)
    let made = ''
    while (made.length < length) made += `${made === '' ? '' : ' '}${pick(sentences)}`
    if (made.length > length + 40) made = made.slice(0, made.lastIndexOf(' ', length + 10))
    return made
  }
  const length = () => {
    const kind = random()
    if (kind < 0.01) return 3_000
    return kind < 0.55 ? 30 + Math.floor(random() * 60) : 85 + Math.floor(random() * 120)
  }
  const day = () =>
    `2025-${String(1 + Math.floor(random() * 10)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`

  db.transaction(() => {
    beginStep(db, { step: 1, at: '2025-11-20T09:00:00.000Z', by: 'Ada', kind: 'edit', label: 'dossier.create' })
    insertDossier(db, {
      id: dossierId.parse(id()),
      title: 'A large negotiation',
      question: 'Who wants what?',
      language: 'en',
      marking: 'none',
      author: 'Ada',
      created: '2025-11-20T09:00:00.000Z',
      asOf: '2025-11-20',
    })
    const partyIds = Array.from({ length: parties }, (_, index) =>
      add('party', {
        name: `Delegation number ${index + 1}`,
        shortName: `Party ${index + 1}`,
        role: pick(roles),
        colour: colours[index % colours.length],
        sortOrder: index,
      }),
    )
    const branches: string[] = []
    const issueIds = Array.from({ length: issues }, (_, index) => {
      const isBranch = index % 12 === 0
      const issueId = add('issue', {
        parentId: isBranch ? null : branches.at(-1)!,
        title: isBranch ? `Chapter ${branches.length + 1}: ${pick(sentences).slice(0, 28).trim()}` : text(20 + Math.floor(random() * 30)).slice(0, 60),
        question: chance(0.5) ? `${pick(sentences).slice(0, 50).trim()}?` : '',
        status: pick(['open', 'open', 'converging', 'agreed', 'deadlocked', 'set aside']),
        landingZone: chance(0.25) ? text(60 + Math.floor(random() * 100)) : '',
        ...(index % 3 === 0 ? { scaleLow: 'status quo', scaleHigh: 'full access' } : {}),
        sortOrder: index,
      })
      if (isBranch) branches.push(issueId)
      return issueId
    })
    const outlets = Array.from({ length: 10 }, (_, index) =>
      add('outlet', { name: `Outlet ${index + 1}`, reliability: pick(['A', 'B', 'C', 'D', 'F']) }),
    )
    const statements: string[] = []
    for (let index = 0; index < 40; index += 1) {
      const sourceId = add('source', {
        title: `Source ${index + 1}`,
        outletId: pick(outlets),
        issued: day(),
        text: 'As delivered.',
        textHash: '0'.repeat(64),
      })
      for (let count = 0; count < 10; count += 1) {
        statements.push(
          add('statement', {
            sourceId,
            onBehalfOfId: pick(partyIds),
            form: 'verbatim',
            text: 'As delivered.',
            textHash: '0'.repeat(64),
            saidOn: day(),
            credibility: 1 + Math.floor(random() * 6),
          }),
        )
      }
    }
    for (const [row, issueId] of issueIds.entries()) {
      for (const partyId of partyIds) {
        if (chance(0.25)) {
          if (chance(0.2)) {
            add('gap', { issueId, partyId, asOf: day(), searchedWhere: chance(0.5) ? 'the records of the plenary' : '' })
          }
          continue
        }
        const held = chance(1 / 3) ? 2 : 1
        for (let count = 0; count < held; count += 1) {
          const stand = row % 3 === 0 && chance(0.5) ? Math.floor(random() * 101) : null
          const kind = pick(kinds)
          const positionId = add('position', {
            issueId,
            partyId,
            kind,
            addresseeId: chance(0.2) ? pick(partyIds) : null,
            text: text(length()),
            stance: chance(0.1) ? pick(['supports', 'accepts', 'has concerns', 'opposes', 'neutral']) : null,
            atLow: stand,
            atHigh: stand,
            firmness: chance(0.1) ? 'red line' : pick(['firm', 'flexible', 'unstated']),
            basis: pick(['stated', 'stated', 'stated', 'reported', 'inferred']),
            from: chance(0.6) ? day() : null,
            needsResearch: chance(0.05),
            sortOrder: count,
          })
          if (chance(0.12)) {
            add('condition', {
              positionId,
              relation: pick(['only if', 'unless', 'before', 'after', 'in exchange for']),
              text: text(40 + Math.floor(random() * 50)),
              state: pick(['open', 'open', 'met', 'refused']),
              sortOrder: 0,
            })
          }
          if (chance(0.05) && (kind === 'demand' || kind === 'offer')) {
            add('answer', { positionId, partyId: pick(partyIds), outcome: pick(['accepted', 'partly', 'rejected', 'ignored']) })
          }
          const behind = chance(0.5) ? 1 + Math.floor(random() * 2) : 0
          for (let cited = 0; cited < behind; cited += 1) {
            add('evidence', { statementId: pick(statements), positionId, relation: chance(0.04) ? 'contradicts' : 'supports' })
          }
        }
      }
    }
  })()
  db.close()
}
