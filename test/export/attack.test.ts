import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportFormat, type ExportFormat } from '../../app/contract/export-contract'
import { briefingLayout } from '../../app/model/briefing'
import { briefingParts, type BriefingPart } from '../../app/rules/briefing/parts'
import type { IssueId } from '../../app/model/issue'
import type { PositionId } from '../../app/model/position'
import { exportScope, wholeScope, type ExportScope } from '../../app/model/export-scope'
import { openTestApp } from '../builders/open-test-app'
import { readZip } from '../builders/read-zip'

type App = Awaited<ReturnType<typeof openTestApp>>
const wish: { edition: 'sourced'; parts: BriefingPart[] } = {
  edition: 'sourced',
  parts: [...briefingParts],
}
const formats = exportFormat.options.filter((format) => format !== 'pdf')

/**
 * A dossier with a word of its own in every text that can be left out. Each word begins with why it would be: it rests
 * on a confidential source, belongs to a hidden party, or is the analyst's.
 */
async function openPlanted() {
  const app = await openTestApp()
  const { api } = app
  await api.call('dossier.change', { author: 'AUTHORname', title: 'OPENtitle', marking: 'internal' })
  const norway = await api.call('party.add', {
    name: 'OPENnorway',
    shortName: 'NO',
    colour: 'rose',
    note: 'NOTEparty',
  })
  const peru = await api.call('party.add', {
    name: 'HIDDENperu',
    shortName: 'HIDDENpe',
    colour: 'teal',
    note: 'HIDDENnote',
  })
  const fish = await api.call('issue.add', { title: 'OPENfish', note: 'NOTEissue', landingZone: 'ZONEhalf' })
  const ice = await api.call('issue.add', { title: 'OPENice', parentId: fish.id })
  const tag = await api.call('tag.add', { name: 'SECRETtag' })

  const openOutlet = await api.call('outlet.add', { name: 'OPENdaily', reliability: 'B', note: 'NOTEoutlet' })
  const secretOutlet = await api.call('outlet.add', { name: 'SECREToutlet', note: 'SECRETwhy' })
  const origin = await api.call('origin.add', { title: 'SECREToriginal' })
  const text = 'Before it. OPENquote stands here. HIDDENquote stands there. After it.'
  const open = await api.call('source.add', {
    title: 'OPENsource',
    outletId: openOutlet.id,
    text,
    note: 'NOTEsource',
  })
  const secret = await api.call('source.add', {
    title: 'SECRETsource',
    author: [{ family: 'SECRETfamily', given: 'SECRETgiven' }],
    URL: 'https://example.org/SECRETurl',
    outletId: secretOutlet.id,
    originId: origin.id,
    text: 'SECRETtext with SECRETquote in it.',
    note: 'SECRETnote',
  })
  await api.call('tagging.add', { tagId: tag.id, sourceId: secret.id })

  const minister = await api.call('speaker.add', { name: 'OPENminister', note: 'NOTEspeaker' })
  const informant = await api.call('speaker.add', { name: 'SECRETinformant', note: 'SECRETwho' })
  await api.call('affiliation.add', { speakerId: informant.id, partyId: norway.id, office: 'SECREToffice' })
  const envoy = await api.call('speaker.add', { name: 'HIDDENenvoy' })
  await api.call('affiliation.add', { speakerId: envoy.id, partyId: peru.id, office: 'HIDDENoffice' })

  const span = (exact: string, start: number) => ({ exact, start, prefix: '', suffix: '', page: null })
  const said = await api.call('statement.record', {
    sourceId: open.id,
    speakerId: minister.id,
    onBehalfOfId: norway.id,
    form: 'verbatim',
    text: 'OPENquote',
    credibility: 2,
    note: 'NOTEstatement',
    spans: [{ ...span('OPENquote', 11), suffix: ' stands here. HIDDENquote' }],
  })
  const hiddenSaid = await api.call('statement.record', {
    sourceId: open.id,
    speakerId: envoy.id,
    onBehalfOfId: peru.id,
    form: 'verbatim',
    text: 'HIDDENquote',
    spans: [span('HIDDENquote', 34)],
  })
  const secretSaid = await api.call('statement.record', {
    sourceId: secret.id,
    speakerId: informant.id,
    onBehalfOfId: norway.id,
    form: 'verbatim',
    text: 'SECRETquote',
    translation: 'SECRETtranslation',
    saidOnWords: 'SECRETwhen',
    place: 'SECRETplace',
    note: 'SECRETremark',
    spans: [span('SECRETquote', 16)],
  })
  const supports = (statementId: string) => [
    { statementId: statementId as never, relation: 'supports' as const },
  ]
  const kept = await api.call('position.record', {
    issueId: fish.id,
    partyId: norway.id,
    kind: 'demand',
    addresseeId: peru.id,
    text: 'OPENposition',
    assessment: 'ASSESSMENTours',
    whyMoved: 'ASSESSMENTmoved',
    evidence: [...supports(said.id), ...supports(secretSaid.id)],
    conditions: [{ relation: 'only if', text: 'OPENcondition', byPartyId: peru.id, note: 'NOTEcondition' }],
  })
  const resting = await api.call('position.record', {
    issueId: ice.id,
    partyId: norway.id,
    kind: 'offer',
    text: 'RESTINGposition',
    assessment: 'ASSESSMENTtheirs',
    evidence: supports(secretSaid.id),
    conditions: [{ relation: 'unless', text: 'RESTINGcondition' }],
  })
  const hiddenPosition = await api.call('position.record', {
    issueId: fish.id,
    partyId: peru.id,
    kind: 'refusal',
    text: 'HIDDENposition',
    evidence: supports(hiddenSaid.id),
  })
  await api.call('answer.add', {
    positionId: kept.id,
    partyId: peru.id,
    outcome: 'rejected',
    byPositionId: hiddenPosition.id,
    note: 'HIDDENanswer',
  })
  await api.call('gap.add', {
    issueId: ice.id,
    partyId: peru.id,
    asOf: '2025-11-14',
    searchedWhere: 'HIDDENsearch',
  })
  const summit = await api.call('event.add', {
    title: 'RESTINGsummit',
    kind: 'summit',
    outcome: 'RESTINGoutcome',
  })
  await api.call('evidence.add', { statementId: secretSaid.id, eventId: summit.id })
  const talks = await api.call('event.add', { title: 'OPENtalks', kind: 'round', note: 'NOTEevent' })
  await api.call('participation.add', { eventId: talks.id, partyId: norway.id })
  await api.call('participation.add', { eventId: talks.id, partyId: peru.id, speakerId: envoy.id })
  await api.call('point.add', { text: 'POINTours', kind: 'to confirm' })
  await api.call('point.add', { text: 'SECRETpoint', kind: 'to confirm', sourceId: secret.id })
  await api.call('point.add', { text: 'HIDDENpoint', kind: 'to confirm', partyId: peru.id })
  await api.call('savedView.add', { name: 'NOTEview', parties: [norway.id, peru.id] })
  await api.call('finding.add', finding('NOTEfinding ASSESSMENTfinding', [kept.id]))
  await api.call('finding.add', finding('HIDDENfinding', [kept.id, hiddenPosition.id]))
  await api.call('finding.add', finding('RESTINGfinding', [resting.id]))
  const briefing = await api.call('briefing.add', {
    name: 'NOTEbriefing',
    ...wish,
    layout: briefingLayout.parse({}),
  })
  const order = await api.call('runningOrder.add', { name: 'NOTEorder', parties: [norway.id, peru.id] })
  await api.call('orderItem.add', { runningOrderId: order.id, issueId: fish.id, notes: 'NOTEpresenter' })
  await present(app, fish.id)
  // It holds all that was planted, in its own words.
  await api.call('briefing.freeze', {
    briefingId: briefing.id,
    ...wish,
    selection: { scope: wholeScope },
  })
  return { ...app, ids: { peru: peru.id, tag: tag.id, resting: resting.id } }
}

