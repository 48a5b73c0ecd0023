import { partyColour, type PartyColour } from '../../../app/model/party'

/** The looks of a cell, by their place in the style sheet. */
export const looks = ['plain', 'head', 'issue', 'cell', 'gap', 'quiet', 'zone', 'number', 'strong'] as const
export type Look = (typeof looks)[number] | `head ${PartyColour}`

const allLooks: readonly Look[] = [...looks, ...partyColour.options.map((colour): Look => `head ${colour}`)]
// The first format is that of cells that are not there, on all sides of the table.
const places = new Map(allLooks.map((look, place) => [look, place + 1]))
export const styleOf = (look: Look): number => places.get(look)!

/** As on screen in the light theme. */
const partyColours: Readonly<Record<PartyColour, string>> = {
  rose: '96304A',
  blue: '2B6AA6',
  green: '4B7A35',
  violet: '50307A',
  ochre: '8D6508',
  teal: '146A6B',
  brown: '663F2A',
  slate: '2F3742',
}

const fontName = 'Arial'
/** Points. */
export const fontSize = 10

const fonts = ['', '<b/>', '<color rgb="FF5A5A55"/>', '<i/>']
const font = (inside: string) =>
  `<font>${inside.includes('color') ? '' : inside}<sz val="${fontSize}"/>${inside.includes('color') ? inside : '<color rgb="FF1B1B1A"/>'}<name val="${fontName}"/><family val="2"/></font>`

const fills = [
  '<patternFill patternType="none"/>',
  '<patternFill patternType="gray125"/>',
  '<patternFill patternType="solid"><fgColor rgb="FFF1EFE9"/></patternFill>',
  '<patternFill patternType="lightUp"><fgColor rgb="FFB9B4A6"/><bgColor rgb="FFFFFFFF"/></patternFill>',
]

const hair = '<color rgb="FFC9C5BA"/>'
const sides = `<left style="thin">${hair}</left><right style="thin">${hair}</right>`
const bottom = `<bottom style="thin">${hair}</bottom><diagonal/>`
const borders = [
  '<left/><right/><top/><bottom/><diagonal/>',
  `${sides}<top style="thin">${hair}</top>${bottom}`,
  ...partyColour.options.map(
    (colour) => `${sides}<top style="thick"><color rgb="FF${partyColours[colour]}"/></top>${bottom}`,
  ),
]

const format = (font: number, fill: number, border: number, alignment = 'wrapText="1"') =>
  `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" ${alignment}/></xf>`

const formats: Readonly<Record<(typeof looks)[number], string>> = {
  plain: format(0, 0, 1),
  head: format(1, 2, 1),
  issue: format(0, 2, 1),
  cell: format(0, 0, 1),
  gap: format(2, 3, 1),
  quiet: format(2, 0, 1),
  zone: format(3, 0, 1),
  number: format(0, 0, 1, 'horizontal="left" wrapText="1"'),
  strong: format(1, 0, 1),
}

export function styleSheet(): string {
  const xfs = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    ...looks.map((look) => formats[look]),
    ...partyColour.options.map((_colour, at) => format(1, 2, at + 2)),
  ]
  const list = (name: string, items: readonly string[]) =>
    `<${name} count="${items.length}">${items.join('')}</${name}>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    list('fonts', fonts.map(font)) +
    list(
      'fills',
      fills.map((fill) => `<fill>${fill}</fill>`),
    ) +
    list(
      'borders',
      borders.map((border) => `<border>${border}</border>`),
    ) +
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
    list('cellXfs', xfs) +
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
    '</styleSheet>'
  )
}

/** Of a stretch inside a cell; without any it looks as its cell does. */
export const runProperties = {
  plain: '',
  strong: `<rPr><b/><sz val="${fontSize}"/><rFont val="${fontName}"/></rPr>`,
  quiet: `<rPr><sz val="${fontSize}"/><color rgb="FF5A5A55"/><rFont val="${fontName}"/></rPr>`,
  assessed: `<rPr><i/><sz val="${fontSize}"/><rFont val="${fontName}"/></rPr>`,
} as const
