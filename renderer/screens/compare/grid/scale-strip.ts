import type { Say } from '../../../../app/messages/say'
import type { Party } from '../../../../app/model/party'
import type { ComparedIssue } from '../../../../app/rules/comparison'
import { fanOut, gatherStands, zoneOf, type ScaleStand, type StandCrowd } from '../../../../app/rules/scale'
import { outlineAt, squareSide } from '../../../elements/party-shape'
import { crowdWords, rangeWords } from '../scale/scale-words'
import { makeElement, makeVector } from './make-element'
import styles from './scale-strip.module.css'

/** In hundredths of the strip: nearer to each other, two shapes would lie over each other. */
const roomForShape = 6
/** CSS pixels above or below the line: the strip keeps its height, and those on one spot stand close. */
const spread = [0, -6, 6, -3, 3] as const
/** Of a strip with more than that on one spot: each has room for three figures. */
const stretches = 8

/** CSS pixels of the strip, and from it to the ends of the room that it has; as in scale-strip.module.css. */
const most = { width: 180, height: 12 }
const beside = 5
/** A shape is ten CSS pixels wide: in the drawing, these stand for one. */
const scale = squareSide / 10
/** In the drawing, where no outline reaches any more. */
const underShape = 11.6

type On = {
  issue: ComparedIssue
  parties: readonly Party[]
  say: Say
  /** CSS pixels of the head's words. */
  width: number
}

/** The scale as a small strip: where each party stands on it. Who has said nothing of it is not drawn. */
export function scaleStrip(stands: readonly ScaleStand[], on: On): HTMLElement {
  const { issue, say } = on
  const low = issue.scaleLow || (issue.marks[0]?.wording ?? '')
  const high = issue.scaleHigh || (issue.marks.at(-1)?.wording ?? '')
  const ends = [low, high].map((words) => {
    const end = makeElement('span', {}, words)
    end.dir = 'auto'
    return end
  })
  const { alone, crowds } = apart(stands)
  const spoken = [say('compare.scaleName', { low, high }), ...alone.map((each) => standWords(each, on))]
  return makeElement(
    'span',
    { className: styles.scale },
    unseen(spoken.join('; ')),
    makeElement(
      'span',
      { className: styles.strip },
      ...marksOn(on),
      ...zoneOn(on),
      drawnStands(alone, on),
      ...crowds.map((crowd) => drawnCrowd(crowd, on)),
    ),
    makeElement('span', { className: styles.ends }, ...ends),
  )
}

const unseen = (words: string): HTMLElement => makeElement('span', { className: 'visuallyHidden' }, words)

const marksOn = ({ issue }: On): HTMLElement[] =>
  issue.marks.map(({ at, wording }) =>
    placed(makeElement('span', { className: styles.mark, title: wording }), at),
  )

function zoneOn({ issue, say }: On): HTMLElement[] {
  const zone = zoneOf(issue)
  if (zone === null) return []
  const at = rangeWords(say, issue, zone)
  const words = say('compare.scaleStand', { party: say('field.landingZone'), at })
  const element = makeElement('span', { className: styles.zone, title: words }, unseen(words))
  element.style.inlineSize = `${zone.high - zone.low}%`
  return [placed(element, zone.low)]
}

/** A stand, and how far below the line, in CSS pixels. */
type Alone = { stand: ScaleStand; below: number }

/** Those that are drawn, each for itself, and those that are only counted. */
function apart(stands: readonly ScaleStand[]): { alone: Alone[]; crowds: StandCrowd[] } {
  const lines = fanOut(stands, roomForShape)
  const isCrowded = lines.some((line) => line >= spread.length)
  if (!isCrowded)
    return { alone: stands.map((stand, at) => ({ stand, below: spread[lines[at]!]! })), crowds: [] }
  const crowds = gatherStands(stands, stretches)
  return {
    alone: crowds
      .filter((crowd) => crowd.stands.length === 1)
      .map((crowd) => ({ stand: crowd.stands[0]!, below: 0 })),
    crowds: crowds.filter((crowd) => crowd.stands.length > 1),
  }
}

const standWords = ({ stand: { column, low, high } }: Alone, { issue, parties, say }: On): string =>
  say('compare.scaleStand', {
    party: parties[column]!.shortName,
    at: rangeWords(say, issue, { low, high }),
  })

/**
 * All in one drawing: an element with a drawing for each would be a layer of its own to the page, and a head with
 * thirty of them would take longer to paint than its row.
 */
function drawnStands(alone: readonly Alone[], on: On): SVGElement {
  const width = Math.min(on.width, most.width) - 2 * beside
  const drawing = makeVector('svg')
  drawing.setAttribute('viewBox', `0 0 ${width * scale} ${most.height * scale}`)
  drawing.setAttribute('class', styles.stands!)
  drawing.setAttribute('aria-hidden', 'true')
  drawing.style.inlineSize = `${width}px`
  for (const each of alone) {
    const { column } = each.stand
    const outline = makeVector('path')
    outline.setAttribute('d', standOutline(each, width))
    outline.setAttribute('class', styles.stand!)
    outline.dataset['colour'] = on.parties[column]!.colour
    const words = makeVector('title')
    words.textContent = standWords(each, on)
    outline.append(words)
    drawing.append(outline)
  }
  return drawing
}

/** The party's shape on its point, or in the middle of its range, below which there is a line from end to end. */
function standOutline({ stand: { column, low, high }, below }: Alone, width: number): string {
  const [from, to] = [low, high].map((at) => (at / 100) * width * scale) as [number, number]
  const isPoint = low === high
  const top = (below + (isPoint ? 1 : 0)) * scale
  const shape = outlineAt(column, (from + to) / 2 - squareSide / 2, top)
  return isPoint ? shape : `${shape}M${from} ${top + underShape}H${to}v2.8H${from}z`
}

/** How many stand there; who they are is told under the hand, and by the scale in the side pane. */
function drawnCrowd(crowd: StandCrowd, { parties, say }: On): HTMLElement {
  const names = crowd.stands.map(({ column }) => parties[column]!.shortName)
  const count = crowd.stands.length
  const spoken = say('scale.crowd', { count, low: Math.ceil(crowd.low), high: Math.floor(crowd.high) })
  const element = makeElement(
    'span',
    { className: styles.crowd, title: crowdWords(say, crowd, names) },
    makeElement('span', { isUnspoken: true }, String(count)),
    unseen(spoken),
  )
  return placed(element, (crowd.low + crowd.high) / 2)
}

/** In hundredths of the strip. */
function placed(element: HTMLElement, from: number): HTMLElement {
  element.style.insetInlineStart = `${from}%`
  return element
}
