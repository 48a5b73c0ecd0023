import type { DateLabel } from '../../../../app/messages/date-words'
import type { Say } from '../../../../app/messages/say'
import type { PartyColour, PartyId } from '../../../../app/model/party'
import type { Condition, PositionKind } from '../../../../app/model/position'
import type { Cell, CellPosition } from '../../../../app/rules/comparison'
import { differencesOf } from '../../../state/differences'
import { doubtWords } from '../pane/period-words'
import type { ComparedCell } from '../use-baseline'
import type { BlockLook, RunLook } from './cell-looks'
import type { CellMarks } from './cell-marks'

/** A stretch of text of one look. */
export type Run = { text: string; look: RunLook; isAuthors?: boolean }

/** A paragraph of a cell. What is drawn and what is measured are both made from this. */
export type Block = {
  look: BlockLook
  runs: readonly Run[]
  /** How many lines are shown before “more”; null shows all. */
  clamp: number | null
  /** Within the cell; remembers whether the reader wanted more. */
  key: string
  mark?: PositionKind
  /** Stands below a line, apart from the position before it. */
  isNext?: boolean
  colour?: PartyColour
  tone?: CellMarks['lines'][number]['tone']
}

export type Wording = { say: Say; dateLabel: DateLabel; nameOf: (id: PartyId) => string }

export type Described = {
  compared: ComparedCell | null
  marks: CellMarks | null
  isWritable: boolean
}

/** A cell from top to bottom: what changed, then positions in force, a documented gap, or nothing looked at yet. */
export function describeCell(
  cell: Cell,
  wording: Wording,
  { compared, marks, isWritable }: Described,
): Block[] {
  const blocks: Block[] = (marks?.lines ?? []).map(({ tone, words }, index) => ({
    look: 'mark',
    runs: [{ text: words, look: 'plain' }],
    clamp: 3,
    key: `mark ${index}`,
    tone,
  }))
  if (cell.gap !== null) describeGap(blocks, cell.gap, wording)
  else if (cell.positions.length === 0) {
    // The sign that something can be typed here; for whoever cannot, the cell is blank.
    if (isWritable)
      blocks.push({ look: 'unseen', runs: [{ text: '+', look: 'plain' }], clamp: null, key: '+' })
  } else if (compared) describeCompared(blocks, compared, wording)
  else {
    for (const position of cell.positions) {
      const before = marks?.earlier.get(position.id)
      const words = before === undefined ? undefined : changedWords(before, position.text)
      describePosition(blocks, position, wording, words && { words, clamp: 8 })
    }
  }

  // Silence leaves nothing out: what the baseline says is not struck through here.
  if (compared && cell.positions.length === 0)
    blocks.push(tag(wording.say('compare.nothingHere'), 'nothing here'))
  return blocks
}

const tag = (text: string, key: string): Block => ({
  look: 'tag',
  runs: [{ text, look: 'plain' }],
  clamp: null,
  key,
})

function describeGap(blocks: Block[], gap: NonNullable<Cell['gap']>, { say, dateLabel }: Wording): void {
  blocks.push({ look: 'gap', runs: [{ text: say('compare.gap'), look: 'plain' }], clamp: null, key: 'gap' })
  blocks.push({
    look: 'gapWhere',
    runs: [{ text: say('compare.gapAsOf', { date: dateLabel(gap.asOf) }), look: 'plain' }],
    clamp: null,
    key: 'as of',
  })
  if (gap.searchedWhere === '') return
  blocks.push({
    look: 'gapWhere',
    runs: [{ text: say('compare.gapWhere', { where: gap.searchedWhere }), look: 'plain' }],
    clamp: 2,
    key: 'where',
  })
}

function describeCompared(
  blocks: Block[],
  { baseline, isBaselineEmpty, pairs }: ComparedCell,
  wording: Wording,
): void {
  const { say } = wording
  const party = baseline.shortName
  if (isBaselineEmpty) blocks.push(tag(say('compare.nothingThere', { party }), 'nothing there'))
  for (const pair of pairs) {
    if (pair.held === null) {
      blocks.push({
        look: 'summary',
        runs: [
          { text: `${say('compare.onlyThere', { party })} `, look: 'tag' },
          { text: pair.baseline.text, look: 'removed', isAuthors: true },
        ],
        clamp: 3,
        key: `only there ${pair.baseline.id}`,
        isNext: blocks.length > 0,
        colour: baseline.colour,
      })
    } else {
      const words: Run[] =
        pair.baseline !== null
          ? describeDifferences(pair.baseline.text, pair.held.text, { say, party })
          : isBaselineEmpty
            ? [{ text: pair.held.text, look: 'plain', isAuthors: true }]
            : [
                { text: `${say('compare.onlyHere')} `, look: 'tag' },
                { text: pair.held.text, look: 'plain', isAuthors: true },
              ]
      describePosition(blocks, pair.held, wording, { words, clamp: 8 })
    }
  }
}

/** What it says now, with what differs from what it said before. */
const changedWords = (before: string, after: string): Run[] =>
  (differencesOf(before, after) ?? [{ kind: 'same' as const, text: after }]).map(
    ({ kind, text }): Run => ({ text, look: kind === 'same' ? 'plain' : kind, isAuthors: true }),
  )

