import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { isSourceId, type SourceId } from '../../../app/model/source'
import type { Proposal, SourceReading } from '../../../app/rules/capture'
import { paragraphsOf, type TextRange } from '../../../app/rules/paragraphs'
import { useApi } from '../../state/application'
import { attempt } from '../../state/notice'
import { useReader } from '../../state/reader'
import { useRoute } from '../../state/route'
import { useQuery } from '../../state/use-query'
import { passagesOf, type ReaderPassage } from './passages'

/** The source that is being read, and everything that the reader, the bar and the pane show of it. */
export type Reading = SourceReading & {
  text: string
  paragraphs: TextRange[]
  passages: ReaderPassage[]
  proposals: Proposal[]
  isLooking: boolean
}

const ReadingContext = createContext<Reading | null>(null)
export const ReadingProvider = ReadingContext.Provider

/** Null while no source is open, or its text is not there yet. */
export const useReading = (): Reading | null => useContext(ReadingContext)

/** The source that the address names. */
export function useWantedSource(): SourceId | null {
  const wanted = useRoute((route) => (route.screen === 'sources' ? route.search.get('id') : null))
  return isSourceId(wanted) ? wanted : null
}

export function useReadingOf(id: SourceId | null): { reading: Reading | null; query: { status: string } } {
  const query = useQuery('source.reading', id === null ? null : { id })
  const found = query.value?.source.id === id ? query.value : undefined
  const text = useSourceText(id, found?.textHash)
  const suggested = useQuery('source.suggestions', id === null ? null : { id })
  const dismissed = useReader((state) => state.dismissed)
  const paragraphs = useMemo(() => (text === null ? [] : paragraphsOf(text)), [text])

  const reading = useMemo(() => {
    if (found === undefined || text === null) return null
    // Suggestions of the source that was read before would stand at places of another text.
    const proposals = (suggested.value ?? []).filter(({ spans }) =>
      spans.every(({ start, end, text: words }) => text.slice(start, end) === words),
    )
    const passages = passagesOf(found, proposals, dismissed)
    return { ...found, text, paragraphs, proposals, passages, isLooking: suggested.status === 'loading' }
  }, [found, text, paragraphs, suggested.value, suggested.status, dismissed])
  return { reading, query }
}

/** Read anew only when it changed: it may be long, and every edit of the dossier asks for the rest. */
function useSourceText(id: SourceId | null, textHash: string | undefined): string | null {
  const api = useApi()
  const [read, setRead] = useState<{ id: SourceId; textHash: string; text: string } | null>(null)
  useEffect(() => {
    if (id === null || textHash === undefined) return
    let isCurrent = true
    void attempt(() => api.call('source.get', { id })).then((source) => {
      if (isCurrent && source) setRead({ id, textHash: source.textHash, text: source.text })
    })
    return () => {
      isCurrent = false
    }
  }, [api, id, textHash])
  return read !== null && read.id === id && read.textHash === textHash ? read.text : null
}