const finding = (text: string, positions: PositionId[]) => ({ title: text, text, issues: [], positions })

/** A workshop in which a landing zone was written, a point parked and hands counted. */
async function present({ api }: App, issueId: IssueId) {
  const { id: workshopId } = await api.call('workshop.add', {
    name: 'NOTEworkshop',
    place: 'NOTEplace',
    started: '2025-11-01T09:00:00.000Z',
    ended: null,
  })
  await api.call('parkedPoint.add', { text: 'NOTEparked', issueId, workshopId })
  await api.call('parkedPoint.add', { text: 'NOTEloose', issueId: null, workshopId: null })
  await api.call('showOfHands.add', {
    workshopId,
    issueId,
    question: 'NOTEquestion',
    options: [{ wording: 'NOTEoption', count: 3 }],
  })
}

/** Everything that can be read in what leaves: of an archive every part, and the page that is printed as PDF. */
async function bytesOf(
  { api, folder }: App,
  format: ExportFormat | 'page',
  scope: ExportScope,
): Promise<string> {
  if (format === 'page')
    return JSON.stringify(await api.call('briefing.compose', { ...wish, selection: { scope } }))
  const path = join(folder, `out.${format}`)
  await api.call('dossier.export', { format, path, ...wish, selection: { scope } })
  const bytes = readFileSync(path)
  return ['xlsx', 'docx', 'pptx'].includes(format)
    ? [...readZip(bytes)].flat().join('\n')
    : bytes.toString('utf8')
}

