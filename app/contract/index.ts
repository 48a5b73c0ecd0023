import type { z } from 'zod'
import type { IssueId } from '../model/issue'
import { briefingContract } from './briefing-contract'
import { captureContract } from './capture-contract'
import { checkContract } from './check-contract'
import { comparisonContract } from './comparison-contract'
import { desktopContract, type DesktopAsk } from './desktop-contract'
import { dossierContract, type OpenedDossier } from './dossier-contract'
import { exportContract } from './export-contract'
import { entryContract } from './entry-contract'
import { historyContract, type HistoryState } from './history-contract'
import { importContract } from './import-contract'
import { positionContract } from './position-contract'
import { presentingContract, type PresenterState } from './presenting-contract'
import type { WallContent } from '../rules/presenting/wall-content'
import { recordContract, type RecordContract } from './record-contract'
import { saveContract, type SaveContract } from './save-contract'
import { searchContract } from './search-contract'
import { statementContract } from './statement-contract'

const areas = {
  ...dossierContract,
  ...positionContract,
  ...statementContract,
  ...captureContract,
  ...comparisonContract,
  ...entryContract,
  ...briefingContract,
  ...exportContract,
  ...searchContract,
  ...checkContract,
  ...historyContract,
  ...desktopContract,
  ...importContract,
  ...presentingContract,
} as const

export type Contract = RecordContract & SaveContract & typeof areas

/** Every question that may be asked. Adding one here and one handler is all it takes. */
export const contract: Contract = { ...recordContract, ...saveContract, ...areas }

export type OperationName = keyof Contract
/** What a caller may leave out has a default. */
export type Input<Name extends OperationName> = z.input<Contract[Name]['input']>
export type ParsedInput<Name extends OperationName> = z.output<Contract[Name]['input']>
export type Output<Name extends OperationName> = z.output<Contract[Name]['output']>

export type NamesOf<Kind extends 'query' | 'command' | 'task'> = {
  [Name in OperationName]: Contract[Name]['kind'] extends Kind ? Name : never
}[OperationName]

export type TaskProgress = {
  id: string
  done: number
  of: number
  /** What is counted. */
  what: 'bytes' | 'pages' | 'documents' | 'parts'
}

/** Everything that the engine or the shell may announce. */
export type Events = {
  /** With the issues in whose rows something that is said changed; null where that may be any. */
  'dossier.changed': HistoryState & { touchedIssues: IssueId[] | null }
  'dossier.switched': OpenedDossier | null
  'desktop.asked': DesktopAsk
  /** How far a task has come; `of` is 0 while nobody knows how much there is. */
  'task.progress': TaskProgress
  /** What the wall shows from now on: all that its page is ever told. */
  'wall.shown': WallContent
  /** For the presenter alone. */
  'presenting.changed': PresenterState | null
  /** The shell's menu asks the window to do one of its actions. */
  'menu.chosen': { action: string }
}
