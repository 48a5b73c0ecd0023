import type { EventId } from '../../../../../app/model/event'
import type { IssueId } from '../../../../../app/model/issue'
import type { PartyId } from '../../../../../app/model/party'
import type { PositionId } from '../../../../../app/model/position'
import type { OutletId } from '../../../../../app/model/source'
import type { Speaker, SpeakerId } from '../../../../../app/model/speaker'
import type { ComboOption } from '../../../../elements/fields/combo-field'
import { useApi } from '../../../../state/application'
import { attempt } from '../../../../state/notice'
import { useQuery } from '../../../../state/use-query'
import { placeIssues } from '../../../../../app/rules/issue-tree'

/** An anonymous source has no name, only what is said of it. */
export const speakerName = (speaker: Pick<Speaker, 'name' | 'description'>): string =>
  speaker.name ?? speaker.description

export function usePartyOptions(without?: PartyId): ComboOption<PartyId>[] {
  const { value = [] } = useQuery('party.list', {})
  return value.filter(({ id }) => id !== without).map(({ id, name }) => ({ id, label: name }))
}

export function useIssueOptions(): ComboOption<IssueId>[] {
  const { value = [] } = useQuery('issue.list', {})
  return placeIssues(value).map(({ id, number, title }) => ({ id, label: `${number} ${title}` }))
}

export function useOutletOptions() {
  const api = useApi()
  const { value = [] } = useQuery('outlet.list', {})
  return {
    options: value.map(({ id, name }): ComboOption<OutletId> => ({ id, label: name })),
    create: async (name: string) => (await attempt(() => api.call('outlet.add', { name })))?.id,
  }
}

export function useSpeakerOptions() {
  const api = useApi()
  const { value = [] } = useQuery('speaker.list', {})
  return {
    options: value.map(
      (speaker): ComboOption<SpeakerId> => ({
        id: speaker.id,
        label: speakerName(speaker),
        ...(speaker.name !== null && speaker.description !== '' ? { hint: speaker.description } : {}),
      }),
    ),
    create: async (name: string) => (await attempt(() => api.call('speaker.add', { name })))?.id,
  }
}

export function useEventOptions(): ComboOption<EventId>[] {
  const { value = [] } = useQuery('event.list', {})
  return value.map(({ id, title }) => ({ id, label: title }))
}

/** Every position of the dossier, by its summary, with whose it is. */
export function usePositionOptions(): ComboOption<PositionId>[] {
  const positions = useQuery('position.list', {}).value ?? []
  const parties = useQuery('party.list', {}).value ?? []
  return positions.map(({ id, text, partyId }) => ({
    id,
    label: text,
    hint: parties.find((party) => party.id === partyId)?.shortName ?? '',
  }))
}
