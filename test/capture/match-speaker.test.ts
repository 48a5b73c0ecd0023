import { describe, expect, test } from 'vitest'
import { matchSpeaker, type KnownSpeakers } from '../../engine/capture/match-speaker'
import { affiliation, party, speaker } from './known-speakers'

const varland = party(
  'Varland',
  'VAR',
  'Its foreign ministry sits in Belgrava; the palace there is called the Red House.',
)
const russia = party('Russian Federation', 'Russia', '')
const union = party('Union of Hauliers', 'UoH', '')
const marwen = speaker('Ilse Marwen')
const petrov = speaker('Anna Petrov')
const otherPetrov = speaker('Boris Petrov')
const source = speaker(null, 'a diplomat briefed on the talks')
const known: KnownSpeakers = {
  speakers: [marwen, petrov, otherPetrov, source],
  affiliations: [
    affiliation(marwen, varland, 'Foreign Minister', '2031-01', null),
    affiliation(marwen, union, 'Adviser', '2025', '2030-12'),
    affiliation(petrov, russia, 'spokeswoman', null, null),
  ],
  parties: [varland, russia, union],
}
const match = (text: string, at: string | null = '2031-03-14', name: string | null = null) => {
  const found = matchSpeaker({ text, name }, known, at)
  return found === null ? null : [found.speakerId, found.partyId, found.because]
}

describe('the dossier’s speaker', () => {
  test('by name, with accents and titles or without', () => {
    expect(match('Ilse Marwen')).toEqual([marwen.id, varland.id, 'name'])
    expect(match('Varland’s Foreign Minister Ilsé MARWEN')).toEqual([marwen.id, varland.id, 'name'])
    expect(match('she', '2031-03-14', 'Ilse Marwen')).toEqual([marwen.id, varland.id, 'name'])
  })

  test('by a surname that only one of them has', () => {
    expect(match('Marwen')).toEqual([marwen.id, varland.id, 'surname'])
    expect(match('Ms. Marwen')).toEqual([marwen.id, varland.id, 'surname'])
    expect(match('Petrov')).toBeNull()
    expect(match('Karl Marwen')).toBeNull()
  })

  test('by office at the date, by description', () => {
    expect(match('the foreign minister')).toEqual([marwen.id, varland.id, 'office'])
    expect(match('the foreign minister', '2029-03-14')).toBeNull()
    expect(match('A diplomat briefed on the talks')).toEqual([source.id, null, 'description'])
  })

  test('speaks for the party of that time', () => {
    expect(match('Marwen', '2028')).toEqual([marwen.id, union.id, 'surname'])
    expect(match('Marwen', null)).toEqual([marwen.id, null, 'surname'])
  })
})

describe('only the party', () => {
  test('by its names, its note and its seat', () => {
    expect(match('Varland')).toEqual([null, varland.id, 'party'])
    expect(match('Russia’s defence ministry')).toEqual([null, russia.id, 'party'])
    expect(match('the Red House')).toEqual([null, varland.id, 'party'])
    expect(match('The Kremlin')).toEqual([null, russia.id, 'seat'])
    expect(match('Moscow')).toEqual([null, russia.id, 'seat'])
  })

  test('not by chance', () => {
    expect(match('Washington')).toBeNull()
    expect(match('a mediator')).toBeNull()
    expect(match('')).toBeNull()
  })
})
