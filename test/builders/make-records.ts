import { briefingLayout } from '../../app/model/briefing'
import { comparisonFilters, comparisonLayout } from '../../app/model/comparison-view'
import type { Input, OperationName } from '../../app/contract'
import type { RecordKind, RecordOf } from '../../app/model/records'
import type { Api } from '../../renderer/api'

type AddName<Kind extends RecordKind> = Kind extends 'position' | 'statement'
  ? `${Kind}.record`
  : Kind extends 'frozenBriefing'
    ? 'briefing.freeze'
    : `${Kind}.add`
type GivenTo<Kind extends RecordKind> =
  AddName<Kind> extends infer Name ? (Name extends OperationName ? Partial<Input<Name>> : never) : never

export function addNameOf(kind: RecordKind): OperationName {
  if (kind === 'position' || kind === 'statement') return `${kind}.record`
  return kind === 'frozenBriefing' ? 'briefing.freeze' : `${kind}.add`
}

let last = 0
const unique = (words: string) => `${words} ${++last}`
const uuid = (digit: number) => `0193a5f0-0000-7000-8000-00000000000${digit}`

/**
 * What a record of each kind is with nothing left to its default, linked to records that are made for it.
 * Two calls never give the same names.
 */
const wholeInputs: { [Kind in RecordKind]: (api: Api) => Promise<Record<string, unknown>> } = {
  party: async () => ({
    name: unique('Norway'),
    shortName: 'NO',
    role: 'guarantor',
    colour: 'teal',
    note: 'a note',
  }),
  membership: async (api) => ({
    coalitionId: await idOf(api, 'party'),
    memberId: await idOf(api, 'party'),
    from: '2020',
    until: '2026',
  }),
  speaker: async () => ({
    name: unique('Ada Berg'),
    description: 'minister',
    isAnonymous: false,
    note: 'a note',
  }),
  affiliation: async (api) => ({
    speakerId: await idOf(api, 'speaker'),
    partyId: await idOf(api, 'party'),
    office: 'minister',
    from: '2020',
    until: '2026-03',
  }),
  issue: async (api) => ({
    parentId: await idOf(api, 'issue', { title: 'Sea' }),
    number: '4(2)',
    title: 'Fish',
    question: 'How much?',
    note: 'a note',
    status: 'converging',
    commonGround: 'there is fish',
    landingZone: 'half',
    scaleLow: 'none',
    scaleHigh: 'all',
    zoneLow: 40,
    zoneHigh: 60,
  }),
  mark: async (api) => ({ issueId: await idOf(api, 'issue'), at: 40, wording: 'some' }),
  position: async (api) => {
    const issueId = await idOf(api, 'issue')
    const partyId = await idOf(api, 'party')
    const older = { issueId, partyId, kind: 'view', text: 'before' }
    return {
      issueId,
      partyId,
      kind: 'demand',
      addresseeId: await idOf(api, 'party'),
      text: 'a larger quota',
      stance: 'accepts if',
      atLow: 10,
      atHigh: 30,
      firmness: 'red line',
      salience: 70,
      basis: 'inferred',
      from: '2025-10',
      until: '2026',
      supersedesId: (await call(api, 'position.record', older)).id,
      whyMoved: 'a new government',
      assessment: 'they mean it',
      needsResearch: true,
    }
  },
  gap: async (api) => ({
    issueId: await idOf(api, 'issue'),
    partyId: await idOf(api, 'party'),
    asOf: '2025-11-14',
    searchedWhere: 'speeches',
    note: 'a note',
  }),
  answer: async (api) => ({
    positionId: await idOf(api, 'position'),
    ...(await byAnotherPosition(api)),
    outcome: 'partly',
    onDate: '2025-10~',
    note: 'a note',
  }),
  condition: async (api) => ({
    positionId: await idOf(api, 'position'),
    eventId: null,
    relation: 'unless',
    text: 'quotas fall',
    byPartyId: await idOf(api, 'party'),
    onPositionId: null,
    onEventId: await idOf(api, 'event'),
    state: 'refused',
    note: 'a note',
  }),
  outlet: async () => ({ name: unique('The Daily'), kind: 'newspaper', reliability: 'B', note: 'a note' }),
  origin: async () => ({ title: 'wire copy', note: 'a note' }),
  source: async (api) => ({
    type: 'speech',
    title: 'A speech',
    author: [{ family: 'Berg', given: 'Ada' }, { literal: 'The Ministry' }],
    outletId: await idOf(api, 'outlet'),
    issued: '2025-10-20',
    accessed: '2025-10-21',
    URL: 'https://example.org/speech',
    language: 'nb',
    originId: await idOf(api, 'origin'),
    note: 'a note',
    text: 'We insist on more fish.',
    pages: [0, 12],
    originalSha256: null,
    originalMediaType: 'text/plain',
  }),
  statement: async (api) => ({
    sourceId: await idOf(api, 'source'),
    speakerId: await idOf(api, 'speaker'),
    onBehalfOfId: await idOf(api, 'party'),
    relayedById: await idOf(api, 'outlet'),
    form: 'partial',
    text: 'We insist',
    translation: 'Vi insisterer',
    saidOn: '2025-10-20?',
    saidOnWords: 'on Monday',
    place: 'Oslo',
    eventId: await idOf(api, 'event'),
    credibility: 2,
    note: 'a note',
  }),
  span: async (api) => ({
    statementId: await idOf(api, 'statement'),
    exact: 'insist',
    prefix: 'We ',
    suffix: ' on more',
    start: 3,
    page: 2,
  }),
  evidence: async (api) => ({
    statementId: await idOf(api, 'statement'),
    relation: 'qualifies',
    positionId: await idOf(api, 'position'),
    conditionId: null,
    answerId: null,
    eventId: null,
  }),
  event: async () => ({
    title: 'Round one',
    kind: 'round',
    date: '2025-11/..',
    place: 'Oslo',
    outcome: 'none',
    note: 'a note',
  }),
  participation: async (api) => ({
    eventId: await idOf(api, 'event'),
    partyId: await idOf(api, 'party'),
    speakerId: await idOf(api, 'speaker'),
  }),
  point: async (api) => ({
    kind: 'source to find',
    text: 'find the speech',
    issueId: await idOf(api, 'issue'),
    partyId: await idOf(api, 'party'),
    statementId: await idOf(api, 'statement'),
    sourceId: await idOf(api, 'source'),
    settledOn: '2025-11-01',
    settledHow: 'found',
  }),
  round: async () => ({ name: unique('before Oslo'), date: '2025-08-15' }),
  savedView: async () => ({
    name: unique('Sea only'),
    parties: [uuid(1)],
    filters: comparisonFilters.parse({ kinds: ['demand'], branches: [uuid(2)] }),
    layout: comparisonLayout.parse({ rowOrder: 'disagreement', widths: { [uuid(1)]: 240 } }),
  }),
  finding: async () => ({ title: 'They agree', text: 'on nothing', issues: [uuid(2)], positions: [uuid(3)] }),
  briefing: async () => ({
    name: unique('For the minister'),
    edition: 'summary',
    parts: ['comparison', 'annex'],
    layout: briefingLayout.parse({ paper: 'Letter', since: '2025-08' }),
  }),
  frozenBriefing: async (api) => ({ briefingId: await idOf(api, 'briefing') }),
  tag: async () => ({ name: unique('urgent'), colour: 'rose' }),
  tagging: async (api) => ({
    tagId: await idOf(api, 'tag'),
    positionId: null,
    statementId: null,
    sourceId: null,
    issueId: await idOf(api, 'issue'),
    partyId: null,
    eventId: null,
  }),
  runningOrder: async () => ({
    name: unique('Morning'),
    parties: [uuid(1)],
    asOf: '2025-11-14',
    since: '2025-08',
  }),
  orderItem: async (api) => ({
    runningOrderId: await idOf(api, 'runningOrder'),
    issueId: await idOf(api, 'issue'),
    isBranch: true,
    notes: 'ask first',
    minutes: 20,
    steps: [
      { step: 'landing zone', isSkipped: false },
      { step: `party ${uuid(1)}`, isSkipped: true },
    ],
  }),
  workshop: async (api) => ({
    name: 'Oslo, first day',
    runningOrderId: await idOf(api, 'runningOrder'),
    place: 'Oslo',
    started: '2025-11-20T09:00:00.000Z',
    ended: '2025-11-20T11:00:00.000Z',
  }),
  parkedPoint: async (api) => ({
    text: 'who counts the fish',
    issueId: await idOf(api, 'issue'),
    workshopId: await idOf(api, 'workshop'),
  }),
  showOfHands: async (api) => ({
    workshopId: await idOf(api, 'workshop'),
    issueId: await idOf(api, 'issue'),
    question: 'Half?',
    options: [
      { wording: 'yes', count: 11 },
      { wording: 'no', count: 2 },
    ],
  }),
}

