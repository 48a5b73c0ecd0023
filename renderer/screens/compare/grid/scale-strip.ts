import type { Say } from '../../../../app/messages/say'
import type { Party } from '../../../../app/model/party'
import type { ComparedIssue } from '../../../../app/rules/comparison'
import { fanOut, gatherStands, zoneOf, type ScaleStand, type StandCrowd } from '../../../../app/rules/scale'
import { partyShape } from '../../../elements/party-shape'
import { crowdWords, rangeWords } from '../scale/scale-words'
import { makeDrawing, makeElement } from './make-element'
import styles from './scale-strip.module.css'

/** In hundredths of the strip: nearer to each other, two shapes would lie over each other. */
const roomForShape = 6
/** CSS pixels above or below the line: the strip keeps its height, and those on one spot stand close. */
const spread = [0, -6, 6, -3, 3] as const
/** Of a strip with more than that on one spot: each has room for three figures. */
const stretches = 8

type On = { issue: ComparedIssue; parties: readonly Party[]; say: Say }

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
  return makeElement(
    'span',
    { className: styles.scale },
    unseen(say('compare.scaleName', { low, high })),
    makeElement('span', { className: styles.strip }, ...marksOn(on), ...zoneOn(on), ...standsOn(stands, on)),
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

function standsOn(stands: readonly ScaleStand[], on: On): HTMLElement[] {
  const lines = fanOut(stands, roomForShape)
  const isCrowded = lines.some((line) => line >= spread.length)
  if (!isCrowded) return stands.map((stand, at) => drawnStand(stand, spread[lines[at]!]!, on))
  return gatherStands(stands, stretches).map((crowd) =>
    crowd.stands.length === 1 ? drawnStand(crowd.stands[0]!, 0, on) : drawnCrowd(crowd, on),
  )
}

function drawnStand(
  { column, low, high }: ScaleStand,
  above: number,
  { issue, parties, say }: On,
): HTMLElement {
  const party = parties[column]!
  const words = say('compare.scaleStand', {
    party: party.shortName,
    at: rangeWords(say, issue, { low, high }),
  })
  const { viewBox, className, outline: shape } = partyShape(column)
  const { drawing, outline } = makeDrawing(viewBox, className)
  outline.setAttribute('d', shape)
  const isPoint = low === high
  const element = makeElement(
    'span',
    { className: isPoint ? styles.stand : styles.range, title: words },
    drawing,
    unseen(words),
  )
  element.dataset.colour = party.colour
  if (!isPoint) element.style.inlineSize = `${high - low}%`
  element.style.translate = `0 ${above}px`
  return placed(element, low)
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
