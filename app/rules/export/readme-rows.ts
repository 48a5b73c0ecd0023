import { knownMarkings } from '../../model/dossier'
import type { MessageId } from '../../messages/en'
import { heldAt, isInForce } from '../comparison-index'
import { cellKey } from '../whole-dossier'
import type { ExportContext } from './export-context'

export type ReadmeRow = { subject: string; words: string }

/** What the file is, at which day it is read, its marking, what is in it, and how to read it. */
export function readmeRows(context: ExportContext): ReadmeRow[] {
  const { say, dateLabel, leaving, asOf, since, recordedOn } = context
  const { dossier } = leaving
  const row = (id: MessageId, words: string): ReadmeRow => ({ subject: say(id), words })
  return [
    row('export.readme.title', dossier.title),
    row('export.readme.question', dossier.question),
    row('export.readme.marking', markingOf(context)),
    row('export.readme.asOf', dateLabel(asOf, 'long')),
    ...(since === null ? [] : [row('export.readme.since', dateLabel(since, 'long'))]),
    row(
      'export.readme.recordedOn',
      say('export.readme.recordedOnAt', { date: dateLabel(recordedOn.day, 'long'), time: recordedOn.time }),
    ),
    row('export.readme.author', dossier.author),
    row('export.readme.counts', countsOf(context)),
    row('export.readme.kinds', say('export.readme.kindsAre')),
    row('export.readme.firmness', say('export.readme.firmnessIs')),
    row('export.readme.silence', say('export.readme.silenceIs')),
    ...(leaving.withheldCells.size === 0
      ? []
      : [row('export.readme.withheld', say('export.readme.withheldIs'))]),
    row('export.readme.basis', say('export.readme.basisIs')),
    ...(leaving.records.statement.length === 0
      ? []
      : [
          row(
            'export.readme.numbers',
            say('export.readme.numbersAre', { sheet: say('export.sheet.statements') }),
          ),
        ]),
    row('export.readme.grades', say('briefing.method.grades')),
    row('export.readme.continued', say('export.readme.continuedAre')),
  ].filter(({ words }) => words !== '')
}

export function markingOf({ say, leaving }: Pick<ExportContext, 'say' | 'leaving'>): string {
  const { marking } = leaving.dossier
  const known = knownMarkings.find((each) => each === marking)
  return known === undefined ? marking : say(`marking.${known}`)
}

function countsOf({ say, leaving, index, asOf }: ExportContext): string {
  const { records } = leaving
  let inForce = 0
  let unseen = 0
  for (const [row] of index.issues.entries()) {
    for (const [column] of records.party.entries()) {
      const held = heldAt(index, row, column)
      const count = held?.positions.filter((position) => isInForce(position, asOf)).length ?? 0
      inForce += count
      const key = cellKey({ issueId: index.issues[row]!.id, partyId: records.party[column]!.id })
      const isSilent = count === 0 && (held?.gaps.length ?? 0) === 0
      if (isSilent && !leaving.withheldCells.has(key)) unseen += 1
    }
  }
  return say('export.readme.countsAre', {
    issues: records.issue.length,
    parties: records.party.length,
    positions: records.position.length,
    inForce,
    statements: records.statement.length,
    sources: records.source.length,
    gaps: records.gap.length,
    unseen,
  })
}
