import type { CellPosition } from '../comparison'
import { isInForce } from '../comparison-index'
import { cellKey } from '../whole-dossier'
import type { ExportContext } from './export-context'
import type { SheetRun } from './sheet-table'

/** What a spreadsheet's cell says of one issue × party; a gap is hatched as well. */
export type ComparisonCellText = { runs: SheetRun[]; state: 'held' | 'gap' | 'unseen' | 'withheld' }

export function comparisonCell(context: ExportContext, row: number, column: number): ComparisonCellText {
  const { say, dateLabel, leaving } = context
  const cell = context.cellAt(row, column)
  if (cell.positions.length > 0) {
    return {
      runs: cell.positions.flatMap((each, at) => positionRuns(context, each, at)),
      state: 'held',
    }
  }
  if (leaving.withheldCells.has(cellKey(cell))) {
    return { runs: [{ text: say('export.withheld'), look: 'quiet' }], state: 'withheld' }
  }
  if (cell.gap === null)
    return { runs: [{ text: say('briefing.unseenCell'), look: 'quiet' }], state: 'unseen' }
  const { asOf, searchedWhere } = cell.gap
  const where = searchedWhere.trim() === '' ? '' : `\n${say('export.searchedIn', { where: searchedWhere })}`
  return {
    runs: [{ text: `${say('briefing.gapCell', { date: dateLabel(asOf) })}${where}`, look: 'quiet' }],
    state: 'gap',
  }
}

function positionRuns(context: ExportContext, position: CellPosition, at: number): SheetRun[] {
  const { say, party } = context
  const addressee = party(position.addresseeId)
  const kind = say(`kind.${position.kind}`)
  const head = [
    kind[0]!.toLocaleUpperCase(context.language) + kind.slice(1),
    ...(addressee === null
      ? []
      : [
          remembered(context, `to ${addressee.id}`, () => say('briefing.to', { party: addressee.shortName })),
        ]),
    ...(position.firmness === 'unstated' ? [] : [`· ${say(`firmness.${position.firmness}`)}`]),
  ].join(' ')
  const look = position.basis === 'inferred' ? 'assessed' : 'plain'
  return [
    { text: `${at === 0 ? '' : '\n\n'}${head}\n`, look: 'strong' },
    { text: position.text, look },
    ...position.conditions.map(
      (condition): SheetRun => ({
        text: `\n${conditionText(context, condition)}`,
        look: 'plain',
      }),
    ),
    ...position.answers.map(
      (answer): SheetRun => ({ text: `\n${answerText(context, answer)}`, look: 'plain' }),
    ),
    { text: quietLine(context, position), look: 'quiet' },
    ...(position.assessment.trim() === ''
      ? []
      : [
          {
            text: `\n${say('export.assessment')} ${position.assessment}`,
            look: 'assessed',
          } satisfies SheetRun,
        ]),
  ]
}

function conditionText(context: ExportContext, condition: CellPosition['conditions'][number]): string {
  const { say, party } = context
  const mover = party(condition.byPartyId)
  return `${say(mover === null ? 'export.conditionLine' : 'export.conditionLineMover', {
    relation: say(`relation.${condition.relation}`),
    text: condition.text,
    state: say(`conditionState.${condition.state}`),
    party: mover?.shortName ?? '',
  })}${figures(context, condition.id)}`
}

function answerText(context: ExportContext, answer: CellPosition['answers'][number]): string {
  const { say, party, dateLabel } = context
  return `${say(answer.onDate === null ? 'export.answerLine' : 'export.answerLineDated', {
    party: party(answer.partyId)?.shortName ?? '',
    outcome: say(`outcome.${answer.outcome}`),
    date: answer.onDate === null ? '' : dateLabel(answer.onDate),
  })}${figures(context, answer.id)}`
}

const figures = (context: ExportContext, id: string): string => {
  if (context.leaving.restsOnLeftOut.has(id)) return ` [${context.say('export.sourceLeftOut')}]`
  const numbers = numbersOf(context, id)
  return numbers.length === 0 ? '' : ` [${numbers.join(', ')}]`
}

const numbersOf = ({ evidenceFor, numberOf }: ExportContext, id: string): number[] =>
  inOrder(evidenceFor(id).map(({ statementId }) => numberOf(statementId)))

const inOrder = (numbers: number[]): number[] =>
  numbers.length < 2 ? numbers : [...new Set(numbers)].toSorted((a, b) => a - b)

/** How well it is founded: whose words, how many, since when, how good, and their numbers. */
function quietLine(context: ExportContext, position: CellPosition): string {
  const { say, dateLabel, leaving, since, evidenceFor, numberOf } = context
  const { evidence } = position
  const links = evidenceFor(position.id)
  const [behind, against] = [false, true].map((contradicts) =>
    inOrder(
      links
        .filter(({ relation }) => (relation === 'contradicts') === contradicts)
        .map(({ statementId }) => numberOf(statementId)),
    ),
  ) as [number[], number[]]
  const parts = [
    position.stance !== null && say(`stance.${position.stance}`),
    position.basis !== 'stated' && say(`basis.${position.basis}`),
    leaving.restsOnLeftOut.has(position.id) && say('export.sourceLeftOut'),
    leaving.lostCondition.has(position.id) && say('export.conditionLeftOut'),
    behind.length === 0 &&
      position.basis !== 'inferred' &&
      !leaving.restsOnLeftOut.has(position.id) &&
      say('briefing.noStatementCited'),
    behind.length > 0 && statementsNumbered(context, behind),
    evidence.origins > 0 && originsCounted(context, evidence.origins),
    evidence.newest !== null && dateLabel(evidence.newest),
    evidence.bestGrade,
    against.length > 0 && say('export.contradictedNumbers', { numbers: against.join(', ') }),
    position.isAnonymousOnly && say('briefing.anonymousOnly'),
    position.needsResearch && say('briefing.needsResearch'),
    since !== null && isNew(context, position) && say('export.newSince', { date: dateLabel(since) }),
  ].filter((part) => typeof part === 'string')
  return parts.length === 0 ? '' : `\n${parts.join(' · ')}`
}

/** Most cells have one or two, and a sentence costs more to make than to find again. */
const sentences = new WeakMap<ExportContext, Map<string, string>>()

function remembered(context: ExportContext, key: string, make: () => string): string {
  let known = sentences.get(context)
  if (known === undefined) sentences.set(context, (known = new Map()))
  let sentence = known.get(key)
  if (sentence === undefined) known.set(key, (sentence = make()))
  return sentence
}

const statementsNumbered = (context: ExportContext, numbers: readonly number[]): string =>
  remembered(context, `statements ${numbers.length}`, () =>
    context.say('export.statementNumbers', { count: numbers.length, numbers: '{numbers}' }),
  ).replace('{numbers}', numbers.join(', '))

const originsCounted = (context: ExportContext, count: number): string =>
  remembered(context, `origins ${count}`, () => context.say('count.origins', { count }))

function isNew({ index, since }: ExportContext, { id }: CellPosition): boolean {
  const held = index.positionOf.get(id)
  return since !== null && held !== undefined && !isInForce(held, since)
}
