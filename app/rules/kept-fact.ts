import { rememberSame } from '../remember'
import type { EvidenceFact } from './comparison'

export type StatedFact = Required<Omit<EvidenceFact, 'positionId'>>

/**
 * What a statement means for a position, as a window keeps it: what the statement says is there once, however many
 * positions it stands behind. Spreading copies no accessors.
 */
export class KeptFact implements Required<EvidenceFact> {
  readonly positionId: EvidenceFact['positionId']
  readonly #stated: StatedFact

  constructor(positionId: EvidenceFact['positionId'], stated: StatedFact) {
    this.positionId = positionId
    this.#stated = stated
  }

  get relation() {
    return this.#stated.relation
  }
  get onBehalfOfId() {
    return this.#stated.onBehalfOfId
  }
  get isAnonymous() {
    return this.#stated.isAnonymous
  }
  get saidOn() {
    return this.#stated.saidOn
  }
  get issued() {
    return this.#stated.issued
  }
  get origin() {
    return this.#stated.origin
  }
  get outletId() {
    return this.#stated.outletId
  }
  get reliability() {
    return this.#stated.reliability
  }
  get credibility() {
    return this.#stated.credibility
  }
  get day() {
    return this.#stated.day
  }
}

/** A comparison comes in portions, and each tells again what the statements say that it needs. */
export const sameFact = rememberSame<StatedFact>(10_000)
