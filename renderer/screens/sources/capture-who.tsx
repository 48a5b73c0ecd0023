import type { Named } from '../../../app/rules/capture'
import type { SpeakerId } from '../../../app/model/speaker'
import { CheckField } from '../../elements/fields/check-field'
import { TextField } from '../../elements/fields/text-field'
import { useSay } from '../../state/application'
import { changeDraft } from '../../state/reader'
import { usePartyOptions, useSpeakerOptions } from '../compare/pane/forms/options'
import type { CaptureDraft } from './capture-draft'
import { NamedField } from './named-field'
import { usePartyReason } from './reasons'
import type { Reading } from './reading'

/** Who said it, in what office, and for whom. */
export function CaptureWho({ draft, reading }: { draft: CaptureDraft; reading: Reading }) {
  const say = useSay()
  const partyOptions = usePartyOptions()
  const partyReason = usePartyReason(draft, reading)
  return (
    <>
      <SpeakerField draft={draft} />
      {draft.speaker !== null && !('id' in draft.speaker) && (
        <TextField
          label={say('capture.office')}
          value={draft.office}
          onChange={(office) => changeDraft({ office })}
        />
      )}
      <NamedField
        label={say('field.onBehalfOfId')}
        value={draft.onBehalfOf}
        onChange={(onBehalfOf) => changeDraft({ onBehalfOf })}
        options={partyOptions}
        placeholder={say('capture.noParty')}
        hint={
          [
            draft.onBehalfOf !== null && 'name' in draft.onBehalfOf ? say('capture.newParty') : '',
            partyReason,
          ]
            .filter(Boolean)
            .join(' · ') || undefined
        }
      />
    </>
  )
}

function SpeakerField({ draft }: { draft: CaptureDraft }) {
  const say = useSay()
  const speakers = useSpeakerOptions()
  const { speaker, proposal } = draft
  const isDescribed = speaker !== null && 'description' in speaker
  const shown: Named<SpeakerId> | null = isDescribed ? { name: speaker.description } : speaker
  const words = proposal.speakerWords?.text
  const isProposed = JSON.stringify(speaker) === JSON.stringify(proposal.speaker)
  const isFromElsewhere = words !== undefined && words !== proposal.speakerLabel && isProposed
  const status =
    speaker === null
      ? undefined
      : isDescribed
        ? say('capture.anonymous')
        : 'name' in speaker
          ? say('capture.newSpeaker')
          : undefined
  const hint = [status, isFromElsewhere ? say('capture.fromWords', { words }) : undefined]
    .filter(Boolean)
    .join(' · ')

  function choose(value: Named<SpeakerId> | null) {
    if (value !== null && 'name' in value && isDescribed)
      changeDraft({ speaker: { description: value.name } })
    else changeDraft({ speaker: value })
  }
  return (
    <>
      <NamedField
        label={say('field.speakerId')}
        value={shown}
        onChange={choose}
        options={speakers.options}
        placeholder={say('capture.noSpeaker')}
        hint={hint || undefined}
      />
      {shown !== null && 'name' in shown && (
        <CheckField
          label={say('capture.anonymousField')}
          value={isDescribed}
          onChange={(isAnonymous) =>
            changeDraft({ speaker: isAnonymous ? { description: shown.name } : { name: shown.name } })
          }
        />
      )}
    </>
  )
}
