import type { Input, Output } from '../app/contract'
import type { SampleApi } from './sample-api'
import type { Events } from './events'
import type { Parties, Speakers } from './frame'
import { quote } from './quote'

export type Statements = Awaited<ReturnType<typeof recordStatements>>
type Said = Omit<Input<'statement.record'>, 'sourceId' | 'text' | 'spans'>

const onThursday = { saidOn: '2025-11-13?', saidOnWords: 'on Thursday' }
const asPublished = { saidOn: '2025-11~', saidOnWords: 'published in mid-November 2025' }

/** Every act of saying in the digest, anchored at its words. */
export async function recordStatements(
  api: SampleApi,
  {
    source,
    stateMedia,
    parties: { russia, ukraine, unitedStates },
    speakers,
    events,
  }: {
    source: Output<'source.add'>
    stateMedia: Output<'outlet.add'>['id']
    parties: Parties
    speakers: Speakers
    events: Events
  },
) {
  const record = async (text: string, said: Said) => {
    const spans = [quote(source.text, text)]
    return (await api.call('statement.record', { sourceId: source.id, text, spans, ...said })).id
  }
  const peskov = {
    form: 'verbatim',
    speakerId: speakers.peskov,
    onBehalfOfId: russia,
    ...onThursday,
  } as const
  const diplomat = {
    form: 'verbatim',
    speakerId: speakers.diplomat,
    onBehalfOfId: russia,
    relayedById: stateMedia,
    ...asPublished,
  } as const
  const happened = (eventId: Events[keyof Events]) =>
    ({ form: 'paraphrase', eventId, evidence: [{ eventId }], ...asPublished }) satisfies Said

  return {
    lackOfOpportunity: await record(
      'Given the lack of an opportunity to continue negotiations, we will certainly proceed with the special military operation to achieve the objectives set by the Supreme Commander-in-Chief and the President [Vladimir Putin]',
      peskov,
    ),
    open: await record(
      'Russia is open to settling the Ukrainian conflict via political and diplomatic means.',
      peskov,
    ),
    slammedShut: await record(
      'But with the lack of such an opportunity, when the doors for this have been slammed shut by the Kiev regime, we continue with the special military operation.',
      peskov,
    ),
    claims: await record(
      'Russia wants Ukraine to recognise its claim to the Donbas and to that part of the Ukrainian south which Russian troops hold.',
      { form: 'paraphrase', speakerId: speakers.kremlin, onBehalfOfId: russia, ...asPublished },
    ),
    natoAndForces: await record(
      'President Vladimir Putin also asks for a promise that Ukraine will stay out of NATO for good, and for the country’s demilitarisation.',
      { form: 'paraphrase', speakerId: speakers.putin, onBehalfOfId: russia, ...asPublished },
    ),
    allTerritory: await record(
      'For Ukraine, there is no end to the war before all the land it lost is back in its hands, and that includes Crimea.',
      {
        form: 'paraphrase',
        onBehalfOfId: ukraine,
        note: 'The source names the party and no speaker.',
        ...asPublished,
      },
    ),
    trial: await record(
      'President Volodymyr Zelensky demands besides that Putin stand trial for war crimes.',
      {
        form: 'paraphrase',
        speakerId: speakers.zelensky,
        onBehalfOfId: ukraine,
        ...asPublished,
      },
    ),
    withinADay: await record(
      'While still campaigning, he promised that one day would be enough for him to stop the war.',
      {
        form: 'paraphrase',
        speakerId: speakers.trump,
        onBehalfOfId: unitedStates,
        saidOn: '2024~',
        saidOnWords: 'While still campaigning',
        note: 'Said as a candidate, before he spoke for the United States as President.',
      },
    ),
    noProgress: await record(
      'The Kremlin’s verdict on the year is that it brought no “significant progress”; the side that left the negotiating table, in its account, was Ukraine.',
      { form: 'partial', speakerId: speakers.kremlin, onBehalfOfId: russia, ...asPublished },
    ),
    metInAlaska: await record(
      'Their last meeting took place in Alaska on 15 August.',
      happened(events.alaska),
    ),
    spokeInOctober: await record('They spoke by telephone in mid-October.', happened(events.october)),
    hungary: await record('Trump then made it known that he would see Putin in Hungary.', {
      form: 'paraphrase',
      speakerId: speakers.trump,
      onBehalfOfId: unitedStates,
      saidOn: '2025-10~',
      saidOnWords: 'in mid-October. Trump then',
      evidence: [{ eventId: events.hungary }],
    }),
    calledOff: await record(
      'That plan was dropped once Secretary of State Marco Rubio and Sergei Lavrov, the Russian foreign minister, had talked by telephone; who dropped it remains unsaid.',
      {
        form: 'paraphrase',
        evidence: [{ eventId: events.hungary }, { eventId: events.ministers }],
        ...asPublished,
      },
    ),
    discussed: await record(
      'The issue of a new meeting between the presidents was discussed in this context by Lavrov in a phone call with Rubio on October 20',
      {
        ...diplomat,
        evidence: [{ eventId: events.ministers }, { eventId: events.secondSummit }],
      },
    ),
    necessary: await record(
      'The summit is definitely necessary, but it must be preceded by careful organizational and substantive preparation. However, this is only feasible if the US firmly adheres to the Anchorage agreements.',
      { ...diplomat, evidence: [{ eventId: events.secondSummit }] },
    ),
    inTheSpirit: await record(
      'We are convinced that the practical details of the meeting between the presidents must be worked out in the spirit of the understandings reached in Alaska.',
      { ...diplomat, evidence: [{ eventId: events.secondSummit }] },
    ),
  }
}
