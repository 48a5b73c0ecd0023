import type { Finding } from '../../model/finding'
import type { StatementInContext } from '../evidence-item'
import { line, remarks, sourceLeftOut, type BriefingContext } from './briefing-context'
import type { BriefingSection } from './briefing-document'

/** What the analyst found, in the analyst's order, each with the figures of what it rests on. */
export function composeFindings(context: BriefingContext): BriefingSection[] {
  const { records, say } = context
  if (records.findings.length === 0) return []
  return [
    {
      is: 'group',
      id: 'findings',
      heading: say('briefing.findings'),
      layout: 'columns',
      sections: records.findings.map((finding) => composeFinding(context, finding)),
    },
  ]
}

function composeFinding(context: BriefingContext, finding: Finding): BriefingSection {
  const { say, written } = context
  const numbers = finding.issues
    .map((id) => context.issue(id)?.number)
    .filter((number) => number !== undefined)
  const about = { is: 'record', kind: 'finding', id: finding.id } as const
  return {
    is: 'note',
    id: `finding-${finding.id}`,
    heading: finding.title,
    lines: [
      {
        ...line(
          written(finding.text),
          ...context.cite(evidenceBehind(context, finding)),
          ...remarks([
            numbers.length > 0 &&
              say('briefing.findingIssues', { count: numbers.length, issues: numbers.join(', ') }),
            finding.positions.map((id) => sourceLeftOut(context, id)).find((words) => words !== null) ?? null,
          ]),
        ),
        about,
      },
    ],
  }
}

function evidenceBehind(context: BriefingContext, finding: Finding): StatementInContext[] {
  return finding.positions.flatMap((id) =>
    context.evidenceFor(id).filter(({ evidence }) => evidence.relation !== 'contradicts'),
  )
}
