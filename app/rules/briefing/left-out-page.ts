import { leftOutPageLines } from '../export/left-out-text'
import { cellKey } from '../whole-dossier'
import { added, line, type BriefingContext } from './briefing-context'
import type { BriefingSection } from './briefing-document'

/** A page of its own at the end, where it was asked for: how much stayed here, without a word of it. */
export function composeLeftOut(context: BriefingContext): BriefingSection[] {
  const { say, records, issue, partyName } = context
  if (records.leftOut === null) return []
  const cells = records.comparison.cells
    .filter((cell) => records.withheldCells.has(cellKey(cell)))
    .map(({ issueId, partyId }) => `${issue(issueId)?.number ?? ''} ${partyName(partyId)}`)
  const lines = leftOutPageLines(records.leftOut, cells, say)
  const page: BriefingSection = {
    is: 'group',
    id: 'left-out-page',
    heading: say('briefing.leftOut'),
    layout: 'flow',
    sections: [
      {
        is: 'note',
        id: 'left-out-about',
        heading: '',
        lines: [line(added(say('briefing.leftOut.about'), 'strong'))],
      },
      {
        is: 'list',
        id: 'left-out-list',
        heading: '',
        marker: 'none',
        lines: lines.map((words) => line(added(words))),
      },
    ],
  }
  return [
    { is: 'group', id: 'left-out', heading: say('briefing.forAuthor'), layout: 'pages', sections: [page] },
  ]
}
