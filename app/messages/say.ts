import { IntlMessageFormat } from 'intl-messageformat'
import { english, type MessageId } from './en'

export type MessageValues = Readonly<Record<string, string | number>>
/** A sentence of the interface in the reader's language. */
export type Say = (id: MessageId, values?: MessageValues) => string
export type Catalogue = Readonly<Record<MessageId, string>>

/** Catalogues by language. A language is a whole catalogue: the compiler refuses one with a sentence missing. */
const catalogues: Readonly<Record<string, Catalogue>> = { en: english }

/** The closest language that there is a catalogue for, from a BCP 47 tag; English where there is none. */
export function languageFor(locale: string): string {
  const [language = 'en'] = locale.toLowerCase().split('-')
  return Object.hasOwn(catalogues, language) ? language : 'en'
}

/** English is written as the international organisations write it, day before month. */
export const formattingLocale = (language: string): string => (language === 'en' ? 'en-GB' : language)

export function createSay(locale: string): Say {
  const language = languageFor(locale)
  const catalogue = catalogues[language]!
  const formats = new Map<MessageId, IntlMessageFormat>()
  const plain = new Map<MessageId, string>()
  return (id, values) => {
    if (values !== undefined) return format(id, values)
    let sentence = plain.get(id)
    if (sentence === undefined) plain.set(id, (sentence = format(id, undefined)))
    return sentence
  }

  function format(id: MessageId, values: MessageValues | undefined): string {
    let known = formats.get(id)
    if (!known) {
      known = new IntlMessageFormat(catalogue[id], formattingLocale(language), undefined, {
        ignoreTag: true,
      })
      formats.set(id, known)
    }
    // With values that are text and numbers only, and tags ignored, what comes back is text.
    return known.format(withSelectors(catalogue[id], values)) as string
  }
}

/** Codes are written with hyphens, which the selectors of a `select` cannot have: there they have underscores. */
function withSelectors(sentence: string, values: MessageValues | undefined): MessageValues | undefined {
  if (values === undefined || !sentence.includes(', select,')) return values
  const selecting = [...sentence.matchAll(/\{(\w+), select,/g)].map(([, name]) => name!)
  const chosen = selecting.filter((name) => name in values)
  return {
    ...values,
    ...Object.fromEntries(chosen.map((name) => [name, String(values[name]).replaceAll('-', '_')])),
  }
}
