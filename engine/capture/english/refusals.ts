import type { Stretch } from './stretch'
import type { Token } from './tokens'
import { isAdverb } from './word-classes'

const acts =
  /^(?:accept|recognise|recognize|tolerate|allow|permit|sign|negotiate|agree|support|give|abandon|yield|compromise|surrender|cede|withdraw|endorse|join|attend|return|comply|discuss|back|ratify|concede|retreat|renounce|relinquish|bow|submit|talk|participate|consent|acknowledge|capitulate|disarm|leave|stop|rest|end)$/

/** "will not accept", "cannot recognise", "does not recognise": a refusal without a verb of refusing. */
export function refusalAt(
  sentence: readonly Token[],
  at: number,
): { groupFrom: number; cue: Stretch; content: number } | null {
  const first = sentence[at]?.low ?? ''
  let verb: number
  if (/^(?:won't|cannot|can't)$/.test(first)) verb = at + 1
  else if (/^(?:will|can|would|does|do)$/.test(first) && /^(?:not|never)$/.test(sentence[at + 1]?.low ?? '')) verb = at + 2
  else if (/^(?:doesn't|don't)$/.test(first)) verb = at + 1
  else return null
  while (sentence[verb] !== undefined && isAdverb(sentence[verb]!)) verb++
  const low = sentence[verb]?.low ?? ''
  if (!acts.test(low)) return null
  const isPresent = /^do/.test(first)
  if (isPresent && !/^(?:recogni[sz]e|accept|support|tolerate|acknowledge|negotiate|endorse)$/.test(low)) return null
  const next = sentence[verb + 1]
  if (next === undefined || next.kind === 'mark') return null
  const isWholeAct = /^(?:accept|recognise|recognize|tolerate|allow|permit|support|endorse|acknowledge)$/.test(low)
  return isWholeAct
    ? { groupFrom: at, cue: { from: at, to: verb + 1 }, content: verb + 1 }
    : { groupFrom: at, cue: { from: at, to: verb }, content: verb }
}
