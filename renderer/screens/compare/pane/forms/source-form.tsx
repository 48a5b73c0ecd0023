import {
  sourceType,
  type CslName,
  type OriginId,
  type Source,
  type SourceId,
} from '../../../../../app/model/source'
import type { Tagging } from '../../../../../app/model/tag'
import { ComboField } from '../../../../elements/fields/combo-field'
import { DateField } from '../../../../elements/fields/date-field'
import { SelectField } from '../../../../elements/fields/select-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { attempt } from '../../../../state/notice'
import { useQuery } from '../../../../state/use-query'
import { useOutletOptions } from './options'
import { partChanges } from './part-changes'
import { RecordForm } from './record-form'
import { TagsField, type TagItem } from './tags-field'
import { asText, dateOrNull, useDraft } from './use-draft'

export function SourceSheet({ id }: { id: SourceId | null }) {
  const known = useQuery('source.get', id === null ? null : { id }).value
  const taggings = useQuery('tagging.list', id === null ? null : { sourceId: id }).value
  if (id !== null && (known === undefined || taggings === undefined)) return null
  return <SourceForm known={known ?? null} taggings={taggings ?? []} />
}

/** A document, with the text in which statements are anchored. */
function SourceForm({ known, taggings }: { known: Source | null; taggings: readonly Tagging[] }) {
  const say = useSay()
  const api = useApi()
  const outlets = useOutletOptions()
  const origins = useQuery('origin.list', {}).value ?? []
  const { draft, bind, set } = useDraft(() => ({
    type: known?.type ?? 'article',
    title: known?.title ?? '',
    author: authorLines(known?.author ?? []),
    outletId: known?.outletId ?? null,
    issued: asText(known?.issued ?? null),
    accessed: asText(known?.accessed ?? null),
    URL: known?.URL ?? '',
    language: known?.language === 'und' ? '' : (known?.language ?? ''),
    originId: known?.originId ?? null,
    text: known?.text ?? '',
    note: known?.note ?? '',
    tags: taggings.map(({ id, tagId }): TagItem => ({ id, tagId })),
  }))

  async function record(): Promise<string> {
    const { author, issued, accessed, language, tags, ...rest } = draft
    const given = {
      ...rest,
      author: readAuthors(author),
      issued: dateOrNull(issued),
      accessed: dateOrNull(accessed),
      language: language.trim() === '' ? 'und' : language.trim(),
    }
    const parts = { tagging: partChanges(taggings, tags) }
    return (await api.call('source.save', { id: known?.id ?? null, ...given, parts })).id
  }
  const createOrigin = async (title: string): Promise<OriginId | undefined> =>
    (await attempt(() => api.call('origin.add', { title })))?.id

  return (
    <RecordForm
      title={say(known === null ? 'editing.newSource' : 'editing.editSource')}
      onRecord={record}
      textLabel={say('field.fullText')}
    >
      <TextField label={say('field.title')} isWrapped {...bind('title')} />
      <ComboField
        label={say('field.outletId')}
        options={outlets.options}
        onCreate={outlets.create}
        placeholder={say('editing.searchOrNew')}
        {...bind('outletId')}
      />
      <DateField label={say('field.issued')} {...bind('issued')} />
      <SelectField
        label={say('field.type')}
        value={draft.type}
        onChange={(type) => type && set({ type })}
        options={sourceType.options.map((value) => ({ value, label: say(`sourceType.${value}`) }))}
      />
      <TextField
        label={say('field.author')}
        isMultiline
        hint={say('editing.authorsHint')}
        {...bind('author')}
      />
      <TagsField {...bind('tags')} />
      <TextField label={say('field.URL')} {...bind('URL')} />
      <DateField label={say('field.accessed')} {...bind('accessed')} />
      <TextField
        label={say('field.language')}
        placeholder={say('editing.languageHint')}
        {...bind('language')}
      />
      <ComboField
        label={say('field.originId')}
        options={origins.map(({ id, title }) => ({ id, label: title }))}
        onCreate={createOrigin}
        placeholder={say('editing.searchOrNew')}
        hint={say('editing.originHint')}
        {...bind('originId')}
      />
      <TextField
        label={say('field.fullText')}
        isMultiline
        isQuotation
        hint={say('editing.fullTextHint')}
        {...bind('text')}
      />
      <TextField label={say('field.note')} isMultiline {...bind('note')} />
    </RecordForm>
  )
}

const authorLines = (authors: readonly CslName[]): string =>
  authors.map((name) => ('literal' in name ? name.literal : `${name.family}, ${name.given}`)).join('\n')

/** One author a line: “Family, Given”, or an institution as it is called. */
function readAuthors(lines: string): CslName[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const comma = line.indexOf(',')
      if (comma === -1) return { literal: line }
      return { family: line.slice(0, comma).trim(), given: line.slice(comma + 1).trim() }
    })
}
