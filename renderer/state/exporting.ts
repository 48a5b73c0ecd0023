import { create } from 'zustand'
import type { Exported, ExportFormat } from '../../app/contract/export-contract'
import type { Input } from '../../app/contract'
import { exportScope, wholeScope, type ExportScope } from '../../app/model/export-scope'
import type { Api } from '../api'
import { attempt } from './notice'

type Exporting = {
  format: ExportFormat
  edition: 'summary' | 'sourced'
  shows: 'all' | 'now'
  /** Whether the copy ends with what was left out of it. */
  listsLeftOut: boolean
  /** JSON is for keeping, so there all leaves unless it is told; the other forms are for others. */
  scopes: { kept: ExportScope; handedOver: ExportScope }
  /** 0 to 1; null while nothing is written. */
  progress: { taskId: string; share: number } | null
  /** What was last written, and what it was asked with. */
  done: { exported: Exported; input: Input<'dossier.export'> } | null
}

const atRest: Exporting = {
  format: 'xlsx',
  edition: 'sourced',
  shows: 'all',
  listsLeftOut: false,
  scopes: { kept: wholeScope, handedOver: exportScope.parse({}) },
  progress: null,
  done: null,
}

/** What was chosen stays while the pane is closed, and so does an export that is under way. */
export const useExporting = create<Exporting>(() => atRest)

export const scopeNow = ({ format, scopes }: Pick<Exporting, 'format' | 'scopes'>): ExportScope =>
  format === 'json' ? scopes.kept : scopes.handedOver

export function chooseExport(
  chosen: Partial<Pick<Exporting, 'format' | 'edition' | 'shows' | 'listsLeftOut'>>,
): void {
  useExporting.setState({ ...chosen, done: null })
}

export function chooseScope(changes: Partial<ExportScope>): void {
  useExporting.setState(({ format, scopes }) => ({
    scopes:
      format === 'json'
        ? { ...scopes, kept: { ...scopes.kept, ...changes } }
        : { ...scopes, handedOver: { ...scopes.handedOver, ...changes } },
    done: null,
  }))
}

/** Another dossier has other parties and tags. */
export function forgetExport(): void {
  useExporting.setState(atRest)
}

export async function exportDossier(api: Api, input: Input<'dossier.export'>): Promise<void> {
  const taskId = crypto.randomUUID()
  useExporting.setState({ progress: { taskId, share: 0 }, done: null })
  const stop = api.listen('task.progress', ({ id, done, of }) => {
    if (id === taskId && of > 0) useExporting.setState({ progress: { taskId, share: done / of } })
  })
  const exported = await attempt(() => api.call('dossier.export', { ...input, taskId }))
  stop()
  useExporting.setState({ progress: null, done: exported ? { exported, input } : null })
}

export async function cancelExport(api: Api): Promise<void> {
  const { progress } = useExporting.getState()
  if (progress !== null) await attempt(() => api.call('task.cancel', { id: progress.taskId }))
}
