import type { Position } from '../model/position'
import { rememberSame } from '../remember'
import { lettersOfOneByte, wholeText, type KeptText } from './kept-text'

type Traits = Pick<Position, 'kind' | 'stance' | 'firmness' | 'basis' | 'needsResearch'>
type Rare = Pick<Position, 'salience' | 'until' | 'supersedesId' | 'whyMoved' | 'assessment'>

/**
 * A position as a window keeps it that shows fifty thousand: in two thirds of the memory. What many have in common is
 * there once for all of them. Spreading copies no accessors, so `wholePosition` makes the plain record.
 */
export class KeptPosition implements Position {
  readonly id: Position['id']
  readonly issueId: Position['issueId']
  readonly partyId: Position['partyId']
  readonly addresseeId: Position['addresseeId']
  readonly atLow: Position['atLow']
  readonly atHigh: Position['atHigh']
  readonly from: Position['from']
  readonly sortOrder: Position['sortOrder']
  readonly #text: KeptText
  readonly #traits: Traits
  readonly #rare: Rare

  constructor(position: Position) {
    this.id = position.id
    this.issueId = position.issueId
    this.partyId = position.partyId
    this.addresseeId = position.addresseeId
    this.atLow = position.atLow
    this.atHigh = position.atHigh
    this.from = position.from
    this.sortOrder = position.sortOrder
    this.#text = lettersOfOneByte(position.text)
    this.#traits = traitsOf(position)
    this.#rare = rareOf(position)
  }

  get text() {
    return wholeText(this.#text)
  }
  get kind() {
    return this.#traits.kind
  }
  get stance() {
    return this.#traits.stance
  }
  get firmness() {
    return this.#traits.firmness
  }
  get basis() {
    return this.#traits.basis
  }
  get needsResearch() {
    return this.#traits.needsResearch
  }
  get salience() {
    return this.#rare.salience
  }
  get until() {
    return this.#rare.until
  }
  get supersedesId() {
    return this.#rare.supersedesId
  }
  get whyMoved() {
    return this.#rare.whyMoved
  }
  get assessment() {
    return this.#rare.assessment
  }
}

/** The plain record, with all its fields its own. */
export const wholePosition = (position: Position): Position => ({
  id: position.id,
  issueId: position.issueId,
  partyId: position.partyId,
  kind: position.kind,
  addresseeId: position.addresseeId,
  text: position.text,
  stance: position.stance,
  atLow: position.atLow,
  atHigh: position.atHigh,
  firmness: position.firmness,
  salience: position.salience,
  basis: position.basis,
  from: position.from,
  until: position.until,
  supersedesId: position.supersedesId,
  whyMoved: position.whyMoved,
  assessment: position.assessment,
  needsResearch: position.needsResearch,
  sortOrder: position.sortOrder,
})

/** All there are are some hundreds, whatever a dossier holds. */
const sameTraits = rememberSame<Traits>()

const traitsOf = ({ kind, stance, firmness, basis, needsResearch }: Position): Traits =>
  sameTraits(`${kind}|${stance}|${firmness}|${basis}|${needsResearch}`, () => ({
    kind,
    stance,
    firmness,
    basis,
    needsResearch,
  }))

const usual: Rare = { salience: null, until: null, supersedesId: null, whyMoved: '', assessment: '' }

function rareOf({ salience, until, supersedesId, whyMoved, assessment }: Position): Rare {
  const isUsual =
    salience === null && until === null && supersedesId === null && whyMoved === '' && assessment === ''
  return isUsual ? usual : { salience, until, supersedesId, whyMoved, assessment }
}