type Planted = Awaited<ReturnType<typeof openPlanted>>
const wishes: Record<string, { scope: (ids: Planted['ids']) => Partial<ExportScope>; gone: RegExp }> = {
  'assessments stay': { scope: () => ({ assessments: false }), gone: /ASSESSMENT\w+/g },
  'notes stay': { scope: () => ({ notes: false }), gone: /NOTE[a-z]\w*/g },
  'points stay': { scope: () => ({ points: false }), gone: /POINT\w+|SECRETpoint|HIDDENpoint/g },
  'landing zones stay': { scope: () => ({ landingZones: false }), gone: /ZONE\w+/g },
  'the author stays': { scope: () => ({ author: false }), gone: /AUTHOR\w+|\bAda\b/g },
  'confidential sources stay, and what rests on them': {
    scope: ({ tag }) => ({ confidentialTags: [tag] }),
    gone: /SECRET\w+|RESTING\w+/g,
  },
  'confidential sources stay, what rests on them leaves': {
    scope: ({ tag }) => ({ confidentialTags: [tag], restingOnLeftOut: 'mark' }),
    gone: /SECRET\w+/g,
  },
  'a party is hidden': { scope: ({ peru }) => ({ hiddenParties: [peru] }), gone: /HIDDEN\w+/g },
  'all of it at once': {
    scope: ({ peru, tag }) => ({
      assessments: false,
      notes: false,
      grades: false,
      points: false,
      landingZones: false,
      author: false,
      hiddenParties: [peru],
      confidentialTags: [tag],
    }),
    gone: /(?:ASSESSMENT|NOTE(?=[a-z])|POINT|ZONE|AUTHOR|SECRET|RESTING|HIDDEN)\w+|\bAda\b/g,
  },
}

test.each(Object.entries(wishes))('no form tells what is left out: %s', async (_name, { scope, gone }) => {
  const app = await openPlanted()
  const narrowed = { ...wholeScope, ...scope(app.ids) }
  for (const format of [...formats, 'page'] as const) {
    const text = await bytesOf(app, format, narrowed)
    expect({ format, found: text.match(gone) }).toEqual({ format, found: null })
    expect(text).toMatch(/OPEN\w+/)
  }
})

test('with everything leaving, each planted word is in the JSON, so that the others can fail', async () => {
  const app = await openPlanted()
  const text = await bytesOf(app, 'json', wholeScope)
  for (const why of [
    'ASSESSMENT',
    'NOTE',
    'POINT',
    'ZONE',
    'AUTHOR',
    'SECRET',
    'RESTING',
    'HIDDEN',
    'OPEN',
  ]) {
    expect(text).toContain(why)
  }
  const inSheet = await bytesOf(app, 'xlsx', wholeScope)
  for (const why of ['ASSESSMENT', 'NOTE', 'ZONE', 'AUTHOR', 'SECRET', 'RESTING', 'HIDDEN'])
    expect(inSheet).toContain(why)
})

test('no name of a user leaves unless it is wished', async () => {
  const app = await openPlanted()
  for (const format of formats) {
    if (format === 'json') continue
    expect(await bytesOf(app, format, exportScope.parse({}))).not.toMatch(/AUTHORname|\bAda\b/)
  }
})

test('what rests on nothing that leaves says so, and a cell without it is not called silent', async () => {
  const app = await openPlanted()
  const marked = { ...wholeScope, confidentialTags: [app.ids.tag], restingOnLeftOut: 'mark' as const }
  expect(await bytesOf(app, 'xlsx', marked)).toMatch(/its source is not in this copy/)
  expect(await bytesOf(app, 'page', marked)).toMatch(/its source is not in this copy/)
  const without = { ...marked, restingOnLeftOut: 'leave out' as const }
  for (const format of ['xlsx', 'html', 'markdown', 'page'] as const) {
    expect({ format, text: await bytesOf(app, format, without) }).toMatchObject({
      text: expect.stringContaining('not in this copy'),
    })
  }
})