/** A party with a position of its own, by which it answers. */
async function byAnotherPosition(api: Api) {
  const { id, partyId } = await makeRecord(api, 'position')
  return { partyId, byPositionId: id }
}

/** Everything that may be given for a record of this kind. */
export async function wholeInput(api: Api, kind: RecordKind): Promise<Record<string, unknown>> {
  return wholeInputs[kind](api)
}

/** A valid record with every field filled in, or as given, made through the contract. */
export async function makeRecord<Kind extends RecordKind>(
  api: Api,
  kind: Kind,
  given: GivenTo<Kind> = {} as GivenTo<Kind>,
): Promise<RecordOf<Kind>> {
  const whole = { ...(await wholeInput(api, kind)), ...(given as object) }
  const made = await call(api, addNameOf(kind), whole)
  // Issuing answers without the document.
  const record = kind === 'frozenBriefing' ? await call(api, `${kind}.get`, { id: made.id }) : made
  return record as unknown as RecordOf<Kind>
}

export type Row = { id: string; [field: string]: unknown }

/** For tests that go through all kinds: which input belongs to which name is for the engine to judge. */
export async function call(api: Api, name: string, input: unknown): Promise<Row> {
  return api.call(name as OperationName, input as never) as Promise<unknown> as Promise<Row>
}

export async function listAll(
  api: Api,
  kind: RecordKind,
  where: Record<string, unknown> = {},
): Promise<Row[]> {
  return api.call(`${kind}.list` as OperationName, where) as Promise<Row[]>
}

async function idOf(api: Api, kind: RecordKind, given: Record<string, unknown> = {}): Promise<string> {
  // An issue has a parent of its own, which would go on for ever.
  if (kind === 'issue') return (await call(api, 'issue.add', { title: 'Fish', ...given })).id
  return (await call(api, addNameOf(kind), { ...(await wholeInput(api, kind)), ...given })).id
}
