import { party as partyModel, type Party } from '../../app/model/party'
import {
  affiliation as affiliationModel,
  speaker as speakerModel,
  type Affiliation,
  type Speaker,
} from '../../app/model/speaker'

let made = 0
const nextId = () => `0198c0de-0000-7000-8000-${String(++made).padStart(12, '0')}`

export const speaker = (name: string | null, description = ''): Speaker =>
  speakerModel.parse({ id: nextId(), name, description, isAnonymous: name === null, note: '' })

export const party = (name: string, shortName: string, note: string): Party =>
  partyModel.parse({ id: nextId(), name, shortName, role: 'principal', colour: 'blue', note, sortOrder: 0 })

export const affiliation = (
  { id: speakerId }: Speaker,
  { id: partyId }: Party,
  office: string,
  from: string | null,
  until: string | null,
): Affiliation => affiliationModel.parse({ id: nextId(), speakerId, partyId, office, from, until })
