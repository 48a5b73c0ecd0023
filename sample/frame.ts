import type { Input } from '../app/contract'
import type { SampleApi } from './sample-api'

export type Parties = Awaited<ReturnType<typeof addParties>>
export type Issues = Awaited<ReturnType<typeof addIssues>>
export type Speakers = Awaited<ReturnType<typeof addSpeakers>>

/** Who negotiates, about what, and the voices that the source quotes. */
export async function addParties(api: SampleApi) {
  const add = async (name: string, role: 'principal' | 'mediator', colour: 'rose' | 'blue' | 'green') =>
    (await api.call('party.add', { name, shortName: name, role, colour })).id
  return {
    russia: await add('Russia', 'principal', 'rose'),
    ukraine: await add('Ukraine', 'principal', 'blue'),
    unitedStates: await add('United States', 'mediator', 'green'),
  }
}

export async function addIssues(api: SampleApi) {
  const add = async (issue: Input<'issue.add'>) => (await api.call('issue.add', issue)).id

  const territory = await add({
    title: 'Territory and recognition',
    question: 'Whose is the land that Russian forces hold?',
    status: 'deadlocked',
    scaleLow: '1991 borders',
    scaleHigh: 'recognised as Russian',
  })
  await api.call('mark.add', { issueId: territory, at: 0, wording: '1991 borders' })
  await api.call('mark.add', { issueId: territory, at: 50, wording: 'held, but recognised by nobody' })
  await api.call('mark.add', { issueId: territory, at: 100, wording: 'recognised as Russian' })

  return {
    territory,
    nato: await add({ title: 'NATO membership', question: 'May Ukraine join?' }),
    forces: await add({ title: 'Armed forces', question: 'What forces may Ukraine keep?' }),
    talks: await add({
      title: 'Talks',
      question: 'Is there something to negotiate about, and who must move?',
      landingZone: 'A prepared meeting of foreign ministers before any summit',
      note: 'The landing zone was written for this sample; nobody has proposed it.',
    }),
    summit: await add({
      title: 'Second summit',
      question: 'Do the two presidents meet again, and on what terms?',
    }),
    accountability: await add({
      title: 'Accountability',
      question: 'Who is to answer for what was done in the war, and before which court?',
    }),
  }
}

type Office = { office: string; from?: string; until?: string }

export async function addSpeakers(api: SampleApi, { russia, ukraine, unitedStates }: Parties) {
  const add = async (speaker: Input<'speaker.add'>, partyId: Parties[keyof Parties], offices: Office[]) => {
    const { id: speakerId } = await api.call('speaker.add', speaker)
    for (const office of offices) await api.call('affiliation.add', { speakerId, partyId, ...office })
    return speakerId
  }

  return {
    kremlin: await add({ name: 'The Kremlin', description: 'office of the Russian president' }, russia, [
      { office: '' },
    ]),
    peskov: await add({ name: 'Dmitry Peskov' }, russia, [
      { office: 'presidential spokesman', from: '2012-05' },
    ]),
    putin: await add({ name: 'Vladimir Putin' }, russia, [{ office: 'President', from: '2012-05-07' }]),
    lavrov: await add({ name: 'Sergei Lavrov' }, russia, [{ office: 'Foreign Minister', from: '2004-03' }]),
    diplomat: await add({ description: 'a Russian diplomatic source', isAnonymous: true }, russia, [
      { office: 'diplomat' },
    ]),
    zelensky: await add({ name: 'Volodymyr Zelensky' }, ukraine, [
      { office: 'President', from: '2019-05-20' },
    ]),
    trump: await add({ name: 'Donald Trump' }, unitedStates, [
      { office: 'candidate for President', from: '2022-11', until: '2025-01-19' },
      { office: 'President', from: '2025-01-20' },
    ]),
    rubio: await add({ name: 'Marco Rubio' }, unitedStates, [
      { office: 'Secretary of State', from: '2025-01-21' },
    ]),
  }
}

export async function addSource(api: SampleApi, digest: string) {
  const publisher = await api.call('outlet.add', { name: 'Libertarian Institute', kind: 'think tank' })
  const stateMedia = await api.call('outlet.add', {
    name: 'Russian state media',
    kind: 'state media',
    note: 'The source does not say which.',
  })
  const source = await api.call('source.add', {
    type: 'article',
    title: 'Digest: the Kremlin and a second summit',
    author: [{ literal: 'The Démarche authors' }],
    outletId: publisher.id,
    issued: '2025-11-14~',
    accessed: '2025-11-14',
    language: 'en',
    note: 'A digest in our own words, made for this sample, of an article that the outlet published in mid-November 2025. Only the quotations are as published.',
    text: digest,
  })
  return { source, stateMedia: stateMedia.id }
}
