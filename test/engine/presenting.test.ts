import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createSay } from '../../app/messages/say'
import { composeWorkshopSections } from '../../app/rules/briefing/workshop-record'
import type { PresenterState } from '../../app/contract/presenting-contract'
import type { IssueId } from '../../app/model/issue'
import type { WallBlock, WallContent, WallPage } from '../../app/rules/presenting/wall-content'
import type { Api } from '../../renderer/api'
import { buildSampleInto, openSampleApp } from '../builders/open-built-sample'
import { openTestApp, startTestApp, temporaryFolder } from '../builders/open-test-app'
import { readZip } from '../builders/read-zip'

let samplePath = ''
beforeAll(async () => {
  samplePath = await buildSampleInto()
})

const stateOf = async (api: Api): Promise<PresenterState> => (await api.call('presenting.state', {}))!
const pageOf = async (api: Api): Promise<WallPage> => {
  const content = await api.call('wall.read', {})
  if (content.is !== 'page') throw new Error(`The wall shows ${content.is}.`)
  return content
}
const blocksOn = ({ body }: WallPage): WallBlock[] =>
  body.is === 'columns'
    ? body.columns.flatMap(({ blocks }) => blocks)
    : body.is === 'cell'
      ? [...body.blocks]
      : []
const partiesOn = ({ body }: WallPage): string[] =>
  body.is === 'columns' ? body.columns.flatMap(({ party }) => party?.name ?? []) : []

/** Everything that the page on the wall is told, from now on. */
function listenAsTheWall(api: Api): WallContent[] {
  const told: WallContent[] = []
  api.listen('wall.shown', (content) => told.push(content))
  return told
}

/** Two issues of which everything that a room may not see is called so. */
async function openWithSecrets() {
  const app = await openTestApp()
  const { api } = app
  await api.call('dossier.change', { asOf: '2025-11-14' })
  const party = async (name: string) =>
    (await api.call('party.add', { name, shortName: name, colour: 'teal', note: 'secret-party-note' })).id
  const [north, south, hidden] = [
    await party('North'),
    await party('South'),
    await party('secret-hidden-party'),
  ]
  const outlet = await api.call('outlet.add', {
    name: 'The Daily',
    reliability: 'B',
    note: 'secret-outlet-note',
  })
  const source = await api.call('source.add', {
    title: 'A speech',
    outletId: outlet.id,
    issued: '2025-11-01',
    text: 'We want more fish. secret-rest-of-the-source',
    note: 'secret-source-note',
  })
  const tag = await api.call('tag.add', { name: 'secret-tag' })
  const issues: IssueId[] = []
  for (const title of ['Fish', 'Whales']) {
    const issue = await api.call('issue.add', {
      title,
      question: `How many ${title}?`,
      note: 'secret-issue-note',
      landingZone: 'secret-landing-zone',
      scaleLow: 'none',
      scaleHigh: 'all',
    })
    issues.push(issue.id)
    const position = await api.call('position.record', {
      issueId: issue.id,
      partyId: north,
      addresseeId: hidden,
      kind: 'demand',
      text: `${title} for the north`,
      atLow: 10,
      atHigh: 20,
      assessment: 'secret-assessment',
      needsResearch: true,
    })
    await api.call('answer.add', {
      positionId: position.id,
      partyId: hidden,
      outcome: 'rejected',
      note: 'secret-answer-note',
    })
    await api.call('condition.add', {
      positionId: position.id,
      relation: 'unless',
      text: 'ice',
      note: 'secret-condition-note',
    })
    await api.call('tagging.add', { tagId: tag.id, positionId: position.id })
    const statement = await api.call('statement.record', {
      sourceId: source.id,
      form: 'verbatim',
      text: 'We want more fish.',
      credibility: 2,
      note: 'secret-statement-note',
    })
    await api.call('evidence.add', { statementId: statement.id, positionId: position.id })
    const ofHidden = await api.call('position.record', {
      issueId: issue.id,
      partyId: hidden,
      addresseeId: south,
      kind: 'view',
      text: 'secret-position-of-the-hidden',
      atLow: 90,
      atHigh: 90,
    })
    const theirs = await api.call('statement.record', {
      sourceId: source.id,
      form: 'partial',
      text: 'secret-words-of-the-hidden',
      onBehalfOfId: hidden,
    })
    await api.call('evidence.add', { statementId: theirs.id, positionId: position.id, relation: 'qualifies' })
    await api.call('evidence.add', { statementId: theirs.id, positionId: ofHidden.id })
    await api.call('gap.add', {
      issueId: issue.id,
      partyId: south,
      asOf: '2025-11-01',
      note: 'secret-gap-note',
    })
    await api.call('point.add', { text: 'secret-point', issueId: issue.id })
  }
  const order = await api.call('runningOrder.save', {
    id: null,
    name: 'secret-order-name',
    parties: [north, south],
    since: '2025-01',
    parts: { orderItem: { added: issues.map((issueId) => ({ issueId, notes: 'secret-presenter-notes' })) } },
  })
  return { ...app, order, hidden, north, south, issues }
}

