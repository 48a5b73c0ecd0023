import type { Output, ParsedInput } from '../../app/contract'
import type { entryContract } from '../../app/contract/entry-contract'
import { AppError } from '../../app/errors'
import { recordDefaults } from '../../app/model/record-defaults'
import type { IdOf } from '../../app/model/records'
import { foldText } from '../../app/rules/fold-text'
import type { WriteDb } from '../../db/connection'
import { deleteRecord, getRecord, listRecords } from '../../db/tables/records'
import type { OnPart } from '../export/export-form'
import type { Handlers } from '../handlers'
import { giveTurn } from '../tasks'
import { addPartyNamed, issueOf } from './capture-operations'
import { addRecord, changeRecord } from './record-operations'
import { addTagging, dropTagging, tagOf } from './tagging'
import { progressTeller } from './task-progress'

type Fill = Omit<ParsedInput<'comparison.fill'>, 'taskId'>

export const entryOperations: Handlers<keyof typeof entryContract> = {
  async 'comparison.fill'(session, { taskId, ...fill }) {
    const tell = progressTeller(session, taskId)
    return session.tasks.run(taskId, (signal) =>
      session.alone(() =>
        session.currentHistory().recordInParts(
          'comparison.fill',
          () => fillPlaces(session.current().db, fill, tell),
          async () => {
            await giveTurn()
            if (signal.aborted) throw new AppError('cancelled')
          },
        ),
      ),
    )
  },

  'position.changeMany'(db, { ids, changes: { addTag, removeTag, ...fields } }) {
    const before = [...new Set(ids)].map((id) => getRecord(db, 'position', id))
    const tagId = addTag && tagOf(db, addTag)
    let changed = 0
    for (const position of before) {
      const isOther = Object.entries(fields).some(
        ([field, value]) => value !== position[field as keyof typeof fields],
      )
      if (isOther) inCell(position.id, () => changeRecord(db, 'position', { id: position.id, ...fields }))
      const isTagged = [
        tagId !== undefined && addTagging(db, { tagId, positionId: position.id }),
        removeTag !== undefined && dropTagging(db, { tagId: removeTag, positionId: position.id }),
      ].some(Boolean)
      if (isOther || isTagged) changed += 1
    }
    return { changed }
  },

  'position.removeMany'(db, { ids }) {
    const found = [...new Set(ids)].map((id) => getRecord(db, 'position', id))
    for (const { id } of found) deleteRecord(db, 'position', id)
    return { removed: found.length }
  },
}

/** Cell after cell, so that it can be left off after each. */
function* fillPlaces(
  db: WriteDb,
  { newIssues, newParties, basis, from, positions, gaps, gap }: Fill,
  onPart: OnPart,
): Generator<void, Output<'comparison.fill'>> {
  const before = { issues: listRecords(db, 'issue').length, parties: listRecords(db, 'party').length }
  const place = placeFinder(db)
  const all = positions.length + gaps.length
  let done = 0
  for (const name of newIssues) place.issue({ name })
  for (const name of newParties) place.party({ name })
  for (const { at, issue, party, kind, text } of positions) {
    inCell(at, () => {
      const where = { issueId: place.issue(issue), partyId: place.party(party) }
      addRecord(db, 'position', { ...recordDefaults.position, ...where, kind, text, basis, from })
    })
    onPart((done += 1), all)
    yield
  }
  for (const { at, issue, party } of gaps) {
    inCell(at, () => {
      const where = { issueId: place.issue(issue), partyId: place.party(party) }
      addRecord(db, 'gap', { ...recordDefaults.gap, ...where, ...gap })
    })
    onPart((done += 1), all)
    yield
  }
  return {
    issues: listRecords(db, 'issue').length - before.issues,
    parties: listRecords(db, 'party').length - before.parties,
    positions: positions.length,
    gaps: gaps.length,
  }
}

/** A name is looked for once, however many cells have it. */
function placeFinder(db: WriteDb) {
  const issues = new Map<string, IdOf<'issue'>>()
  const parties = new Map<string, IdOf<'party'>>()
  const once = <Id>(known: Map<string, Id>, name: string, find: () => Id): Id => {
    const folded = foldText(name)
    let id = known.get(folded)
    if (id === undefined) known.set(folded, (id = find()))
    return id
  }
  return {
    issue: (issue: Fill['positions'][number]['issue']) =>
      'id' in issue ? issue.id : once(issues, issue.name, () => issueOf(db, issue)),
    party: (party: Fill['positions'][number]['party']) =>
      'id' in party ? party.id : once(parties, party.name, () => partyNamed(db, party.name)),
  }
}

/** Of that very name, or new: who asks for a new party does not mean one whose country has another word. */
function partyNamed(db: WriteDb, name: string): IdOf<'party'> {
  const words = foldText(name.trim())
  const known = listRecords(db, 'party').find((party) =>
    [party.name, party.shortName].some((each) => foldText(each.trim()) === words),
  )
  return known?.id ?? addPartyNamed(db, name)
}

/** A refusal that says which cell, or which record, it is about. */
function inCell<T>(cell: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, { ...error.details, cell }, { cause: error })
  }
}
