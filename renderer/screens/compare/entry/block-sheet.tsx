import { useEffect, useMemo, useRef, useState } from 'react'
import { AppError } from '../../../../app/errors'
import type { IssueId } from '../../../../app/model/issue'
import type { PartyId } from '../../../../app/model/party'
import { basis, positionKind } from '../../../../app/model/position'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import {
  fillOf,
  planBlock,
  refuseBlock,
  type BlockChoices,
  type BlockPlan,
} from '../../../../app/rules/pasted-block'
import { columnLetters, type Block } from '../../../../app/rules/tab-separated'
import { Button } from '../../../elements/button'
import { CheckField } from '../../../elements/fields/check-field'
import { ChoiceField } from '../../../elements/fields/choice-field'
import { DateField } from '../../../elements/fields/date-field'
import { TextField } from '../../../elements/fields/text-field'
import { useApi, useSay } from '../../../state/application'
import { closeSheet } from '../../../state/compare-view'
import { useComparison } from '../../../state/comparison'
import { tell } from '../../../state/notice'
import { paste } from '../../../state/pasting'
import { shownOrder } from '../../../state/selection'
import { asAppError } from '../../../state/use-query'
import { dateOrNull, useDraft } from '../pane/forms/use-draft'
import { RecordForm } from '../pane/forms/record-form'
import formStyles from '../pane/forms/forms.module.css'
import paneStyles from '../pane/pane.module.css'
import { BlockNames } from './block-names'
import { BlockPreview, BlockSum } from './block-preview'
import { BlockRefused } from './block-refused'
import styles from './block-sheet.module.css'
import { blockWords, shownGrid, heldIn } from './block-target'
import { summaryOf } from './block-words'
import { editCell } from '../../../state/cell-editing'

type BlockSheetProps = {
  /** Null asks for one. */
  block: Block | null
  /** Whether it was a table where it was copied; a text of several lines may be meant as one. */
  isTable: boolean
  start: { issueId: IssueId; partyId: PartyId } | null
}

/** What a pasted block becomes, cell by cell, before anything of it is written. */
export function BlockSheet(props: BlockSheetProps) {
  const say = useSay()
  const comparison = useComparison().value
  const { block } = props
  const refusal = useMemo(() => block && refuseBlock(block), [block])
  if (!comparison) return null
  if (block === null) return <PasteField />
  if (refusal === null) return <BlockForm {...props} block={block} comparison={comparison} />
  const { problem, ...size } = refusal
  return (
    <>
      <h2 className={paneStyles.title}>{say('entry.paste')}</h2>
      <p role="alert" className={paneStyles.empty}>
        {say(`entry.refused.${problem}`, size)}
      </p>
    </>
  )
}

