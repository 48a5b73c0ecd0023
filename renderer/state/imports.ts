import { create } from 'zustand'
import type { TaskProgress } from '../../app/contract'
import type {
  AlikeSource,
  BroughtIn,
  DocumentInput,
  ReadingProblem,
} from '../../app/contract/import-contract'
import type { AppError } from '../../app/errors'
import type { Say } from '../../app/messages/say'
import type { SourceId } from '../../app/model/source'
import type { Api } from '../api'
import { tell } from './notice'
import { goTo } from './route'
import { asAppError } from './use-query'

/** A document on its way into the dossier, and what there is to say about it afterwards. */
export type Import = { id: string; name: string } & (
  | { state: 'reading'; progress: TaskProgress | null }
  | { state: 'failed'; error: AppError }
  | { state: 'done'; sourceId: SourceId; problems: ReadingProblem[]; alike: AlikeSource | null }
)

export const useImports = create<{ imports: readonly Import[] }>(() => ({ imports: [] }))

const replace = (id: string, change: (last: Import) => Import | null) =>
  useImports.setState(({ imports }) => ({
    imports: imports.flatMap((each) => {
      const next = each.id === id ? change(each) : each
      return next === null ? [] : [next]
    }),
  }))

export function followImports(api: Api): () => void {
  const stops = [
    api.listen('task.progress', (progress) =>
      replace(progress.id, (last) => (last.state === 'reading' ? { ...last, progress } : last)),
    ),
    api.listen('dossier.switched', () => useImports.setState({ imports: [] })),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** From here on, texts that are alike are worth asking about: some words are common to any two reports. */
const leastLikeness = 0.5

/** Brings in one document and opens it. What went wrong, and what the reader had to decide, stays to be read. */
export async function bringIn(
  { api, say }: { api: Api; say: Say },
  input: DocumentInput,
  name: string,
): Promise<void> {
  const id = crypto.randomUUID()
  useImports.setState(({ imports }) => ({
    imports: [...imports, { id, name, state: 'reading', progress: null }],
  }))
  try {
    const brought = await api.call('source.import', { input, taskId: id })
    replace(id, () => remarksOn(brought, id, name))
    const sourceId = brought.source?.id
    if (sourceId === undefined) return
    if (brought.alreadyHere !== null) tell(say('sources.alreadyHere', { name: brought.source!.title }))
    goTo('sources', { id: sourceId })
  } catch (thrown) {
    const error = asAppError(thrown)
    replace(id, () => (error.code === 'cancelled' ? null : { id, name, state: 'failed', error }))
  }
}

function remarksOn(
  { source, alreadyHere, problems, alike }: BroughtIn,
  id: string,
  name: string,
): Import | null {
  const closest = alike[0] !== undefined && alike[0].likeness >= leastLikeness ? alike[0] : null
  if (source === null || alreadyHere !== null || (problems.length === 0 && closest === null)) return null
  return { id, name, state: 'done', sourceId: source.id, problems, alike: closest }
}

export async function bringInFiles(
  application: { api: Api; say: Say },
  files: readonly File[],
): Promise<void> {
  for (const file of files) {
    await bringIn(application, { name: file.name, bytesBase64: await base64Of(file) }, file.name)
  }
}

export function putAwayImport(id: string): void {
  replace(id, () => null)
}

/** The bytes as text, by the browser's own encoder: a loop over them would hold up the window. */
export function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/u, ''))
    reader.onerror = () => reject(reader.error ?? new Error(`“${file.name}” could not be read.`))
    reader.readAsDataURL(file)
  })
}
