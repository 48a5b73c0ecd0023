import { linkTargets } from '../model/links'
import { recordKinds, tableModels, type RecordKind } from '../model/records'
import type { DossierJson } from './dossier-json'
import { foldText } from './fold-text'
import { brokenRule } from './record-rules'

export type DossierFaultKind =
  | 'repeated-id'
  | 'repeated-name'
  | 'dangling'
  | 'wrong-kind'
  | 'circle'
  | 'rule'
  | 'missing-original'
  | 'not-allowed'
/** Where in the JSON, as in `records.position[3].issueId`, and what is wrong there. */
export type DossierFault = { place: string; problem: DossierFaultKind }

type AnyRecord = { id: string } & Readonly<Record<string, unknown>>

/** The first thing that records say against each other, each being valid by itself; null when nothing does. */
export function findDossierFault(read: DossierJson): DossierFault | null {
  const kindOf = new Map<string, RecordKind | 'dossier'>([[read.dossier.id, 'dossier']])
  for (const kind of recordKinds) {
    for (const [at, { id }] of read.records[kind].entries()) {
      if (kindOf.has(id)) return { place: `records.${kind}[${at}].id`, problem: 'repeated-id' }
      kindOf.set(id, kind)
    }
  }
  for (const kind of recordKinds) {
    for (const [at, record] of read.records[kind].entries()) {
      const fault = faultOf(kind, record, kindOf)
      if (fault !== null) return { ...fault, place: `records.${kind}[${at}]${fault.place}` }
    }
  }
  return findRepeatedName(read) ?? findBrokenChain(read) ?? findMissingOriginal(read) ?? findStrayChange(read)
}

function faultOf(
  kind: RecordKind,
  record: AnyRecord,
  kindOf: ReadonlyMap<string, RecordKind | 'dossier'>,
): DossierFault | null {
  for (const [field, target] of Object.entries(record)) {
    const wanted = linkTargets[field]
    if (wanted === undefined || target === null) continue
    const found = kindOf.get(String(target))
    if (found !== wanted)
      return { place: `.${field}`, problem: found === undefined ? 'dangling' : 'wrong-kind' }
  }
  return brokenRule(kind, record as never) === null ? null : { place: '', problem: 'rule' }
}

const kindsWithOwnName = ['party', 'outlet', 'round', 'savedView', 'tag'] as const

function findRepeatedName({ records }: DossierJson): DossierFault | null {
  for (const kind of kindsWithOwnName) {
    const seen = new Set<string>()
    for (const [at, { name }] of records[kind].entries()) {
      const folded = foldText(name.trim())
      if (seen.has(folded)) return { place: `records.${kind}[${at}].name`, problem: 'repeated-name' }
      seen.add(folded)
    }
  }
  return null
}

/** Issues in issues, positions after positions, coalitions in coalitions: none may lead back to itself. */
function findBrokenChain({ records }: DossierJson): DossierFault | null {
  const { issue, position, membership, answer } = records
  const positions = new Map(position.map((each) => [each.id, each]))
  for (const [at, { supersedesId, partyId, issueId }] of position.entries()) {
    const older = supersedesId === null ? undefined : positions.get(supersedesId)
    if (older !== undefined && (older.partyId !== partyId || older.issueId !== issueId))
      return { place: `records.position[${at}].supersedesId`, problem: 'rule' }
  }
  for (const [at, { byPositionId, partyId }] of answer.entries()) {
    if (byPositionId !== null && positions.get(byPositionId)?.partyId !== partyId)
      return { place: `records.answer[${at}].byPositionId`, problem: 'rule' }
  }
  const links = {
    issue: Map.groupBy(issue, ({ id }) => id as string),
    position: Map.groupBy(position, ({ id }) => id as string),
    membership: Map.groupBy(membership, ({ coalitionId }) => coalitionId as string),
  }
  return (
    findCircle('issue', issue, (id) =>
      (links.issue.get(id) ?? []).flatMap(({ parentId }) => parentId ?? []),
    ) ??
    findCircle('position', position, (id) =>
      (links.position.get(id) ?? []).flatMap(({ supersedesId }) => supersedesId ?? []),
    ) ??
    findCircle(
      'membership',
      membership.map(({ coalitionId }) => ({ id: coalitionId })),
      (id) => (links.membership.get(id) ?? []).map(({ memberId }) => memberId),
    )
  )
}

/** Without recursion: a chain may be as long as the file. */
function findCircle(
  kind: RecordKind,
  from: readonly { id: string }[],
  next: (id: string) => readonly string[],
): DossierFault | null {
  const state = new Map<string, 'open' | 'done'>()
  for (const [at, { id: start }] of from.entries()) {
    const path: { id: string; rest: string[] }[] = []
    const enter = (id: string) => {
      state.set(id, 'open')
      path.push({ id, rest: [...next(id)] })
    }
    if (!state.has(start)) enter(start)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = top.rest.pop()
      if (to === undefined) {
        state.set(top.id, 'done')
        path.pop()
      } else if (state.get(to) === 'open') return { place: `records.${kind}[${at}]`, problem: 'circle' }
      else if (!state.has(to)) enter(to)
    }
  }
  return null
}

function findMissingOriginal({ records, originals }: DossierJson): DossierFault | null {
  const known = new Set<string>()
  for (const [at, { sha256 }] of originals.entries()) {
    if (known.has(sha256)) return { place: `originals[${at}].sha256`, problem: 'repeated-id' }
    known.add(sha256)
  }
  const at = records.source.findIndex(
    ({ originalSha256 }) => originalSha256 !== null && !known.has(originalSha256),
  )
  return at === -1 ? null : { place: `records.source[${at}].originalSha256`, problem: 'missing-original' }
}

function findStrayChange({ changes }: DossierJson): DossierFault | null {
  let last = 0
  for (const [at, { number, recordKind }] of changes.entries()) {
    if (number <= last) return { place: `changes[${at}].number`, problem: 'not-allowed' }
    if (!Object.hasOwn(tableModels, recordKind))
      return { place: `changes[${at}].recordKind`, problem: 'not-allowed' }
    last = number
  }
  return null
}
