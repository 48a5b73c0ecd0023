import type { TagId, Tagging } from '../../../../../app/model/tag'
import { ComboField } from '../../../../elements/fields/combo-field'
import { TagMark } from '../../../../elements/tag-mark'
import { useApi, useSay } from '../../../../state/application'
import { attempt } from '../../../../state/notice'
import { useQuery } from '../../../../state/use-query'
import styles from './forms.module.css'

/** A tag in a form; one that is recorded has the id of its tagging. */
export type TagItem = { id: Tagging['id'] | null; tagId: TagId }

/** The tags of one record, written down with the rest of its form. */
export function TagsField({
  value,
  onChange,
}: {
  value: readonly TagItem[]
  onChange: (value: TagItem[]) => void
}) {
  const say = useSay()
  const api = useApi()
  const tags = useQuery('tag.list', {}).value ?? []
  const nameOf = (id: TagId) => tags.find((tag) => tag.id === id)?.name ?? ''
  const put = (tagId: TagId) => onChange([...value, { id: null, tagId }])
  return (
    <>
      <ComboField<TagId>
        label={say('sources.tags')}
        value={null}
        options={tags
          .filter(({ id }) => !value.some(({ tagId }) => tagId === id))
          .map(({ id, name }) => ({ id, label: name }))}
        placeholder={say('editing.searchOrNew')}
        hint={say('sources.tagHint')}
        onChange={(id) => id !== null && put(id)}
        onCreate={async (name) => (await attempt(() => api.call('tag.add', { name })))?.id}
      />
      {value.length > 0 && (
        <ul className={styles.tags}>
          {value.map(({ tagId }) => (
            <li key={tagId}>
              <TagMark
                name={nameOf(tagId)}
                remove={{
                  label: say('sources.takeOff', { tag: nameOf(tagId) }),
                  onPress: () => onChange(value.filter((each) => each.tagId !== tagId)),
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
