import { paragraphAt } from '../../../app/rules/paragraphs'
import { useDateLabel, useSay } from '../../state/application'
import type { CaptureDraft } from './capture-draft'
import type { Reading } from './reading'

/** Where the date came from: the words, and the date of the source that they were read against. */
export function useDateReason(draft: CaptureDraft, reading: Reading): string | undefined {
  const say = useSay()
  const dateLabel = useDateLabel()
  const { issued } = reading.source
  const { saidOn } = draft.proposal
  const source =
    issued === null ? say('capture.sourceUndated') : say('capture.sourceOf', { date: dateLabel(issued) })
  if (saidOn !== null && draft.saidOn === saidOn.edtf) {
    const { words } = saidOn
    const paragraph = paragraphAt(reading.paragraphs, words.start) + 1
    return say('capture.workedOut', { words: words.text, paragraph, source })
  }
  if (draft.saidOn !== '') return undefined
  return issued === null ? say('capture.dateNone') : say('capture.dateUnsaid', { source })
}

/** Why it is that party. */
export function usePartyReason(draft: CaptureDraft, reading: Reading): string | undefined {
  const say = useSay()
  const { party } = draft.proposal
  if (party === null || JSON.stringify(party.value) !== JSON.stringify(draft.onBehalfOf)) return undefined
  const { reason } = party
  if (reason.kind === 'list') return say('capture.byList', { office: reason.office })
  if (reason.kind === 'office') {
    return reason.office === ''
      ? say('capture.byAffiliation')
      : say('capture.byOffice', { office: reason.office })
  }
  const paragraph = paragraphAt(reading.paragraphs, reason.words.start) + 1
  if (reason.kind === 'before') return say('capture.byBefore', { words: reason.words.text })
  return say('capture.byWords', { words: reason.words.text, paragraph })
}
