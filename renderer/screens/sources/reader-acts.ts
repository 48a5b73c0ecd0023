import type { Say } from '../../../app/messages/say'
import type { Passage } from '../../../app/rules/capture'
import type { Api } from '../../api'
import { attempt } from '../../state/notice'
import { changeDraft, dismiss, hear, openDraft, showTab, useReader, walkTo } from '../../state/reader'
import { captureInput, draftFrom, draftProblem, firstSentence, type CaptureDraft } from './capture-draft'
import { recordedKey, type ReaderPassage } from './passages'
import type { Reading } from './reading'
import { forgetSelection } from './selection'

export type Acting = { api: Api; say: Say; reading: Reading }

/** The passage before or after the one that was walked to; false where there is none at all. */
export function walk({ reading, say }: Acting, step: 1 | -1): boolean {
  const { passages } = reading
  if (passages.length === 0) return false
  const { current, place } = useReader.getState()
  const at = passages.findIndex(({ key }) => key === current)
  const next = at === -1 ? nearest(passages, place, step) : passages[at + step]
  if (next === undefined) hear(say('reader.heard.last'))
  else walkTo(next.key, { place: next.ranges[0]!.start, heard: heardAs(say, reading, next) })
  return true
}

/** Where the passage itself is not in the text, as right after it was recorded, its place still is. */
function nearest(passages: readonly ReaderPassage[], place: number, step: 1 | -1): ReaderPassage | undefined {
  const startOf = ({ ranges }: ReaderPassage) => ranges[0]!.start
  if (step === 1) return passages.find((passage) => startOf(passage) > place)
  return passages.findLast((passage) => place === -1 || startOf(passage) < place)
}

function heardAs(say: Say, { passages }: Reading, passage: ReaderPassage): string {
  const isRecorded = passage.kind === 'recorded'
  const speaker = isRecorded ? passage.statement.speakerName : passage.proposal.speakerLabel
  return say(isRecorded ? 'reader.heard.recorded' : 'reader.heard.suggested', {
    at: passages.indexOf(passage) + 1,
    of: passages.length,
    speaker: speaker === null || speaker === '' ? say('reader.heard.noSpeaker') : speaker,
    words: isRecorded ? passage.statement.text : passage.proposal.spans.map(({ text }) => text).join(' … '),
  })
}

/** Opens the form on a suggestion, or shows what is recorded. */
export function take({ say, reading }: Acting, key: string): void {
  const passage = reading.passages.find((each) => each.key === key)
  if (passage === undefined) return
  walkTo(key, { place: passage.ranges[0]!.start })
  if (passage.kind === 'suggested') openDraft(draftFrom(passage.proposal), say('reader.heard.taken'))
  else showTab('statement')
}

/** The same form for words chosen by hand. */
export async function takeWords({ api, say, reading }: Acting, words: Passage): Promise<void> {
  const spans = [{ start: words.start, end: words.end }]
  const proposal = await attempt(() => api.call('source.proposal', { id: reading.source.id, spans }))
  if (proposal === undefined) return
  walkTo(null, { place: words.start })
  openDraft(draftFrom(proposal), say('reader.heard.taken'))
  forgetSelection()
}

let isRecording = false

/** Records the draft, in one step; what is missing is said where the draft says what would happen. */
export async function record({ api, say, reading }: Acting): Promise<void> {
  const { draft } = useReader.getState()
  if (draft === null || isRecording) return
  const problem = draftProblem(draft)
  if (problem !== null) return hear(say(`capture.then.${problem}`))
  isRecording = true
  const statement = await attempt(() => api.call('statement.capture', captureInput(draft, reading.source.id)))
  isRecording = false
  // Whoever walked on while it was recorded is not called back.
  if (statement === undefined || useReader.getState().draft !== draft) return
  walkTo(recordedKey(statement.id), { heard: say('reader.heard.recordedNow') })
}

export function putAside({ say, reading }: Acting): void {
  const { current } = useReader.getState()
  const at = reading.passages.findIndex(({ key }) => key === current)
  const passage = reading.passages[at]
  if (passage?.kind !== 'suggested') return
  dismiss(reading.source.id, passage.key, say('reader.heard.dismissed'))
  const next = reading.passages[at + 1] ?? reading.passages[at - 1]
  walkTo(next?.key ?? null, { heard: say('reader.heard.dismissed') })
}

/** Leaves the rest of the passage for another statement. */
export function splitDraft(draft: CaptureDraft): void {
  const first = draft.spans[0] === undefined ? null : firstSentence(draft.spans[0])
  if (first !== null) changeDraft({ spans: [first] })
}

export function addWords(draft: CaptureDraft, words: Passage): void {
  const isThere = draft.spans.some(({ start, end }) => start === words.start && end === words.end)
  if (!isThere) changeDraft({ spans: [...draft.spans, words].toSorted((a, b) => a.start - b.start) })
  forgetSelection()
}