test('nothing private is in anything that the wall is ever told', async () => {
  const { api, order } = await openWithSecrets()
  const told = listenAsTheWall(api)
  await api.call('presenting.begin', {
    runningOrderId: order.id,
    workshop: { name: 'secret-workshop-name', place: 'secret-place' },
  })
  await api.call('parkedPoint.add', { text: 'secret-parked-point' })
  for (let state = await stateOf(api); state.next !== null; state = await stateOf(api)) {
    for (const _ of state.lightable) {
      await api.call('presenting.show', { light: 'next' })
      for (let more = 0; more < 4; more += 1) await api.call('presenting.show', { quotation: 'next' })
    }
    await api.call('presenting.move', { to: 'black' })
    await api.call('presenting.move', { to: 'black' })
    await api.call('presenting.move', { to: 'next' })
  }
  await api.call('presenting.end', {})
  told.push(await api.call('wall.read', {}))

  const heard = JSON.stringify(told)
  expect(heard).toContain('Fish for the north')
  expect(heard).toContain('We want more fish.')
  expect(heard.match(/secret-[a-z-]+/g)).toBeNull()
  expect(heard).not.toContain('B2')
  expect(heard.toLowerCase()).not.toContain('needs research')
  expect(told.length).toBeGreaterThan(40)
})

test('what is switched on is shown for this issue, and for no other', async () => {
  const { api, order, hidden } = await openWithSecrets()
  await api.call('presenting.begin', { runningOrderId: order.id })
  await api.call('presenting.move', { to: { issue: 0, step: 1 } })
  for (const what of ['grades', 'assessments', 'needs research', 'tags'] as const) {
    await api.call('presenting.show', { allow: { what, isOn: true } })
  }
  await api.call('presenting.show', { party: { id: hidden, isShown: true } })

  const remarks = blocksOn(await pageOf(api)).flatMap((block) => block.remarks)
  expect(remarks).toEqual([
    'Best grade: B2',
    'Needs research',
    'Tags: secret-tag',
    'Assessment: secret-assessment',
  ])
  await api.call('presenting.move', { to: { issue: 0, step: 3 } })
  expect(partiesOn(await pageOf(api))).toEqual(['North', 'South', 'secret-hidden-party'])

  await api.call('presenting.move', { to: { issue: 1, step: 2 } })
  expect(JSON.stringify(await pageOf(api))).not.toMatch(/secret-|B2/)
})

test('a speaker that is switched off is not named', async () => {
  const { api, order } = await openWithSecrets()
  await api.call('presenting.begin', { runningOrderId: order.id })
  await api.call('presenting.move', { to: { issue: 0, step: 1 } })
  await api.call('presenting.show', { light: 'next' })
  expect((await pageOf(api)).band.quotation?.who).toBe('The Daily, 1 November 2025')
  await api.call('presenting.show', { allow: { what: 'speakers', isOn: false } })
  expect((await pageOf(api)).band.quotation?.who).toBe('')
})

