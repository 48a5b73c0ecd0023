// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openSourcesApp, showSource } from './open-sources'

/** Three sources, the first of them open. */
async function openThree() {
  const app = await openSourcesApp()
  for (const title of ['Cable from the embassy', 'Letter to the minister'])
    await app.api.call('source.add', { title, text: title })
  await showSource(app)
  return app
}

async function putOn(within_: HTMLElement, words: string) {
  const field = within(within_).getByRole('combobox', { name: /Add a tag|Tags/ })
  fireEvent.focus(field)
  fireEvent.change(field, { target: { value: words } })
  fireEvent.keyDown(field, { key: 'Enter' })
}

test('the open source shows its tags in its own tab, where they are put on and taken off', async () => {
  const { api, source } = await openThree()
  fireEvent.click(screen.getByRole('tab', { name: 'Source' }))
  const tags = await screen.findByRole('region', { name: 'Tags' })
  await putOn(tags, 'embassy')
  await within(tags).findByText('embassy')
  const [tagging] = await api.call('tagging.list', { sourceId: source.id })
  expect(tagging).toBeDefined()
  fireEvent.click(within(tags).getByRole('button', { name: 'Take “embassy” off' }))
  await waitFor(async () => expect(await api.call('tagging.list', { sourceId: source.id })).toEqual([]))
})

test('in the form of a source tags are recorded with the rest, in one step', async () => {
  const { api, source } = await openThree()
  fireEvent.click(screen.getByRole('tab', { name: 'Source' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Edit' }))
  const form = await screen.findByRole('form')
  await putOn(form, 'confidential')
  await within(form).findByText('confidential')
  expect(await api.call('tagging.list', { sourceId: source.id })).toEqual([])
  fireEvent.submit(form)
  await waitFor(async () => expect(await api.call('tagging.list', { sourceId: source.id })).toHaveLength(1))
  expect(await api.call('history.state', {})).toMatchObject({ canUndo: 'source.save' })
})
