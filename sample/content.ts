import { recordEvents } from './events'
import { addIssues, addParties, addSource, addSpeakers } from './frame'
import { recordPositions } from './positions'
import { recordSilences } from './silences'
import type { SampleApi } from './sample-api'
import { recordStatements } from './statements'

export const sampleTitle = 'Ending the war in Ukraine'
export const sampleAuthor = 'The Démarche authors'

/** Records the sample, step by step as an analyst would; `digest` is the text that its statements stand in. */
export async function buildSample(api: SampleApi, digest: string): Promise<void> {
  await api.call('dossier.change', {
    title: sampleTitle,
    question: 'Where do the parties stand in November 2025?',
    language: 'en',
    marking: 'internal',
    author: sampleAuthor,
    asOf: '2025-11-14',
  })
  await api.call('round.add', { name: 'Alaska', date: '2025-08-15' })
  await api.call('round.add', { name: 'As published', date: '2025-11-14' })

  const parties = await addParties(api)
  const issues = await addIssues(api)
  const speakers = await addSpeakers(api, parties)
  const { source, stateMedia } = await addSource(api, digest)
  const events = await recordEvents(api, { parties, speakers })
  const statements = await recordStatements(api, { source, stateMedia, parties, speakers, events })
  const positions = await recordPositions(api, { parties, issues, events, statements })
  await recordSilences(api, { parties, issues, source, statements, positions })
}
