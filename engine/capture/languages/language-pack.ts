/** What the rules for several languages need of one. Patterns match whole words. */
export type LanguagePack = {
  code: string
  /** Verbs of saying in the forms that report. */
  say: RegExp
  /** A verb of saying with its pronoun tied to it: "a-t-il ajouté", "prévient-il". */
  clitic: RegExp | null
  /** Verbs for what is demanded, refused, offered or wanted; what follows is the content. */
  intend: RegExp
  /** What opens the clause that is reported. */
  clauseWord: RegExp
  /** "According to", before the one it names. */
  according: RegExp
  /** "As … said", before the one it names. */
  as: RegExp
  /** Times that may stand between verb and speaker. */
  time: RegExp
  /** Small words before a subject that are not part of it. */
  lead: RegExp
  /** Where the name of a speaker after the verb ends. */
  stop: RegExp
  isVerbFirst: boolean
  anonymous: RegExp
}

/** Alternatives as whole words; longer ones are tried first within each. */
export function words(...alternatives: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}-])(?:${alternatives.join('|')})(?![\\p{L}\\p{M}])`, 'iu')
}
