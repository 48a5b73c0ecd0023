/** Words of the text as given, in UTF-16 units: `text` is always `whole.slice(start, end)`. */
export type Passage = { text: string; start: number; end: number }

export type SuggestedSpeaker = Passage & {
  /** The name that a pronoun, a title or a surname was followed back to; null where that is not safe. */
  name: string | null
  nameAt: { start: number; end: number } | null
  isAnonymous: boolean
}

export type StatementHint = 'demand' | 'offer' | 'commitment' | 'refusal' | 'view' | 'condition'

/** A passage that looks like a statement. Offered to a person, never recorded by itself. */
export type Suggestion = {
  form: 'verbatim' | 'partial' | 'paraphrase'
  /** The reporting verb or phrase. */
  cue: Passage | null
  speaker: SuggestedSpeaker | null
  /** The content, without the outer quotation marks of a verbatim quotation. */
  spans: Passage[]
  hint: StatementHint
  /** Who a demand or an offer is directed at. */
  addressee: Passage | null
  /** EDTF, worked out from `words` against the date of the document. */
  saidOn: (Omit<Passage, 'text'> & { edtf: string; words: string }) | null
  /** The outlet it was told to, where the text passes on another. */
  relayedBy: Passage | null
  place: Passage | null
  language: string
  /** 0 to 1. */
  confidence: number
}

/** What the rules of a language find, before dates, hints and names are worked out. */
export type Attribution = {
  form: Suggestion['form']
  cue: Range | null
  speaker: Range | null
  spans: Range[]
  addressee: Range | null
  relayedBy: Range | null
  place: Range | null
  /** Where a date of saying may stand: the words around the cue, without the content. */
  around: Range[]
  /** Said in one go with the attribution before it, so that its date and outlet hold here too. */
  continues: boolean
  /** The noun or verb that says what kind of act it is, as in "refuse". */
  act: string
  confidence: number
}

export type Range = { start: number; end: number }

export function passageOf(text: string, { start, end }: Range): Passage {
  return { text: text.slice(start, end), start, end }
}