test('parties come one by one, and those to come are not even named', async () => {
  const { api } = await openSampleApp(samplePath)
  await api.call('presenting.begin', {})
  await api.call('presenting.move', { to: { issue: 4 } })
  expect(JSON.stringify(await pageOf(api))).not.toContain('Russia')
  await api.call('presenting.move', { to: 'next' })
  const first = await pageOf(api)
  expect(partiesOn(first)).toEqual(['Russia'])
  expect(JSON.stringify(first.body)).not.toContain('Hungary')
  await api.call('presenting.move', { to: 'next' })
  await api.call('presenting.move', { to: 'next' })
  const all = await pageOf(api)
  expect(partiesOn(all)).toEqual(['Russia', 'Ukraine', 'United States'])

  // Nothing moves when one more is shown.
  const widths = ({ body }: WallPage) =>
    body.is === 'columns' ? [body.size, body.height, ...body.columns.map(({ width }) => width)] : []
  expect(widths(all)).toEqual(widths(first))
  expect([all.band.height, all.head.height]).toEqual([first.band.height, first.head.height])
})

test('a light changes no size and no place, and the rest steps back', async () => {
  const { api } = await openSampleApp(samplePath)
  await api.call('presenting.begin', {})
  await api.call('presenting.move', { to: { issue: 4, step: 3 } })
  const plain = await pageOf(api)
  await api.call('presenting.show', { light: 'next' })
  await api.call('presenting.show', { light: 'next' })
  const lit = await pageOf(api)
  expect(blocksOn(lit).map(({ light }) => light)).toEqual(['back', 'spot', 'back', 'back', 'back', 'back'])
  expect(lit.band.quotation).toMatchObject({
    who: expect.stringMatching(/^A Russian diplomatic source/),
    colour: 'rose',
  })
  const bare = (page: WallPage) => blocksOn(page).map(({ light: _light, ...block }) => block)
  expect(bare(lit)).toEqual(bare(plain))
  expect(lit.body).toMatchObject({ size: (plain.body as { size: number }).size })

  const [, condition] = blocksOn(lit)
  await api.call('presenting.show', { light: { blockId: condition!.id, phrase: 'Anchorage' } })
  expect(blocksOn(await pageOf(api))[1]).toMatchObject({ light: 'spot', phrase: 'Anchorage' })
  await api.call('presenting.show', { light: { blockId: condition!.id, phrase: 'not there' } })
  expect(blocksOn(await pageOf(api))[1]).toMatchObject({ phrase: null })
})

test('the landing zone stays with the presenter until it is shown, and is then written live', async () => {
  const { api } = await openSampleApp(samplePath)
  await api.call('presenting.begin', { workshop: { name: 'Geneva', place: '' } })
  await api.call('presenting.move', { to: { issue: 4, step: 6 } })
  const { here } = await stateOf(api)
  const told = listenAsTheWall(api)
  await api.call('issue.change', { id: here!.issueId, landingZone: 'Ministers first' })
  expect(JSON.stringify(told)).not.toContain('Ministers first')

  await api.call('presenting.show', { isZoneShown: true })
  expect((await pageOf(api)).body).toMatchObject({ is: 'zone', text: 'Ministers first' })
  await api.call('issue.change', { id: here!.issueId, landingZone: 'Ministers first, in writing' })
  expect(told.at(-1)).toMatchObject({ body: { text: 'Ministers first, in writing' } })
  await api.call('history.undo', {})
  expect(told.at(-1)).toMatchObject({ body: { text: 'Ministers first' } })
})

