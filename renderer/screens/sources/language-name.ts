const names = new Map<string, Intl.DisplayNames>()

/** What a language is called in the reader's own; its code, where nobody knows. */
export function languageName(code: string, locale: string): string {
  let known = names.get(locale)
  if (!known) names.set(locale, (known = new Intl.DisplayNames([locale], { type: 'language' })))
  try {
    return known.of(code) ?? code
  } catch {
    return code
  }
}