test('the author is told what was left out, by name, in the window and in a file beside if it is wished', async () => {
  const app = await openPlanted()
  const [path, list] = [join(app.folder, 'out.xlsx'), join(app.folder, 'list.txt')]
  const scope = {
    confidentialTags: [app.ids.tag],
    hiddenParties: [app.ids.peru],
    notes: false,
    assessments: false,
  }
  const exported = await app.api.call('dossier.export', {
    format: 'xlsx',
    path,
    leftOutPath: list,
    selection: { scope },
  })
  const named = exported!.leftOut.records.flatMap(({ words }) => words)
  expect(named).toEqual(
    expect.arrayContaining([
      'SECRETsource',
      'HIDDENperu',
      'SECRETinformant',
      'RESTINGposition',
      'RESTINGsummit',
      'SECRETtag',
    ]),
  )
  expect(exported!.leftOut.fields).toEqual(
    expect.arrayContaining([expect.objectContaining({ field: 'assessments', count: 1 })]),
  )
  const written = readFileSync(list, 'utf8')
  for (const word of named) expect(written).toContain(word)
  expect(exported!.leftOutSavedTo).toBe(list)
})

test('a narrowed JSON reads back as a whole dossier of its own', async () => {
  const app = await openPlanted()
  const path = join(app.folder, 'narrow.json')
  const scope = { ...wholeScope, confidentialTags: [app.ids.tag], hiddenParties: [app.ids.peru] }
  await app.api.call('dossier.export', { format: 'json', path, selection: { scope } })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ isWhole: false, changes: [] })
  await app.api.call('dossier.createFromJson', { from: path, path: join(app.folder, 'narrow.demarche') })
  const { faults } = await app.api.call('dossier.check', {})
  expect(faults).toEqual([])
})

test('what was issued, found and noted while presenting is named among what stays', async () => {
  const app = await openPlanted()
  const path = join(app.folder, 'out.json')
  const leftOutOf = async (scope: Partial<ExportScope>) => {
    const wished = { format: 'json', path, selection: { scope: { ...wholeScope, ...scope } } } as const
    const { leftOut } = (await app.api.call('dossier.export', wished))!
    return Object.fromEntries(leftOut.records.map(({ kind, count }) => [kind, count]))
  }
  expect(await leftOutOf({})).toEqual({})
  expect(await leftOutOf({ grades: false })).toEqual({ frozenBriefing: 1 })
  expect(await leftOutOf({ assessments: false })).toEqual({ finding: 3, frozenBriefing: 1 })
  expect(await leftOutOf({ notes: false })).toEqual({
    savedView: 1,
    finding: 3,
    briefing: 1,
    frozenBriefing: 1,
    runningOrder: 1,
    orderItem: 1,
    workshop: 1,
    parkedPoint: 2,
    showOfHands: 1,
  })
  expect(await leftOutOf({ hiddenParties: [app.ids.peru] })).toMatchObject({ finding: 1, frozenBriefing: 1 })
})

test('an issued briefing is printed whole or not at all', async () => {
  const app = await openPlanted()
  const [issued] = await app.api.call('briefing.listFrozen', {})
  const exportIt = (scope: Partial<ExportScope>) =>
    app.api.call('dossier.export', {
      format: 'docx',
      path: join(app.folder, 'issued.docx'),
      frozenId: issued!.id,
      selection: { scope },
    })
  await expect(exportIt({ notes: false })).rejects.toMatchObject({ code: 'issued-is-whole' })
  expect(await exportIt({})).toMatchObject({ pages: null })
  const words = [...readZip(readFileSync(join(app.folder, 'issued.docx')))].flat().join('')
  expect(words).toContain('OPENposition')
  expect(words).not.toMatch(/AUTHORname|\bAda\b/)
})

test('the briefing tells what a workshop brought about, without how much stays here', async () => {
  const app = await openPlanted()
  const text = await bytesOf(app, 'page', exportScope.parse({}))
  for (const word of ['NOTEworkshop', 'NOTEparked', 'NOTEquestion', 'NOTEoption', 'NOTEfinding'])
    expect(text).toContain(word)
})

test.each(['html', 'markdown', 'docx'] as const)(
  'as %s every part of a briefing is there',
  async (format) => {
    const text = await bytesOf(await openPlanted(), format, exportScope.parse({}))
    const ofParts = [
      'NOTEfinding',
      'OPENposition',
      'OPENcondition',
      'NOTEworkshop',
      'NOTEparked',
      'ASSESSMENTours',
    ]
    for (const word of ofParts) expect(text).toContain(word)
    expect(text).toContain('OPENsource')
  },
)