test('what the room does stands under the workshop’s name, in the history and in its record', async () => {
  const { api } = await openSampleApp(samplePath)
  await api.call('presenting.begin', { workshop: { name: 'Geneva, first day', place: 'Geneva' } })
  const { issues, workshop } = await stateOf(api)
  const [territory, nato] = issues.map(({ issueId }) => issueId)
  await api.call('issue.change', { id: territory!, landingZone: 'A line that nobody recognises' })
  await api.call('issue.change', { id: territory!, commonGround: 'Both hold the line' })
  await api.call('issue.change', { id: nato!, status: 'agreed' })
  await api.call('issue.change', { id: nato!, landingZone: 'taken back' })
  await api.call('history.undo', {})
  await api.call('parkedPoint.add', { text: 'Who guards it?', issueId: territory!, workshopId: workshop!.id })
  await api.call('showOfHands.add', {
    workshopId: workshop!.id,
    question: 'Go on?',
    options: [{ wording: 'for', count: 12 }],
  })
  await api.call('presenting.end', {})
  await api.call('issue.change', { id: territory!, landingZone: 'At the desk, later' })

  const changes = await api.call('history.list', { recordId: territory! })
  expect(changes.slice(0, 3).map(({ by }) => by)).toEqual([
    'Ada',
    'Ada · Geneva, first day',
    'Ada · Geneva, first day',
  ])
  const record = await api.call('workshop.record', { id: workshop!.id })
  expect(record.workshop.ended).not.toBeNull()
  expect(record.changed.map(({ title, field, after }) => [title, field, after])).toEqual([
    ['Territory and recognition', 'commonGround', 'Both hold the line'],
    ['Territory and recognition', 'landingZone', 'A line that nobody recognises'],
    ['NATO membership', 'status', 'agreed'],
  ])
  expect(record.parked).toMatchObject([{ text: 'Who guards it?', issue: '1 Territory and recognition' }])
  expect(record.hands).toMatchObject([{ question: 'Go on?', options: [{ wording: 'for', count: 12 }] }])
  expect(record.others).toEqual([])
})

test('a workshop that was broken off goes on, under whatever name it has now', async () => {
  const { api, folder } = await openWithSecrets()
  const path = `${folder}/test.demarche`
  const { workshop, issues } = await api.call('presenting.begin', { workshop: { name: 'Geneva', place: '' } })
  await api.call('issue.change', { id: issues[0]!.issueId, status: 'converging' })
  await api.call('dossier.close', {})

  const next = startTestApp({ folder, now: () => new Date('2025-11-21T09:00:00Z') })
  await next.api.call('dossier.open', { path })
  await next.api.call('workshop.change', { id: workshop!.id, name: 'Geneva I' })
  await next.api.call('presenting.begin', { workshop: { id: workshop!.id } })
  await next.api.call('issue.change', { id: issues[1]!.issueId, status: 'agreed' })
  await next.api.call('presenting.end', {})
  const record = await next.api.call('workshop.record', { id: workshop!.id })
  expect(record.changed.map(({ after }) => after)).toEqual(['converging', 'agreed'])
})

test('an edit in the main window is on the wall, and the room stays where it is', async () => {
  const { api, north, issues } = await openWithSecrets()
  await api.call('presenting.begin', {})
  await api.call('presenting.move', { to: { issue: 1, step: 1 } })
  const told = listenAsTheWall(api)
  const [position] = await api.call('position.list', { issueId: issues[1]!, partyId: north })
  await api.call('position.change', { id: position!.id, text: 'Far fewer whales' })
  expect(blocksOn(told.at(-1) as WallPage)[0]).toMatchObject({ text: 'Far fewer whales' })

  await api.call('issue.add', { title: 'Ice' })
  await api.call('issue.reorder', { id: (await api.call('issue.list', {})).at(-1)!.id, beforeId: issues[0]! })
  expect(await stateOf(api)).toMatchObject({ here: { issue: 2, step: 1, title: 'Whales' } })
})

