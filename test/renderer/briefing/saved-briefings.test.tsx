// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { useState } from 'react'
import type { Input } from '../../../app/contract'
import { briefingOptions, type BriefingOptions } from '../../../app/contract/briefing-contract'
import { SavedBriefings } from '../../../renderer/screens/briefing/saved-briefings'
import { ApplicationProvider, createApplication } from '../../../renderer/state/application'
import { openBriefing } from '../../../renderer/state/briefing-desk'
import { dismissNotice } from '../../../renderer/state/notice'
import { useOpened } from '../../../renderer/state/opened'
import { openTestApp } from '../../builders/open-test-app'

async function showBriefings(given: Input<'briefing.compose'> = {}) {
  const app = await openTestApp()
  const { api } = app
  await api.call('party.add', { name: 'Norway', shortName: 'Norway', colour: 'blue' })
  const issue = await api.call('issue.add', { title: 'Cod quotas' })
  onTestFinished(() => {
    cleanup()
    openBriefing(null)
    dismissNotice()
    useOpened.setState({ opened: undefined })
  })
  useOpened.setState({ opened: await api.call('dossier.opened', {}) })
  await act(async () => {
    render(
      <ApplicationProvider value={createApplication(api, 'en')}>
        <Panel given={given} />
      </ApplicationProvider>,
    )
  })
  return { ...app, issue }
}

function Panel({ given }: { given: Input<'briefing.compose'> }) {
  const [options, setOptions] = useState<BriefingOptions>(() => briefingOptions.parse(given))
  return (
    <SavedBriefings options={options} choose={(changed) => setOptions((old) => ({ ...old, ...changed }))} />
  )
}

async function saveAs(name: string) {
  fireEvent.click(await screen.findByRole('button', { name: 'Save as…' }))
  const field = screen.getByRole('textbox', { name: 'Name' })
  expect(document.activeElement).toBe(field)
  fireEvent.change(field, { target: { value: name } })
  fireEvent.submit(field)
}

const openButton = (name: string) => screen.findByRole('button', { name: `Open ${name}` })

test('a briefing is saved under a name, is the one that is open, and can be taken away until it is issued', async () => {
  const { api } = await showBriefings()
  await saveAs('For the minister')
  expect((await openButton('For the minister')).getAttribute('aria-pressed')).toBe('true')
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Save as…'))

  fireEvent.click(screen.getByRole('button', { name: 'Remove For the minister' }))
  await waitFor(async () => expect(await api.call('briefing.list', {})).toEqual([]))
  await saveAs('For the press')
  fireEvent.click(await screen.findByRole('button', { name: 'Issue it as no. 1' }))
  await screen.findByRole('button', { name: 'Open no. 1 as it was issued' })
  expect(screen.queryByRole('button', { name: 'Remove For the press' })).toBeNull()
})

test('Escape gives up the name, and nothing is saved', async () => {
  const { api } = await showBriefings()
  fireEvent.click(await screen.findByRole('button', { name: 'Save as…' }))
  const field = screen.getByRole('textbox', { name: 'Name' })
  fireEvent.change(field, { target: { value: 'Never' } })
  fireEvent.keyDown(field, { key: 'Escape' })
  expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull()
  expect(await api.call('briefing.list', {})).toEqual([])
})

test('two issued briefings are compared from the earlier to the later, place by place', async () => {
  const { api, issue } = await showBriefings()
  await saveAs('For the minister')
  fireEvent.click(await screen.findByRole('button', { name: 'Issue it as no. 1' }))
  await screen.findByRole('button', { name: 'Open no. 1 as it was issued' })
  await act(() => api.call('issue.change', { id: issue.id, title: 'Quotas for cod' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Issue it as no. 2' }))
  const second = await screen.findByRole('button', { name: 'Open no. 2 as it was issued' })

  fireEvent.click(screen.getByRole('button', { name: 'Changes since no. 2' }))
  expect(await screen.findByText('Nothing has changed since no. 2.')).toBeTruthy()

  fireEvent.click(second)
  await screen.findByText(/^This is no. 2 as it was issued/)
  // Nothing can have changed since what lies beside, nor since what came after it.
  expect(screen.queryByRole('button', { name: 'Changes since no. 2' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Changes since no. 1' }))
  const found = await screen.findByText(/changed from no. 1 to no. 2/)
  const places = within(found.parentElement!).getAllByRole('term')
  expect(new Set(places.map(({ textContent }) => textContent)).size).toBe(places.length)
  expect(found.parentElement!.querySelector('ins')!.textContent).toContain('Quotas')

  fireEvent.click(screen.getByRole('button', { name: 'Open no. 1 as it was issued' }))
  await screen.findByText(/^This is no. 1 as it was issued/)
  expect(screen.queryByRole('button', { name: /^Changes since/ })).toBeNull()
})

test('what stays here of the paper beside it does not hide what was issued', async () => {
  const { api, issue } = await showBriefings({ selection: { scope: { landingZones: false } } })
  await saveAs('For the minister')
  fireEvent.click(await screen.findByRole('button', { name: 'Issue it as no. 1' }))
  await screen.findByRole('button', { name: 'Open no. 1 as it was issued' })
  await act(() =>
    api.call('issue.change', { id: issue.id, title: 'Quotas for cod', landingZone: 'Half of it' }),
  )
  fireEvent.click(screen.getByRole('button', { name: 'Changes since no. 1' }))
  const found = await screen.findByText(/changed since no. 1/)
  expect(found.parentElement!.textContent).toContain('Quotas')
  expect(found.parentElement!.textContent).not.toContain('Half of it')
})
