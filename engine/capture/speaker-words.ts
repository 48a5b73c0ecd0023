import { foldText } from '../../app/rules/fold-text'
import { countriesIn, isStateItself } from './countries'
import type { Suggestion } from './suggestion'

/** Whom the words of a text name: somebody by name and office, an anonymous source, or nobody in particular. */
export type NamedSpeaker = { name: string | null; description: string | null; office: string }

const nobody: NamedSpeaker = { name: null, description: null, office: '' }

const pronouns = new Set(
  `i we you he she it they who this that his her hers its their theirs
  je nous vous il elle ils elles on lui celui-ci
  yo nosotros él ella ellos ellas usted este
  я мы вы он она они оно ми ви він вона вони воно
  هو هي هم نحن أنا 他 她 它 他们 她们 我们 我`
    .split(/\s+/u)
    .map(foldText),
)

const office =
  /^((?:(?:former|then|acting|outgoing|the)\s+)*(?:(?:Deputy|Vice|First|Prime|Foreign|Defence|Defense|Interior|Finance|Permanent|Presidential|Government|Chief|Special|Federal|Press|Crown|Supreme|National|Security)\s+)*(?:President|Premier|Minister|Chancellor|Spokesman|Spokeswoman|Spokesperson|Secretary of State|Secretary of Defen[cs]e|Secretary-General|Secretary|Ambassador|Envoy|Representative|Negotiator|Governor|Senator|General|King|Queen|Emir|Prince|Adviser|Advisor|Mr|Mrs|Ms|Dr)\.?)\s+(?=\p{Lu})/iu

/** Reads what a suggestion says of its speaker. A state that speaks for itself is a party and no speaker. */
export function namedSpeaker(said: Suggestion['speaker']): NamedSpeaker {
  if (said === null) return nobody
  if (said.isAnonymous) return { ...nobody, description: said.text }
  const words = said.name ?? said.text
  if (pronouns.has(foldText(words.trim()))) return nobody
  if (isStateItself(words)) return nobody
  const { name, office: held } = withoutOffice(words)
  // Scripts with capitals write names with them: "the source" is a description.
  const isDescribed =
    said.name === null && /\p{Ll}/u.test(words) && !/\p{Lu}/u.test(name.replace(/^The /u, 'the '))
  if (isDescribed) return { ...nobody, description: words }
  return { name, description: null, office: held }
}

/** "Russian Foreign Minister Sergei Lavrov" is Sergei Lavrov, Foreign Minister. */
function withoutOffice(words: string): { name: string; office: string } {
  const country = countriesIn(words)[0]
  const rest = country !== undefined && country.start === 0 ? words.slice(country.end).trimStart() : words
  const found = office.exec(rest)
  if (found === null) return { name: words, office: '' }
  return { name: rest.slice(found[0].length), office: found[1]!.replace(/^the\s+/iu, '') }
}