test('a party, an issue, the running order and the workshop may go while they are shown', async () => {
  const { api, order, south, issues } = await openWithSecrets()
  const state = await api.call('presenting.begin', {
    runningOrderId: order.id,
    workshop: { name: 'Geneva', place: '' },
  })
  await api.call('presenting.move', { to: { issue: 0, step: 2 } })
  await api.call('party.remove', { id: south })
  expect(await stateOf(api)).toMatchObject({ missingParties: 1, here: { issue: 0 } })
  expect((await pageOf(api)).head.title).toBe('Fish')

  await api.call('issue.remove', { id: issues[0]! })
  expect((await pageOf(api)).head.title).toBe('Whales')
  await api.call('workshop.remove', { id: state.workshop!.id })
  expect((await stateOf(api)).workshop).toBeNull()
  await api.call('runningOrder.remove', { id: order.id })
  expect((await pageOf(api)).head.title).toBe('Whales')
  await api.call('issue.remove', { id: issues[1]! })
  expect(await api.call('wall.read', {})).toMatchObject({ is: 'message' })
  await api.call('presenting.move', { to: 'next' })
  await api.call('presenting.show', { light: 'next', quotation: 'next' })
  await api.call('history.undo', {})
  expect((await pageOf(api)).head.title).toBe('Whales')
})

test('closing the dossier ends the presentation, and the wall says so', async () => {
  const { api } = await openWithSecrets()
  await api.call('presenting.begin', {})
  await api.call('dossier.close', {})
  expect(await api.call('presenting.state', {})).toBeNull()
  expect(await api.call('wall.read', {})).toMatchObject({ is: 'message' })
  await api.call('presenting.move', { to: 'next' })
  await expect(api.call('presenting.begin', {})).rejects.toMatchObject({ code: 'no-dossier-open' })
})

test('before and after: as it was, then as it is, with the way between them', async () => {
  const { api, north, issues } = await openWithSecrets()
  const [position] = await api.call('position.list', { issueId: issues[0]!, partyId: north })
  await api.call('position.change', { id: position!.id, from: '2025-06' })
  await api.call('position.record', {
    issueId: issues[0]!,
    partyId: north,
    kind: 'demand',
    text: 'Half of the fish',
    from: '2025-10',
    supersedesId: position!.id,
    atLow: 60,
    atHigh: 60,
  })
  const order = await api.call('runningOrder.save', {
    id: null,
    name: 'Since August',
    parties: [north],
    since: '2025-08-01',
    parts: { orderItem: { added: [{ issueId: issues[0]! }] } },
  })
  await api.call('presenting.begin', { runningOrderId: order.id })
  const { here } = await stateOf(api)
  expect(here!.steps.map(({ step }) => step)).toContain('movement')
  await api.call('presenting.move', { to: { issue: 0, step: 2 } })
  const before = await pageOf(api)
  expect(blocksOn(before)[0]).toMatchObject({ text: 'Fish for the north' })
  expect(before.scale!.stands).toMatchObject([{ low: 10, high: 20, earlier: null }])
  await api.call('presenting.move', { to: 'next' })
  const after = await pageOf(api)
  expect(blocksOn(after)[0]).toMatchObject({ text: 'Half of the fish' })
  expect(after.scale!.stands).toMatchObject([{ low: 60, high: 60, earlier: 15 }])
})

test('two or three parties beside each other, whatever the step', async () => {
  const { api } = await openSampleApp(samplePath)
  await api.call('presenting.begin', {})
  await api.call('presenting.move', { to: { issue: 0, step: 4 } })
  const [russia, , unitedStates] = (await stateOf(api)).parties
  await api.call('presenting.show', { sideBySide: [russia!.id, unitedStates!.id] })
  expect(partiesOn(await pageOf(api))).toEqual(['Russia', 'United States'])
  await api.call('presenting.move', { to: 'escape' })
  expect((await pageOf(api)).body.is).toBe('lines')
})

