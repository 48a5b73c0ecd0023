import type { ReactNode } from 'react'
import type { PaneSheet } from '../../../state/compare-view'
import { BlockSheet } from '../entry/block-sheet'
import { ManySheet } from '../entry/many-sheet'
import { AnswerSheet } from './forms/answer-form'
import { ConditionSheet } from './forms/condition-form'
import { DossierSheet } from './forms/dossier-form'
import { EventSheet } from './forms/event-form'
import { EvidencePicker } from './forms/evidence-picker'
import { GapSheet } from './forms/gap-form'
import { IssueSheet } from './forms/issue-form'
import { OutletSheet } from './forms/outlet-form'
import { PartySheet } from './forms/party-form'
import { PointSheet } from './forms/point-form'
import { PositionSheet } from './forms/position-form'
import { RoundSheet } from './forms/round-form'
import { SourceSheet } from './forms/source-form'
import { SpeakerSheet } from './forms/speaker-form'
import { StatementSheet } from './forms/statement-form'
import { ExportSheet } from './export-sheet'
import { ChangesSheet } from './changes-sheet'
import { HistorySheet } from './history-sheet'
import { RecordsSheet } from './records-sheet'
import { SourceText } from './source-text'

/** The form or reading that a sheet holds. */
export function Sheet({ sheet }: { sheet: PaneSheet }): ReactNode {
  switch (sheet.kind) {
    case 'position':
      return <PositionSheet {...sheet} />
    case 'condition':
      return <ConditionSheet {...sheet} />
    case 'answer':
      return <AnswerSheet {...sheet} />
    case 'gap':
      return <GapSheet {...sheet} />
    case 'statement':
      return <StatementSheet {...sheet} />
    case 'evidence':
      return <EvidencePicker {...sheet} />
    case 'source':
      return <SourceSheet {...sheet} />
    case 'sourceText':
      return <SourceText {...sheet} />
    case 'speaker':
      return <SpeakerSheet {...sheet} />
    case 'outlet':
      return <OutletSheet {...sheet} />
    case 'event':
      return <EventSheet {...sheet} />
    case 'party':
      return <PartySheet {...sheet} />
    case 'issue':
      return <IssueSheet {...sheet} />
    case 'point':
      return <PointSheet {...sheet} />
    case 'round':
      return <RoundSheet {...sheet} />
    case 'block':
      return <BlockSheet {...sheet} />
    case 'many':
      return <ManySheet />
    case 'dossier':
      return <DossierSheet />
    case 'export':
      return <ExportSheet />
    case 'records':
      return <RecordsSheet />
    case 'changes':
      return <ChangesSheet />
    case 'history':
      return <HistorySheet {...sheet} />
  }
}
