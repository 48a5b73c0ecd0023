import { briefingLayout } from '../../app/model/briefing'
import { wholeScope } from '../../app/model/export-scope'
import type { IssueId } from '../../app/model/issue'
import type { PartyId } from '../../app/model/party'
import type { PositionId } from '../../app/model/position'
import type { StatementId } from '../../app/model/statement'
import { briefingParts, type BriefingPart } from '../../app/rules/briefing/parts'
import { openTestApp } from './open-test-app'

type App = Awaited<ReturnType<typeof openTestApp>>
export type Planted = Awaited<ReturnType<typeof openPlanted>>

/** Every part, with changes since a day on which only the earlier ones stood. */
export const wholeWish: { edition: 'sourced'; parts: BriefingPart[]; since: string } = {
  edition: 'sourced',
  parts: [...briefingParts],
  since: '2025-06-01',
}
/**
 * A dossier with a word of its own in every text that can be left out. Each word begins with why it would be: it rests
 * on a confidential source, belongs to a hidden party, or is the analyst's.
 */
export async function openPlanted() {
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
  await api.call('issue.change', { id: fish.id, landingZone: 'ZONEthird', status: 'converging' })
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
  const earlier = await api.call('position.record', {
    issueId: fish.id,
    partyId: norway.id,
    kind: 'demand',
    text: 'OPENearlier',
    from: '2025-01',
    evidence: supports(said.id),
  })
  const kept = await api.call('position.record', {
    issueId: fish.id,
    partyId: norway.id,
    kind: 'demand',
    addresseeId: peru.id,
    text: 'OPENposition',
    from: '2025-10',
    supersedesId: earlier.id,
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
    from: '2025-09',
    assessment: 'ASSESSMENTtheirs',
    evidence: supports(secretSaid.id),
    conditions: [{ relation: 'unless', text: 'RESTINGcondition' }],
  })
  const hiddenPosition = await api.call('position.record', {
    issueId: fish.id,
    partyId: peru.id,
    kind: 'refusal',
    text: 'HIDDENposition',
    from: '2025-09',
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
  const kenya = await api.call('party.add', { name: 'OPENkenya', shortName: 'KE', colour: 'ochre' })
  await api.call('gap.add', {
    issueId: fish.id,
    partyId: kenya.id,
    asOf: '2025-11-14',
    searchedWhere: 'Secretsource, page 3',
  })
  await api.call('gap.add', {
    issueId: ice.id,
    partyId: kenya.id,
    asOf: '2025-11-14',
    searchedWhere: 'OPENarchive',
  })
  await restOnSecret(app, { kept: kept.id, norway: norway.id, secretSaid: secretSaid.id })
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
    edition: wholeWish.edition,
    parts: wholeWish.parts,
    layout: briefingLayout.parse({}),
  })
  const order = await api.call('runningOrder.add', { name: 'NOTEorder', parties: [norway.id, peru.id] })
  await api.call('orderItem.add', { runningOrderId: order.id, issueId: fish.id, notes: 'NOTEpresenter' })
  await present(app, fish.id)
  // It holds all that was planted, in its own words.
  await api.call('briefing.freeze', {
    briefingId: briefing.id,
    ...wholeWish,
    selection: { scope: wholeScope },
  })
  const ids = { peru: peru.id, tag: tag.id, resting: resting.id }
  /** What is gone with the confidential tag, and with the hidden party: not even its ids may leave. */
  const goneIds: Record<'tag' | 'peru', string[]> = {
    tag: [tag.id, secret.id, secretSaid.id, secretOutlet.id, informant.id],
    peru: [peru.id, hiddenPosition.id, hiddenSaid.id, envoy.id],
  }
  return { ...app, ids, goneIds }
}

/** Beside a position that stays: a condition and an answer behind which only the confidential source stands. */
async function restOnSecret(
  { api }: App,
  { kept, norway, secretSaid }: { kept: PositionId; norway: PartyId; secretSaid: StatementId },
) {
  const condition = await api.call('condition.add', {
    positionId: kept,
    relation: 'after',
    text: 'RESTINGclause',
    byPartyId: norway,
  })
  await api.call('evidence.add', { statementId: secretSaid, conditionId: condition.id })
  await api.call('condition.change', { id: condition.id, state: 'met' })
  const answer = await api.call('answer.add', { positionId: kept, partyId: norway, outcome: 'partly' })
  await api.call('evidence.add', { statementId: secretSaid, answerId: answer.id })
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