test('a dossier that may only be read is shown without a record', async () => {
  const { api, session } = startTestApp({ samplePath })
  session.openPath(samplePath, { toRead: true })
  await expect(api.call('presenting.begin', { workshop: { name: 'x', place: '' } })).rejects.toMatchObject({
    code: 'read-only',
  })
  const state = await api.call('presenting.begin', {})
  expect(state.workshop).toBeNull()
  await api.call('presenting.move', { to: 'last' })
  expect((await pageOf(api)).step).toBe('landing zone')
  await api.call('presenting.end', {})
})

test('hand-outs hold nothing that the wall may not show, nor the landing zone', async () => {
  const { api, order } = await openWithSecrets()
  const handOuts = await api.call('presenting.handOuts', { runningOrderId: order.id })
  expect(handOuts.issues.map(({ title }) => title)).toEqual(['Fish', 'Whales'])
  const { name: _name, ...printed } = handOuts
  expect(JSON.stringify(printed)).toContain('We want more fish.')
  expect(JSON.stringify(printed).match(/secret-[a-z-]+/g)).toBeNull()
})

test('the record of a workshop is parts of a briefing', async () => {
  const { api } = await openSampleApp(samplePath)
  const { workshop, issues } = await api.call('presenting.begin', { workshop: { name: 'Geneva', place: '' } })
  const say = createSay('en')
  const sections = async () =>
    composeWorkshopSections(await api.call('workshop.record', { id: workshop!.id }), { say, language: null })
  expect((await sections()).map(({ heading }) => heading)).toEqual(['Workshop record'])

  await api.call('issue.change', { id: issues[0]!.issueId, landingZone: 'A watched line', status: 'agreed' })
  await api.call('parkedPoint.add', { text: 'Who watches?', workshopId: workshop!.id })
  const all = await sections()
  expect(all.map(({ heading }) => heading)).toEqual(['Agreed', 'Changed', 'Parked'])
  expect(JSON.stringify(all)).toContain('A watched line')
  expect(JSON.stringify(all)).toContain('deadlocked')
})

test('a wall that fails takes back nothing of what was recorded, and does not go unnoticed', async () => {
  const { api, session, errors } = await openTestApp()
  await api.call('issue.add', { title: 'Fish' })
  await api.call('presenting.begin', { runningOrderId: null, locale: 'en' })
  const stopListening = api.listen('wall.shown', () => {
    throw new Error('The wall is gone')
  })
  await expect(api.call('issue.add', { title: 'Whales' })).resolves.toMatchObject({ title: 'Whales' })
  expect(errors).toMatchObject([['presenting.refresh', { message: 'The wall is gone' }]])
  expect(session.currentHistory().state()).toMatchObject({ canUndo: 'issue.add' })

  stopListening()
  await api.call('presenting.move', { to: 'next issue' })
  expect((await stateOf(api)).issues.map(({ title }) => title)).toEqual(['Fish', 'Whales'])
})

test('a running order becomes slides: what the wall shows on them, her notes and the quotations in their notes', async () => {
  const { api, order } = await openWithSecrets()
  const path = join(temporaryFolder(), 'fish.pptx')
  const saved = await api.call('presenting.saveSlides', { runningOrderId: order.id, path })
  expect(saved).toEqual({ savedTo: path, slides: 2 })

  const parts = readZip(readFileSync(path))
  const notes = parts.get('ppt/notesSlides/notesSlide1.xml')!
  expect(notes).toContain('secret-presenter-notes')
  expect(notes).toContain('We want more fish.')
  const slide = parts.get('ppt/slides/slide1.xml')!
  expect(slide).toContain('How many Fish?')
  expect(slide).toContain('Fish for the north')
  for (const [name, xml] of parts) {
    if (!name.startsWith('ppt/notesSlides/')) expect(`${name} ${xml}`).not.toContain('secret')
    expect(xml.replaceAll('secret-presenter-notes', '')).not.toContain('secret')
  }
})
