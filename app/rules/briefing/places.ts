/** The places in a briefing that its figures lead to, and back from; each is called the same wherever it stands. */
export const statementPlace = (number: number): string => `statement-${number}`
export const citePlace = (number: number): string => `cite-${number}`

/** Where a link itself stands that leads to this place: a citation leads to its statement, the statement back. */
export function placeOfLinkTo(place: string): string {
  const [kind, number] = place.split('-')
  return kind === 'statement' ? citePlace(Number(number)) : statementPlace(Number(number))
}

const scheme = 'demarche:'

/**
 * The address of a place that may stand in another piece of the briefing. A browser that prints one piece leaves out
 * a link to what is not in it, but writes down an address that is not its own as it is.
 */
export const placeAddress = (place: string): string => `${scheme}${place}`

/** As a pattern's source, with the place as its only group. */
export const placeAddressPattern = String.raw`${scheme}((?:statement|cite)-\d+)`
