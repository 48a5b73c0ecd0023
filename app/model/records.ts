import type { z } from 'zod'
import { briefing, frozenBriefing } from './briefing'
import { dossier } from './dossier'
import { event, participation } from './event'
import { finding } from './finding'
import { issue, mark } from './issue'
import { membership, party } from './party'
import { point } from './point'
import { answer, condition, gap, position } from './position'
import { orderItem, runningOrder } from './running-order'
import { origin, outlet, source } from './source'
import { affiliation, speaker } from './speaker'
import { evidence, span, statement } from './statement'
import { tag, tagging } from './tag'
import { round, savedView } from './view'
import { parkedPoint, showOfHands, workshop } from './workshop'

/** Every kind of record that a dossier holds many of; the name is also that of its table. */
export const recordModels = {
  party,
  membership,
  speaker,
  affiliation,
  issue,
  mark,
  position,
  gap,
  answer,
  condition,
  outlet,
  origin,
  source,
  statement,
  span,
  evidence,
  event,
  participation,
  point,
  round,
  savedView,
  finding,
  briefing,
  frozenBriefing,
  tag,
  tagging,
  runningOrder,
  orderItem,
  workshop,
  parkedPoint,
  showOfHands,
} as const

export type RecordKind = keyof typeof recordModels
export type RecordOf<Kind extends RecordKind> = z.output<(typeof recordModels)[Kind]>
export type IdOf<Kind extends RecordKind> = RecordOf<Kind>['id']

export const recordKinds = Object.keys(recordModels) as RecordKind[]

export const isRecordKind = (name: string): name is RecordKind => Object.hasOwn(recordModels, name)

/** Every record of a dossier; what `export --to json` writes and the rules read. */
export type AllRecords = { [Kind in RecordKind]: RecordOf<Kind>[] }

/** Everything that has a table of its own name and is watched by undo and the journal. */
export const tableModels = { dossier, ...recordModels } as const
export type TableName = keyof typeof tableModels
