import type { BriefingDocument } from '../../../app/rules/briefing/briefing-document'
import type { Api } from '../../api'
import { drawOnce } from '../../draw-once'
import { readJsonBytes } from '../../json-bytes'
import { createApplication, withinApplication } from '../../state/application'
import { BriefingPaper } from './briefing-paper'
import hatchAddress from './hatch.svg'
import { leadOverPieces } from './cite-link'
import { pageCss, sheetOf } from './page-style'
import { loadPrintFaces } from './print-faces'
import './print-fonts.css'

/** A piece of a briefing that is being printed. */
export type Piece = { job: string; index: number }

/** Shows a piece in place of the last, with the faces that it is set in; what the preview shows, and nothing besides. */
export async function showBand(paper: Element, piece: Piece, api: Api): Promise<void> {
  const bytes = await api.call('briefing.band', piece)
  // The engine wrote it as the contract says.
  const band = readJsonBytes(bytes) as BriefingDocument
  const application = createApplication(api, band.language)
  const main = document.createElement('main')
  withinApplication(application, () => drawOnce(<BriefingPaper document={band} />, main))
  if (band.band !== undefined) leadOverPieces(main)
  paper.replaceChildren(main)
  setPage(band)
  await hatchLoaded
  await loadPrintFaces(`${document.body.textContent}${Object.values(band.running).join('')}`)
}

/** What is not laid out on screen asks for no picture by itself, and print waits for none. */
const hatch = new Image()
hatch.src = hatchAddress
const hatchLoaded = hatch.decode()

/** Of the sheet that is there: another makes the page look at all its styles and faces again. */
let sheetCss = ''

/** A PDF takes its paper, title and language from the page. */
function setPage(band: BriefingDocument): void {
  const css = pageCss(band)
  if (css !== sheetCss) {
    document.adoptedStyleSheets = [sheetOf(css)]
    sheetCss = css
  }
  document.title = band.documentTitle
  document.documentElement.lang = band.language
}