function BlockForm({
  block,
  isTable,
  start,
  comparison,
}: BlockSheetProps & { block: Block; comparison: ComparisonReading }) {
  const say = useSay()
  const api = useApi()
  const { draft, bind, set } = useDraft(() => ({
    headerRow: null as boolean | null,
    headerColumn: null as boolean | null,
    names: {} as BlockChoices['names'],
    kind: 'view' as BlockChoices['kind'],
    basis: 'stated' as BlockChoices['basis'],
    from: '',
    silence: 'gap' as BlockChoices['silence'],
    searchedWhere: '',
    asOf: comparison.asOf,
    leavesOut: false,
  }))
  const [underWay, setUnderWay] = useState<{ taskId: string; share: number } | null>(null)
  const choices: BlockChoices = {
    ...draft,
    hasHeaderRow: draft.headerRow,
    hasHeaderColumn: draft.headerColumn,
    from: dateOrNull(draft.from),
    asOf: draft.asOf.trim(),
  }
  const { headerRow, headerColumn, names, kind, silence, leavesOut } = draft
  const plan = useMemo(
    () =>
      planBlock(block, shownGrid(comparison, { order: shownOrder(), start, say }), {
        choices: {
          hasHeaderRow: headerRow,
          hasHeaderColumn: headerColumn,
          names,
          kind,
          silence,
          leavesOut,
          // These are written with every cell, and change nothing about which are.
          basis: 'stated',
          from: null,
          searchedWhere: '',
          asOf: '',
        },
        words: blockWords(say),
        held: heldIn(comparison),
      }),
    [block, comparison, start, say, headerRow, headerColumn, names, kind, silence, leavesOut],
  )

  async function write(): Promise<string> {
    const nameOf = ({ row, column }: { row: number; column: number }) =>
      say('entry.cellName', { row: row + 1, column: columnLetters(column) })
    const fill = fillOf(plan, { choices, nameOf })
    const taskId = crypto.randomUUID()
    const isLong = fill.positions.length + fill.gaps.length > manyCells
    if (isLong) setUnderWay({ taskId, share: 0 })
    const stop = api.listen('task.progress', ({ id, done, of }) => {
      if (id === taskId && isLong) setUnderWay({ taskId, share: done / of })
    })
    try {
      const written = await api.call('comparison.fill', { ...fill, taskId })
      tell(say('entry.written', { what: summaryOf(written, say) }))
      return 'block'
    } catch (error) {
      throw withCell(asAppError(error), fill.positions)
    } finally {
      stop()
      setUnderWay(null)
    }
  }
  return (
    <RecordForm
      title={say('entry.paste')}
      about={aboutOf(comparison, plan, start, say)}
      onRecord={write}
      act={say('entry.write')}
      isUnready={!plan.isReady}
      underWay={
        underWay && {
          share: underWay.share,
          onCancel: () => void api.call('task.cancel', { id: underWay.taskId }),
        }
      }
    >
      <BlockSum plan={plan} />
      {!isTable && (
        <Button
          look="link"
          onPress={() => {
            closeSheet()
            const text = block.map((row) => row.join('\t')).join('\n')
            if (start) editCell({ kind: 'cell', ...start }, { firstWords: text })
          }}
        >
          {say('entry.oneText')}
        </Button>
      )}
      <div>
        <CheckField
          label={say('entry.headerRow')}
          value={plan.lines.hasHeaderRow}
          onChange={(value) => set({ headerRow: value })}
        />
        <CheckField
          label={say('entry.headerColumn')}
          value={plan.lines.hasHeaderColumn}
          onChange={(value) => set({ headerColumn: value })}
        />
      </div>
      <BlockNames plan={plan} comparison={comparison} {...bind('names')} />
      <BlockRefused plan={plan} {...bind('leavesOut')} />
      {plan.silences > 0 && (
        <ChoiceField
          label={say('entry.silence', { count: plan.silences })}
          isStacked
          choices={(['gap', 'skip', 'words'] as const).map((value) => ({
            value,
            label: say(`entry.silence.${value}`),
          }))}
          {...bind('silence')}
        />
      )}
      {plan.silences > 0 && silence === 'gap' && (
        <>
          <TextField
            label={say('field.searchedWhere')}
            hint={say('entry.searchedWhereHint')}
            {...bind('searchedWhere')}
          />
          <DateField label={say('field.asOf')} {...bind('asOf')} />
        </>
      )}
      <details className={formStyles.more}>
        <summary>
          {say('entry.choices', {
            kind: say(`kind.${kind}`),
            basis: say(`basis.${draft.basis}`),
            isDated: choices.from === null ? 'no' : 'yes',
            from: choices.from ?? '',
          })}
        </summary>
        <ChoiceField
          label={say('entry.kindUnless')}
          isStacked
          choices={positionKind.options.map((value) => ({ value, label: say(`kind.${value}`) }))}
          {...bind('kind')}
        />
        <ChoiceField
          label={say('field.basis')}
          isStacked
          choices={basis.options.map((value) => ({ value, label: say(`basis.${value}`) }))}
          {...bind('basis')}
        />
        <DateField label={say('field.from')} {...bind('from')} />
      </details>
      <BlockPreview plan={plan} comparison={comparison} />
    </RecordForm>
  )
}

/** A field that takes what is pasted, for those who came without choosing a cell. */
function PasteField() {
  const say = useSay()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <>
      <h2 className={paneStyles.title}>{say('entry.paste')}</h2>
      <label className={styles.paste}>
        {say('entry.pasteHere')}
        <textarea
          ref={field}
          rows={4}
          value=""
          readOnly
          onPaste={(event) => {
            event.preventDefault()
            closeSheet()
            const read = (type: string) => event.clipboardData.getData(type)
            paste({ text: read('text/plain'), html: read('text/html') })
          }}
        />
        <small>{say('entry.pasteHint')}</small>
      </label>
    </>
  )
}

/** As many are written within a second, and nobody leaves that off. */
const manyCells = 1_000

function aboutOf(
  { parties, issues }: ComparisonReading,
  { width, height, lines }: BlockPlan,
  start: BlockSheetProps['start'],
  say: ReturnType<typeof useSay>,
): string {
  const size = { rows: height, columns: width }
  const party = parties.find(({ id }) => id === start?.partyId)
  const issue = issues.find(({ id }) => id === start?.issueId)
  const isByPlace = !lines.hasHeaderRow || !lines.hasHeaderColumn
  return party && issue && isByPlace
    ? say('entry.pastedAt', { ...size, party: party.shortName, issue: issue.title })
    : say('entry.pasted', size)
}

/** The engine counts the cells that are written; the person knows them by their rows and columns. */
function withCell(error: AppError, positions: readonly { at: string }[]): AppError {
  const [area, place, ...field] = String(error.details.field ?? '').split('.')
  const cell = area === 'positions' ? positions[Number(place)]?.at : undefined
  if (cell === undefined) return error
  return new AppError(error.code, { ...error.details, field: field.join('.'), cell }, { cause: error })
}
