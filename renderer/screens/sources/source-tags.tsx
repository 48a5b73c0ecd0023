import type { SourceId } from '../../../app/model/source'
import type { TagId } from '../../../app/model/tag'
import type { SourceLine } from '../../../app/rules/capture'
import { ComboField } from '../../elements/fields/combo-field'
import { TagMark } from '../../elements/tag-mark'
import { useApi, useSay } from '../../state/application'
import { attempt, tell } from '../../state/notice'
import { useQuery } from '../../state/use-query'
import { useMayEdit } from '../compare/pane/editing'
import styles from './source-tags.module.css'

/** The tags that these sources have, to be taken off, and a field that puts one more on all of them, at once. */
export function SourceTags({ lines }: { lines: readonly SourceLine[] }) {
  const say = useSay()
  const api = useApi()
  const mayEdit = useMayEdit()
  const known = useQuery('tag.list', {}).value ?? []
  const ids = lines.map(({ id }): SourceId => id)
  const tags = tagsOf(lines)
  if (!mayEdit && tags.length === 0) return null

  async function add(tag: { id: TagId } | { name: string }, name: string) {
    const done = await attempt(() => api.call('source.tagMany', { ids, addTag: tag }))
    if (done) tell(say('sources.tagged', { count: done.changed, tag: name }))
    return undefined
  }
  async function takeOff(id: TagId, name: string) {
    const done = await attempt(() => api.call('source.tagMany', { ids, removeTag: id }))
    if (done) tell(say('sources.untagged', { count: done.changed, tag: name }))
  }
  return (
    <section className={styles.tags} aria-label={say('sources.tags')}>
      {tags.length > 0 && (
        <ul>
          {tags.map(({ id, name, count }) => (
            <li key={id}>
              <TagMark
                name={
                  count === lines.length
                    ? name
                    : say('sources.tagOnSome', { tag: name, count, all: lines.length })
                }
                {...(mayEdit && {
                  remove: {
                    label: say('sources.takeOff', { tag: name }),
                    onPress: () => void takeOff(id, name),
                  },
                })}
              />
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <ComboField<TagId>
          label={say('sources.addTag')}
          value={null}
          options={known
            .filter(({ id }) => tags.find((tag) => tag.id === id)?.count !== lines.length)
            .map(({ id, name }) => ({ id, label: name }))}
          placeholder={say('editing.searchOrNew')}
          hint={say('sources.tagHint')}
          onChange={(id) => {
            const tag = known.find((each) => each.id === id)
            if (tag !== undefined) void add({ id: tag.id }, tag.name)
          }}
          onCreate={(name) => add({ name }, name)}
        />
      )}
    </section>
  )
}

/** With how many of the sources have each, by name. */
function tagsOf(lines: readonly SourceLine[]): { id: TagId; name: string; count: number }[] {
  const found = Map.groupBy(
    lines.flatMap((line) => line.tags),
    ({ id }) => id,
  )
  return [...found.values()]
    .map((same) => ({ ...same[0]!, count: same.length }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
