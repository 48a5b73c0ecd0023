import { compareEdtf, edtfBounds } from '../model/edtf-date'
import type { PartyId } from '../model/party'
import type { Answer, AnswerOutcome, Position } from '../model/position'

type Answered = { position: Pick<Position, 'kind' | 'addresseeId'>; answers: readonly Answer[] }

/** How a party that was asked, or that answered of itself, has responded; null where no answer is recorded. */
export type DemandAnswer = { partyId: PartyId; answer: Answer | null }

/** Whether a position asks for, or offers, something that others can answer. */
export const isAnswerable = ({ kind }: Pick<Position, 'kind'>): boolean =>
  kind === 'demand' || kind === 'offer'

const words: readonly AnswerOutcome[] = ['accepted', 'partly', 'rejected', 'countered']

/** Whether somebody said something: *ignored* and *none found* record that nobody did. */
export const isSaid = ({ outcome }: Pick<Answer, 'outcome'>): boolean => words.includes(outcome)

/** Whether it may have been given by an ISO day; one without a date always was. */
export const isGivenBy = ({ onDate }: Pick<Answer, 'onDate'>, day: string): boolean =>
  onDate === null || (edtfBounds(onDate).first ?? day) <= day

/**
 * How a party had answered by an ISO day: the latest of its answers, one without a date counting as the oldest. What
 * was said is not taken back by silence, so that *ignored* and *none found* only stand where nothing else does.
 */
export function answerOf(answers: readonly Answer[], partyId: PartyId, day: string): Answer | null {
  const given = answers.filter((answer) => answer.partyId === partyId && isGivenBy(answer, day))
  const said = given.filter(isSaid)
  return latest(said) ?? latest(given)
}

/** The addressee first, then whoever else has answered, in the order of their answers; nothing for what asks nothing. */
export function answersTo({ position, answers }: Answered, day: string): DemandAnswer[] {
  if (!isAnswerable(position)) return []
  const { addresseeId } = position
  const asked = new Set([
    ...(addresseeId === null ? [] : [addresseeId]),
    ...answers.map((each) => each.partyId),
  ])
  return [...asked]
    .map((partyId) => ({ partyId, answer: answerOf(answers, partyId, day) }))
    .filter(({ partyId, answer }) => answer !== null || partyId === addresseeId)
}

function latest(answers: readonly Answer[]): Answer | null {
  return answers.reduce<Answer | null>((last, answer) => {
    if (last === null) return answer
    if (answer.onDate === null) return last.onDate === null ? answer : last
    return last.onDate === null || compareEdtf(answer.onDate, last.onDate) >= 0 ? answer : last
  }, null)
}
