import { act, cleanup, render, screen } from '@testing-library/react'
import { onTestFinished } from 'vitest'
import { ApplicationProvider, createApplication } from '../../../renderer/state/application'
import { ChangesProvider, useChangesOf } from '../../../renderer/state/changes'
import { ComparisonProvider, useComparisonQuery } from '../../../renderer/state/comparison'
import { forgetView, openPane, select, type PaneTab } from '../../../renderer/state/compare-view'
import { dismissNotice } from '../../../renderer/state/notice'
import { useOpened } from '../../../renderer/state/opened'
import { SidePane } from '../../../renderer/screens/compare/pane/side-pane'
import { openTestApp } from '../../builders/open-test-app'

export type PaneApp = Awaited<ReturnType<typeof openPaneApp>>

/** A dossier with two parties and one issue, nothing recorded yet. */
export async function openPaneApp() {
  const app = await openTestApp()
  const norway = await app.api.call('party.add', { name: 'Norway', shortName: 'Norway', colour: 'blue' })
  const iceland = await app.api.call('party.add', { name: 'Iceland', shortName: 'Iceland', colour: 'green' })
  const issue = await app.api.call('issue.add', { title: 'Cod quotas' })
  return { ...app, norway, iceland, issue }
}

/** Norway's cell in the side pane, as the window shows it. */
export async function showCell(
  { api, issue, norway }: PaneApp,
  { tab = 'cell', isReadOnly = false }: { tab?: PaneTab; isReadOnly?: boolean } = {},
): Promise<void> {
  onTestFinished(() => {
    cleanup()
    forgetView()
    dismissNotice()
    useOpened.setState({ opened: undefined })
  })
  const opened = await api.call('dossier.opened', {})
  useOpened.setState({ opened: opened && { ...opened, isReadOnly } })
  select({ kind: 'cell', issueId: issue.id, partyId: norway.id })
  openPane(tab)
  await act(async () => {
    render(
      <ApplicationProvider value={createApplication(api, 'en')}>
        <Pane />
      </ApplicationProvider>,
    )
  })
  await screen.findByRole('heading', { name: tab === 'row' ? '1 Cod quotas' : 'Norway on Cod quotas' })
}

function Pane() {
  const comparison = useComparisonQuery()
  return (
    <ComparisonProvider value={comparison}>
      <ChangesProvider value={useChangesOf(comparison.value)}>
        <SidePane />
      </ChangesProvider>
    </ComparisonProvider>
  )
}

export async function recordDemand({ api, issue, norway, iceland }: PaneApp, text = 'Halve the catch') {
  return api.call('position.record', {
    issueId: issue.id,
    partyId: norway.id,
    addresseeId: iceland.id,
    kind: 'demand',
    text,
  })
}

export const sourceText =
  'The minister spoke on Monday. “Cod stocks will not last,” she said. <b>Nobody</b> answered.'

export async function addSource({ api }: PaneApp) {
  return api.call('source.add', { title: 'Fisheries bulletin', text: sourceText })
}
