import type { BriefingOptions } from '../../app/contract/briefing-contract'
import type { BriefingDocument } from '../../app/rules/briefing/briefing-document'
import { composeBriefing } from '../../app/rules/briefing'
import { briefingRecordsOf } from '../../app/rules/export/briefing-records'
import type { ExportContext } from '../../app/rules/export/export-context'
import type { ReadDb } from '../../db/connection'
import { leavingContext } from '../export/leaving-context'
import type { Handlers } from '../handlers'

export const briefingOperations: Handlers<'briefing.compose'> = {
  'briefing.compose': (db, options, { now }) => readBriefing(db, { ...options, now }),
}

function readBriefing(
  db: ReadDb,
  { now, ...options }: BriefingOptions & { now: () => Date },
): BriefingDocument {
  return briefingOf(leavingContext(db, options, now()).context(), options)
}

/** The briefing of what leaves. */
export function briefingOf(
  context: ExportContext,
  { edition, paper, orientation }: Pick<BriefingOptions, 'edition' | 'paper' | 'orientation'>,
): BriefingDocument {
  const { language, say, dateLabel, recordedOn } = context
  return composeBriefing(briefingRecordsOf(context), {
    edition,
    page: { paper, orientation },
    language,
    say,
    dateLabel,
    recordedOn,
  })
}
