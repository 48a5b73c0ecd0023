import type { HandOuts } from '../app/contract/presenting-contract'
import { createDateLabel } from '../app/messages/date-words'
import { createSay, languageFor } from '../app/messages/say'
import { knownMarkings } from '../app/model/dossier'
import { todayAsEdtf } from '../app/model/edtf-date'
import type { RunningOrderId } from '../app/model/running-order'
import type { Slide, SlideDeck } from '../app/rules/briefing/slides'
import { readingDay } from '../app/rules/comparison'
import { indexComparison } from '../app/rules/comparison-index'
import { readComparison, type ComparisonReading } from '../app/rules/comparison-reading'
import type { EvidenceItem } from '../app/rules/evidence-item'
import { composeHandOut } from '../app/rules/presenting/hand-outs'
import { slidesOfOrder } from '../app/rules/presenting/order-slides'
import { presentOrder, type OrderChoice, type PresentedIssue } from '../app/rules/presenting/running-steps'
import type { ReadDb } from '../db/connection'
import { getDossier } from '../db/tables/dossier'
import { getRecord, listRecords } from '../db/tables/records'
import { listEvidenceItems } from '../db/tables/statements-in-context'
import { listComparedRecords } from './operations/comparison-operations'

type Wanted = { runningOrderId: RunningOrderId | null; locale: string; now: () => Date }

/** One page per issue of a running order, or of all issues without one. */
export function readHandOuts(db: ReadDb, wanted: Wanted): HandOuts {
  const { name, asOf, language, issues } = readOrder(db, wanted)
  return { name, asOf, language, issues: issues.map(({ handOut }) => handOut) }
}

/** The same as slides, with the presenter's notes in their notes. */
export function readOrderSlides(db: ReadDb, wanted: Wanted): SlideDeck<Slide[]> {
  const { asOf, language, issues } = readOrder(db, wanted)
  const { title, marking } = getDossier(db)
  const say = createSay(language)
  const known = knownMarkings.find((each) => each === marking)
  const date = createDateLabel(say, language)(asOf, 'long')
  return {
    title: say('handOut.slides', { title, date }),
    language,
    running: {
      marking: known === undefined ? marking : say(`marking.${known}`),
      asOf: say('wall.asOf', { date }),
    },
    slides: slidesOfOrder(issues),
  }
}

function readOrder(db: ReadDb, { runningOrderId, locale, now }: Wanted) {
  const language = languageFor(locale)
  const say = createSay(language)
  const choice = readChoice(db, runningOrderId)
  const dossier = getDossier(db)
  const index = indexComparison(listComparedRecords(db))
  const reading = readComparison(index, readingDay(choice?.order.asOf ?? null, dossier, todayAsEdtf(now())))
  const order = presentOrder(reading, choice, { name: say('present.everything'), switchedOn: () => [] })
  const dateLabel = createDateLabel(say, language)
  return {
    name: order.name,
    asOf: reading.asOf,
    language,
    issues: order.issues.map((presented) => ({
      notes: presented.notes,
      handOut: composeHandOut(
        { dossier, reading, earlier: null, evidence: evidenceOf(db, reading, presented) },
        { presented, say, dateLabel, language },
      ),
    })),
  }
}

function readChoice(db: ReadDb, id: RunningOrderId | null): OrderChoice {
  if (id === null) return null
  return {
    order: getRecord(db, 'runningOrder', id),
    items: listRecords(db, 'orderItem', { runningOrderId: id }),
  }
}

/** What was said for all that the shown parties hold on the issue, whatever the day. */
export function evidenceOf(
  db: ReadDb,
  reading: ComparisonReading,
  presented: PresentedIssue,
): EvidenceItem[] {
  const { held, rowOf } = reading.index
  const row = rowOf.get(presented.issueId)!
  const entries = presented.parties.flatMap(
    ({ column }) => held[row * reading.parties.length + column]?.positions ?? [],
  )
  return listEvidenceItems(db, [
    { field: 'positionId', ids: entries.map(({ position }) => position.id) },
    { field: 'conditionId', ids: entries.flatMap(({ conditions }) => conditions.map(({ id }) => id)) },
    { field: 'answerId', ids: entries.flatMap(({ answers }) => answers.map(({ id }) => id)) },
  ])
}
