import { act, cleanup, render, screen } from '@testing-library/react'
import { onTestFinished } from 'vitest'
import { ApplicationProvider, createApplication } from '../../../renderer/state/application'
import { forgetView } from '../../../renderer/state/compare-view'
import { dismissNotice } from '../../../renderer/state/notice'
import { useOpened } from '../../../renderer/state/opened'
import { beginReading, bringBack } from '../../../renderer/state/reader'
import { goTo } from '../../../renderer/state/route'
import { SourcesScreen } from '../../../renderer/screens/sources/sources-screen'
import type { SourceId } from '../../../app/model/source'
import { openTestApp } from '../../builders/open-test-app'

export const report = `Talks went on in Oslo.

“We insist on a larger quota, and nothing less,” Norwegian Fisheries Minister Ada Berg said on Monday.

“We will not sign before that,” she added. The quota is theirs, she said.`

export type SourcesApp = Awaited<ReturnType<typeof openSourcesApp>>

/** A dossier with one report in it, and nothing recorded yet. */
export async function openSourcesApp(text = report) {
  const app = await openTestApp()
  const source = await app.api.call('source.add', {
    title: 'Fisheries bulletin',
    text,
    issued: '2025-10-22',
    language: 'en',
  })
  return { ...app, source }
}

/** The Sources screen with the report open in it, as the window shows it. */
export async function showSource(
  { api, source }: SourcesApp,
  { isReadOnly = false, statementId }: { isReadOnly?: boolean; statementId?: string } = {},
): Promise<HTMLElement> {
  onTestFinished(() => {
    cleanup()
    forgetView()
    dismissNotice()
    beginReading(null)
    bringBack(source.id)
    goTo('compare')
    useOpened.setState({ opened: undefined })
  })
  const opened = await api.call('dossier.opened', {})
  useOpened.setState({ opened: opened && { ...opened, isReadOnly } })
  goTo('sources', { id: source.id, ...(statementId === undefined ? {} : { statement: statementId }) })
  await act(async () => {
    render(
      <ApplicationProvider value={createApplication(api, 'en')}>
        <SourcesScreen />
      </ApplicationProvider>,
    )
  })
  return screen.findByRole('region', { name: 'Text of Fisheries bulletin' })
}

/** Selects words of the text as a mouse would. */
export function selectWords(reader: HTMLElement, words: string): void {
  const piece = [...reader.querySelectorAll('[data-at]')].find((each) => each.textContent?.includes(words))
  const node = piece?.firstChild
  if (!node) throw new Error(`“${words}” stand in no one piece of the text.`)
  const start = (node.textContent ?? '').indexOf(words)
  const range = document.createRange()
  range.setStart(node, start)
  range.setEnd(node, start + words.length)
  document.getSelection()?.removeAllRanges()
  document.getSelection()?.addRange(range)
}

export const sourceIdOf = ({ source }: SourcesApp): SourceId => source.id
