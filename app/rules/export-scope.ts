import type { ExportScope } from '../model/export-scope'
import { cascade, type Removal } from './export-cascade'
import { describeLeftOut, type LeftOut } from './left-out'
import { gapsThatName } from './gone-names'
import { notedKinds } from './noted-kinds'
import { cellKey, type HeldRecords, type WholeDossier } from './whole-dossier'

/**
 * What leaves, and a list of what does not. Every form of export is composed from what this returns and from
 * nothing else, so that no form can tell more than another.
 */
export function narrowDossier(
  whole: WholeDossier,
  scope: ExportScope,
): { leaving: WholeDossier; leftOut: LeftOut } {
  const removal = cascade(whole.records, scope)
  const records = withoutRemoved(whole.records, removal)
  const leaving: WholeDossier = {
    dossier: scope.author ? whole.dossier : { ...whole.dossier, author: '' },
    records: withoutFields(records, { scope, removal, whole: whole.records }),
    orphaned: whole.orphaned,
    withheldCells: new Set(
      whole.records.position
        .filter((position) => removal.gone.has(position.id) && !removal.gone.has(position.partyId))
        .map(cellKey),
    ),
    restsOnLeftOut: removal.resting,
    lostCondition: new Set(
      whole.records.condition.flatMap(({ id, positionId }) =>
        positionId !== null && removal.gone.has(id) && !removal.gone.has(positionId) ? [positionId] : [],
      ),
    ),
    cutSources: removal.cutSources,
  }
  return { leaving, leftOut: describeLeftOut(whole, scope, removal) }
}

/** Without the records that are gone, and without links to them. */
function withoutRemoved(records: HeldRecords, { gone }: Removal): HeldRecords {
  if (gone.size === 0) return records
  const kept = Object.entries(records).map(([kind, list]) => [
    kind,
    (list as readonly { id: string }[])
      .filter(({ id }) => !gone.has(id))
      .map((each) => withoutLinks(each, gone)),
  ])
  // Kind by kind the same lists, shorter; TypeScript cannot follow a loop over kinds.
  return Object.fromEntries(kept) as HeldRecords
}

function withoutLinks<Item extends { id: string }>(record: Item, gone: ReadonlySet<string>): Item {
  let changed: Record<string, unknown> | null = null
  for (const [field, value] of Object.entries(record)) {
    if (field === 'id' || typeof value !== 'string' || !gone.has(value)) continue
    changed ??= { ...record }
    changed[field] = null
  }
  // Only links that may be null lead to records that can go while their holder stays.
  return (changed as Item | null) ?? record
}

function withoutFields(
  records: HeldRecords,
  { scope, removal, whole }: { scope: ExportScope; removal: Removal; whole: HeldRecords },
): HeldRecords {
  const { assessments, notes, grades, points, landingZones } = scope
  let held = records
  if (!assessments) {
    held = { ...held, position: held.position.map((each) => ({ ...each, assessment: '', whyMoved: '' })) }
  }
  if (!points) {
    held = { ...held, position: held.position.map((each) => ({ ...each, needsResearch: false })) }
  }
  if (!landingZones) held = { ...held, issue: held.issue.map((each) => ({ ...each, landingZone: '' })) }
  if (!notes) held = withoutNotes(held)
  if (!grades) {
    held = {
      ...held,
      outlet: held.outlet.map((each) => ({ ...each, reliability: 'F' })),
      statement: held.statement.map((each) => ({ ...each, credibility: 6 })),
    }
  }
  return withoutTraces(held, removal, whole)
}

/** What stands around a passage that was left out, and views that name what is gone. */
function withoutTraces(records: HeldRecords, { gone, cutSources }: Removal, whole: HeldRecords): HeldRecords {
  if (gone.size === 0) return records
  const namesGone = gapsThatName(whole, gone)
  const statementsOfCut = new Set(
    records.statement.filter(({ sourceId }) => cutSources.has(sourceId)).map(({ id }) => id),
  )
  const staying = <Id extends string>(ids: readonly Id[]): Id[] => ids.filter((id) => !gone.has(id))
  return {
    ...records,
    source: records.source.map((each) =>
      cutSources.has(each.id) ? { ...each, originalSha256: null, originalMediaType: '' } : each,
    ),
    gap: records.gap.map((each) => (namesGone(each) ? { ...each, searchedWhere: '' } : each)),
    span: records.span.map((each) =>
      statementsOfCut.has(each.statementId) ? { ...each, prefix: '', suffix: '' } : each,
    ),
    runningOrder: records.runningOrder.map((each) => ({
      ...each,
      parties: each.parties === null ? null : staying(each.parties),
    })),
    orderItem: records.orderItem.map((each) => ({
      ...each,
      steps: each.steps.filter(({ step }) => !gone.has(step.replace('party ', ''))),
    })),
    savedView: records.savedView.map(({ filters, layout, ...view }) => ({
      ...view,
      parties: view.parties === null ? null : staying(view.parties),
      filters: {
        ...filters,
        parties: staying(filters.parties),
        outlets: staying(filters.outlets),
        tags: staying(filters.tags),
      },
      layout: {
        ...layout,
        foldedCoalitions: staying(layout.foldedCoalitions),
        pinned: staying(layout.pinned),
        widths: Object.fromEntries(Object.entries(layout.widths).filter(([id]) => !gone.has(id))),
        baselineId: layout.baselineId === null || gone.has(layout.baselineId) ? null : layout.baselineId,
      },
    })),
  }
}

function withoutNotes(records: HeldRecords): HeldRecords {
  const cleared = notedKinds.map((kind) => [
    kind,
    (records[kind] as readonly { note: string }[]).map((each) =>
      each.note === '' ? each : { ...each, note: '' },
    ),
  ])
  // The same lists with one field emptied; TypeScript cannot follow a loop over kinds.
  return { ...records, ...(Object.fromEntries(cleared) as Partial<HeldRecords>) }
}
