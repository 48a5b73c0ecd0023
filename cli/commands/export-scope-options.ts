import type { ExportFormat } from '../../app/contract/export-contract'
import { AppError } from '../../app/errors'
import { createSay } from '../../app/messages/say'
import { exportScope, wholeScope, type ExportScope } from '../../app/model/export-scope'
import type { ExportSelection } from '../../app/model/export-selection'
import type { IssueId } from '../../app/model/issue'
import { findIssue, findParty } from '../../app/rules/show'
import { placeIssues, type PlacedIssue } from '../../app/rules/issue-tree'
import { foldText } from '../../app/rules/fold-text'
import type { Values } from '../command'
import type { Call } from '../open-to-read'
import { choiceOf, textsOf } from '../option-values'

const say = createSay('en')

const parts = {
  assessments: 'assessments',
  notes: 'notes',
  grades: 'grades',
  points: 'points',
  'landing-zones': 'landingZones',
  author: 'author',
  texts: 'texts',
  originals: 'originals',
  history: 'history',
} as const satisfies Record<string, keyof ExportScope>

/** What leaves, as far as it can be told without the dossier. JSON is for keeping, so there all leaves unless told. */
export function scopeOf(format: ExportFormat, values: Values): ExportScope {
  const scope = { ...(format === 'json' ? wholeScope : exportScope.parse({})) }
  for (const part of partsOf(values, 'with')) scope[parts[part]] = true
  for (const part of partsOf(values, 'without')) scope[parts[part]] = false
  const resting = choiceOf(values, 'resting', ['leave-out', 'mark'])
  return resting === undefined
    ? scope
    : { ...scope, restingOnLeftOut: resting === 'mark' ? 'mark' : 'leave out' }
}

function partsOf(values: Values, option: 'with' | 'without'): (keyof typeof parts)[] {
  const given = textsOf(values, option).flatMap((text) => text.split(','))
  return given.map((text) => {
    const part = (Object.keys(parts) as (keyof typeof parts)[]).find((each) => each === text.trim())
    if (part !== undefined) return part
    throw new AppError('usage', {
      problem: say('cli.not-a-choice', { option, text, choices: Object.keys(parts).join(', ') }),
    })
  })
}

/** With the parties, issues, tags and views that are named, by their ids. */
export async function selectionOf(call: Call, scope: ExportScope, values: Values): Promise<ExportSelection> {
  const [hidden, tagNames] = [textsOf(values, 'hide'), textsOf(values, 'confidential')]
  const [partyNames, issueNames] = [textsOf(values, 'party'), textsOf(values, 'issue')]
  const parties = await call('party.list', {})
  const partyCalled = (name: string) => {
    const found = findParty(parties, name)
    if (found !== undefined) return found.id
    throw new AppError('party-not-found', { name, parties: parties.map((each) => each.shortName).join(', ') })
  }
  const issues = issueNames.length === 0 ? [] : placeIssues(await call('issue.list', {}))
  const issueCalled = (name: string) => {
    const found = findIssue(issues, name)
    if (found !== undefined) return found.id
    throw new AppError('issue-not-found', { name, issues: issues.map((each) => each.number).join(', ') })
  }
  const tags = tagNames.length === 0 ? [] : await call('tag.list', {})
  const tagCalled = (name: string) => {
    const found = tags.find((each) => foldText(each.name) === foldText(name.trim()))
    if (found !== undefined) return found.id
    throw new AppError('tag-not-found', { name, tags: listed(tags) })
  }
  return {
    parties: partyNames.length === 0 ? null : partyNames.map(partyCalled),
    issues: issueNames.length === 0 ? null : withBranches(issues, issueNames.map(issueCalled)),
    scope: { ...scope, hiddenParties: hidden.map(partyCalled), confidentialTags: tagNames.map(tagCalled) },
    listsLeftOut: values['last-page'] === true,
  }
}

/** With what nests in them; issues come before what nests in them. */
function withBranches(issues: readonly PlacedIssue[], wanted: readonly IssueId[]): IssueId[] {
  const chosen = new Set<IssueId | null>(wanted)
  for (const { id, parentId } of issues) if (parentId !== null && chosen.has(parentId)) chosen.add(id)
  return issues.map(({ id }) => id).filter((id) => chosen.has(id))
}

const listed = (named: readonly { name: string }[]): string =>
  named.length === 0
    ? say('cli.no-tags')
    : say('cli.tags-are', { names: named.map(({ name }) => name).join(', ') })
