import { z } from 'zod'
import type { ExportScope } from '../model/export-scope'
import { recordKinds, type RecordKind } from '../model/records'
import type { Removal } from './export-cascade'
import { gapsThatName } from './gone-names'
import { notedKinds } from './noted-kinds'
import type { WholeDossier } from './whole-dossier'

const leftOutField = z.enum([
  'assessments',
  'notes',
  'grades',
  'landingZones',
  'searches',
  'author',
  'history',
  'originals',
  'texts',
])
export type LeftOutField = z.infer<typeof leftOutField>

/** For the author alone: what stayed here. */
export const leftOut = z.strictObject({
  /** Fields of records that left without them, and how many they were. */
  fields: z.array(z.strictObject({ field: leftOutField, count: z.int() })),
  /** Records that stayed here whole, by kind, with the words by which the author knows them. */
  records: z.array(z.strictObject({ kind: z.enum(recordKinds), count: z.int(), words: z.array(z.string()) })),
  /** Positions and the like that left without the statements that they rest on. */
  resting: z.int(),
})
export type LeftOut = z.infer<typeof leftOut>

/** Kinds that a person knows by name, in the order of the list; parts of others are only counted. */
const namedKinds: readonly RecordKind[] = [
  'party',
  'source',
  'statement',
  'position',
  'condition',
  'answer',
  'event',
  'speaker',
  'outlet',
  'origin',
  'point',
  'tag',
  'savedView',
  'finding',
  'briefing',
  'runningOrder',
  'workshop',
  'parkedPoint',
]

export function describeLeftOut(whole: WholeDossier, scope: ExportScope, removal: Removal): LeftOut {
  return {
    fields: leftOutFields(whole, scope, removal).filter(({ count }) => count > 0),
    records: recordsLeftOut(whole, removal),
    resting: removal.resting.size,
  }
}

function leftOutFields(
  { dossier, records }: WholeDossier,
  scope: ExportScope,
  { gone }: Removal,
): LeftOut['fields'] {
  const count = <Item extends { id: string }>(items: readonly Item[], has: (item: Item) => boolean): number =>
    items.filter((item) => !gone.has(item.id) && has(item)).length
  const texts = [
    !scope.assessments && {
      field: 'assessments' as const,
      count: count(records.position, ({ assessment, whyMoved }) => assessment !== '' || whyMoved !== ''),
    },
    !scope.notes && {
      field: 'notes' as const,
      count: notedKinds.reduce(
        (sum, kind) =>
          sum + count(records[kind] as readonly { id: string; note: string }[], ({ note }) => note !== ''),
        0,
      ),
    },
    !scope.grades && {
      field: 'grades' as const,
      count:
        count(records.outlet, ({ reliability }) => reliability !== 'F') +
        count(records.statement, ({ credibility }) => credibility !== 6),
    },
    !scope.landingZones && {
      field: 'landingZones' as const,
      count: count(records.issue, ({ landingZone }) => landingZone !== ''),
    },
    {
      field: 'searches' as const,
      count: gone.size === 0 ? 0 : count(records.gap, gapsThatName(records, gone)),
    },
    !scope.author && { field: 'author' as const, count: dossier.author === '' ? 0 : 1 },
  ]
  return texts.filter((each) => each !== false)
}

function recordsLeftOut({ records }: WholeDossier, { gone }: Removal): LeftOut['records'] {
  const kinds = [...namedKinds, ...recordKinds.filter((kind) => !namedKinds.includes(kind))]
  return kinds.flatMap((kind) => {
    const all = records[kind] as readonly { id: string }[]
    const stays = all.filter(({ id }) => gone.has(id))
    if (stays.length === 0) return []
    const words = namedKinds.includes(kind) ? stays.map(wordsOf) : []
    return [{ kind, count: stays.length, words: words.slice(0, 1_000) }]
  })
}

const longestWords = 120

function wordsOf(record: object): string {
  for (const field of ['title', 'name', 'text', 'description', 'outcome'] as const) {
    const value = (record as Record<string, unknown>)[field]
    if (typeof value === 'string' && value.trim() !== '') return shortened(value)
  }
  return ''
}

const shortened = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length <= longestWords ? line : `${line.slice(0, longestWords).toWellFormed()} …`
}