function describeDifferences(
  before: string,
  after: string,
  { say, party }: { say: Say; party: string },
): Run[] {
  const differences = differencesOf(before, after)
  const note =
    differences === null
      ? say('compare.comparing')
      : differences.every(({ kind }) => kind === 'same')
        ? say('compare.sameWords', { party })
        : null
  return [
    ...(differences ?? [{ kind: 'same' as const, text: after }]).map(
      ({ kind, text }): Run => ({ text, look: kind === 'same' ? 'plain' : kind, isAuthors: true }),
    ),
    ...(note === null ? [] : [{ text: ` ${note}`, look: 'tag' } as const]),
  ]
}

function describePosition(
  blocks: Block[],
  position: CellPosition,
  wording: Wording,
  {
    words = [{ text: position.text, look: 'plain', isAuthors: true }],
    clamp = 3,
  }: { words?: readonly Run[]; clamp?: number } = {},
): void {
  const { say, nameOf } = wording
  blocks.push({
    look: 'summary',
    runs:
      position.addresseeId === null
        ? words
        : [
            ...words,
            { text: ` ${say('compare.to', { party: nameOf(position.addresseeId) })}`, look: 'addressee' },
          ],
    clamp,
    key: position.id,
    mark: position.kind,
    isNext: blocks.some(({ look }) => look === 'summary'),
  })
  if (position.firmness === 'red line' || position.stance !== null) {
    blocks.push({
      look: 'firmness',
      runs: [
        ...(position.firmness === 'red line'
          ? [{ text: say('firmness.red line'), look: 'redLine' } as const]
          : []),
        ...(position.stance === null
          ? []
          : [{ text: say(`stance.${position.stance}`), look: 'plain' } as const]),
      ],
      clamp: null,
      key: `firmness ${position.id}`,
    })
  }
  for (const condition of position.conditions) blocks.push(describeCondition(condition, say))
  for (const answer of position.answers) {
    blocks.push({
      look: 'answer',
      runs: [
        { text: nameOf(answer.partyId), look: 'plain', isAuthors: true },
        {
          text: `: ${say(`outcomeSign.${answer.outcome}`)} ${say(`outcome.${answer.outcome}`)}`,
          look: 'plain',
        },
      ],
      clamp: null,
      key: answer.id,
    })
  }
  blocks.push(describeEvidence(position, wording))
}

const describeCondition = ({ id, relation, text, state }: Condition, say: Say): Block => ({
  look: 'condition',
  runs: [
    { text: say(`relation.${relation}`), look: 'relation' },
    { text: ' ', look: 'plain' },
    { text, look: 'plain', isAuthors: true },
    { text: ' ', look: 'plain' },
    { text: say(`conditionState.${state}`), look: 'state' },
  ],
  // A condition is rarely longer than its position; one that is does not push the row off the page.
  clamp: 6,
  key: id,
})

/** The space before it does not break: no line begins with the dot. */
const between = '\u00a0· '

/** What stands behind a position, in one quiet line. */
function describeEvidence(position: CellPosition, { say, dateLabel }: Wording): Block {
  const { statements, origins, newest, bestGrade } = position.evidence
  // Said on the very date from which it holds: the date stands there once.
  const sinceThen = position.doubts.find(({ end, date }) => end === 'from' && date === newest)
  const facts = [
    statements === 0 ? say('compare.noStatement') : say('count.statements', { count: statements }),
    ...(statements === 0 ? [] : [say('count.origins', { count: origins })]),
    ...(newest === null || sinceThen ? [] : [dateLabel(newest)]),
    ...(sinceThen ? [doubtWords(sinceThen, say, dateLabel)] : []),
  ]
  const runs: Run[] = [{ text: facts.join(between), look: 'plain' }]
  const add = (text: string, look: RunLook) => runs.push({ text: between, look: 'plain' }, { text, look })
  if (bestGrade !== null) add(bestGrade, 'grade')
  if (position.basis !== 'stated') add(say(`basis.${position.basis}`), 'flag')
  if (position.isAnonymousOnly) add(say('compare.anonymous'), 'plain')
  if (position.contradiction !== null) {
    add(say(`compare.contradiction.${position.contradiction}`), 'contradiction')
  }
  if (position.needsResearch) add(say('compare.needsResearch'), 'flag')
  for (const doubt of position.doubts)
    if (doubt !== sinceThen) add(doubtWords(doubt, say, dateLabel), 'plain')
  return { look: 'evidence', runs, clamp: null, key: `evidence ${position.id}` }
}

/** The wording on which the parties might meet. */
export function describeZone(landingZone: string, { isWritable }: { isWritable: boolean }): Block[] {
  if (landingZone !== '') {
    // Its own lines are kept: each is a paragraph, and “more” counts them together.
    return [
      { look: 'zone', runs: [{ text: landingZone, look: 'plain', isAuthors: true }], clamp: 12, key: 'zone' },
    ]
  }
  return isWritable ? [{ look: 'unseen', runs: [{ text: '+', look: 'plain' }], clamp: null, key: '+' }] : []
}
