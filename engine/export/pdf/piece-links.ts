import { placeAddressPattern, placeOfLinkTo } from '../../../app/rules/briefing/places'
import { refsIn, type SkiaPdf } from './skia-pdf'

/** As Chromium writes a link to an address. */
const addressed = new RegExp(String.raw`/A <</Type /Action\n/S /URI\n/URI \(${placeAddressPattern}\)>>`)

/** A link to a place that may stand in another piece, as a link to that place by its name; all else as it is. */
export const namedLink = (object: string): string =>
  object.startsWith('<</Type /Annot\n') ? object.replace(addressed, '/Dest /$1') : object

/** The places on a page, each with where it is, by the links that stand there: each leads to what leads back to it. */
export function* placesOn(
  page: string,
  { objects }: SkiaPdf,
): Generator<{ place: string; left: string; top: string }> {
  for (const id of refsIn('Annots', page)) {
    const link = objects.get(id) ?? ''
    const place = addressed.exec(link)?.[1]
    const corner = /\/Rect \[([\d.-]+) [\d.-]+ [\d.-]+ ([\d.-]+)\]/.exec(link)
    if (place !== undefined && corner !== null)
      yield { place: placeOfLinkTo(place), left: corner[1]!, top: corner[2]! }
  }
}
