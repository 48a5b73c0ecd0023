// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openSheet } from '../../../renderer/state/compare-view'
import { focused, press, tabTo, type } from '../keyboard'
import { addSource, openPaneApp, recordDemand, showCell, sourceText } from './open-pane'

const labelled = (label: string) => (element: HTMLElement) => {
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
  const named = element.getAttribute('aria-labelledby')?.split(' ') ?? []
  const words = [...labels, ...named.map((id) => document.getElementById(id))].map(
    (each) => each?.textContent,
  )
  return [...words, element.getAttribute('aria-label'), element.textContent].includes(label)
}

async function record() {
  await press('Enter', { ctrlKey: true })
}

test('a position with its condition is recorded by keyboard alone', async () => {
  const app = await openPaneApp()
  await showCell(app)

  await tabTo(labelled('Record a position'))
  await press('Enter')
  await waitFor(() => expect(focused().tagName).toBe('TEXTAREA'))
  await type('Halve the catch')
  await press('Tab')
  await press('ArrowRight')
  await tabTo(labelled('To'))
  await type('ice')
  await press('Enter')
  await tabTo(labelled('Add condition'))
  await press('Enter')
  await tabTo(labelled('Condition'))
  await type('Norway does the same')
  await record()

  await screen.findByRole('heading', { name: /Halve the catch → Iceland/ })
  // The button that the form was opened with is gone by now.
  await waitFor(() => expect(focused()).toBe(screen.getByRole('tab', { name: 'Cell' })))
  const [position] = await app.api.call('position.list', {})
  expect(position).toMatchObject({ text: 'Halve the catch', kind: 'offer', addresseeId: app.iceland.id })
  expect(await app.api.call('condition.list', {})).toMatchObject([
    { positionId: position!.id, relation: 'only if', text: 'Norway does the same', state: 'open' },
  ])
  // Both are one step.
  await app.api.call('history.undo', {})
  expect(await app.api.call('position.list', {})).toEqual([])
})

test('the first words typed in a cell begin the position', async () => {
  const app = await openPaneApp()
  await showCell(app)
  await act(async () =>
    openSheet({ kind: 'position', id: null, issueId: app.issue.id, partyId: app.norway.id, firstWords: 'H' }),
  )
  await type('alve it')
  await record()
  expect(await screen.findByRole('heading', { name: /Halve it/ })).toBeTruthy()
})

test('a position is changed, and what is not in the form stays', async () => {
  const app = await openPaneApp()
  const position = await recordDemand(app)
  await showCell(app)
  fireEvent.click(screen.getByRole('button', { name: 'Edit' }))
  await screen.findByRole('form', { name: 'Position' })
  await waitFor(() => expect(focused()).toHaveProperty('value', 'Halve the catch'))
  await type(' by June')
  await record()

  await screen.findByRole('heading', { name: /Halve the catch by June/ })
  expect(await app.api.call('position.get', { id: position.id })).toEqual({
    ...position,
    text: 'Halve the catch by June',
  })
})

test('a condition is added, and its state changed where it stands', async () => {
  const app = await openPaneApp()
  const position = await recordDemand(app)
  await showCell(app)
  fireEvent.click(screen.getByRole('button', { name: 'Add condition' }))
  await screen.findByRole('form', { name: 'New condition' })
  await type('The fleet is paid')
  await record()

  await screen.findByText('The fleet is paid')
  fireEvent.click(screen.getByRole('button', { name: /State of the condition/ }))
  fireEvent.click(within(await screen.findByRole('listbox')).getByRole('option', { name: 'refused' }))
  await waitFor(async () =>
    expect(await app.api.call('condition.list', {})).toMatchObject([
      { positionId: position.id, text: 'The fleet is paid', relation: 'only if', state: 'refused' },
    ]),
  )
})

test('an answer comes from the addressee unless somebody says otherwise', async () => {
  const app = await openPaneApp()
  const position = await recordDemand(app)
  await showCell(app)
  fireEvent.click(screen.getByRole('button', { name: 'Add answer' }))
  await screen.findByRole('form', { name: 'New answer' })
  await record()

  await screen.findByText('Iceland answered')
  expect(await app.api.call('answer.list', {})).toMatchObject([
    { positionId: position.id, partyId: app.iceland.id, outcome: 'rejected' },
  ])
})

test('a statement is recorded with a passage chosen in its source', async () => {
  const app = await openPaneApp()
  const source = await addSource(app)
  const position = await recordDemand(app)
  await showCell(app)
  fireEvent.click(screen.getByRole('button', { name: 'Add evidence' }))
  fireEvent.click(await screen.findByRole('button', { name: 'New statement' }))
  await screen.findByRole('form', { name: 'New statement' })

  await type('fish')
  await press('Enter')
  const reading = await screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: 'Text of Fisheries bulletin',
  })
  reading.focus()
  expect(reading.readOnly).toBe(false)
  expect(fireEvent(reading, new InputEvent('beforeinput', { data: 'x', cancelable: true }))).toBe(false)
  const start = sourceText.indexOf('Cod stocks')
  // One space too many at the end is not part of the words.
  reading.setSelectionRange(start, sourceText.indexOf(',” she'))
  await press('Enter')
  expect(screen.getByRole('textbox', { name: 'Words' })).toHaveProperty('value', 'Cod stocks will not last')
  await tabTo(labelled('Speaker'))
  await type('Ragnhild Vik')
  await press('Enter')
  await waitFor(() => expect(focused()).toHaveProperty('value', 'Ragnhild Vik'))
  await record()

  await screen.findByText('1 statement · 1 origin')
  const [statement] = await app.api.call('statement.list', {})
  const [speaker] = await app.api.call('speaker.list', {})
  expect(statement).toMatchObject({
    sourceId: source.id,
    text: 'Cod stocks will not last',
    speakerId: speaker!.id,
  })
  expect(await app.api.call('span.list', {})).toMatchObject([
    {
      statementId: statement!.id,
      exact: 'Cod stocks will not last',
      start,
      suffix: ',” she said. <b>Nobody</b> answe',
    },
  ])
  expect(await app.api.call('evidence.list', {})).toMatchObject([
    { statementId: statement!.id, positionId: position.id, relation: 'supports' },
  ])
})

test('a speaker recorded over the statement is chosen in it, with the party spoken for, and nothing typed is lost', async () => {
  const app = await openPaneApp()
  await addSource(app)
  await recordDemand(app)
  await showCell(app)
  fireEvent.click(screen.getByRole('button', { name: 'Add evidence' }))
  fireEvent.click(await screen.findByRole('button', { name: 'New statement' }))
  await screen.findByRole('form', { name: 'New statement' })
  await tabTo(labelled('Words'))
  await type('Not a fish more')
  fireEvent.click(screen.getByRole('button', { name: 'New speaker' }))
  await screen.findByRole('form', { name: 'New speaker' })
  await type('Ragnhild Vik')
  await tabTo(labelled('Add affiliation'))
  await press('Enter')
  await tabTo(labelled('Party'))
  await type('nor')
  await press('Enter')
  await tabTo(labelled('Office'))
  await type('Minister of Fisheries')
  await record()

  await screen.findByRole('form', { name: 'New statement' })
  expect(screen.getByRole('textbox', { name: 'Words' })).toHaveProperty('value', 'Not a fish more')
  await waitFor(() => {
    expect(screen.getByRole('combobox', { name: 'Speaker' })).toHaveProperty('value', 'Ragnhild Vik')
    expect(screen.getByRole('combobox', { name: 'On behalf of' })).toHaveProperty('value', 'Norway')
  })
  expect(await app.api.call('affiliation.list', {})).toMatchObject([
    { partyId: app.norway.id, office: 'Minister of Fisheries' },
  ])
})

test('that nothing was found is noted, with where it was searched', async () => {
  const app = await openPaneApp()
  await addSource(app)
  await showCell(app)
  await tabTo(labelled('Note that nothing was found'))
  await press('Enter')
  await screen.findByRole('form', { name: 'Nothing was found' })
  await tabTo(labelled('Insert source'))
  await type('bulletin')
  await press('Enter')
  await record()

  await screen.findByText(/searched in Fisheries bulletin/)
  expect(await app.api.call('gap.list', {})).toMatchObject([
    { issueId: app.issue.id, partyId: app.norway.id, searchedWhere: 'Fisheries bulletin' },
  ])
})

test('a date that cannot be read is said to be so and records nothing', async () => {
  const app = await openPaneApp()
  await showCell(app)
  fireEvent.click(screen.getByRole('button', { name: 'Note that nothing was found' }))
  await screen.findByRole('form', { name: 'Nothing was found' })
  fireEvent.change(screen.getByRole('textbox', { name: 'As of' }), { target: { value: 'last week' } })
  expect(screen.getByText(/Not a date we can read/)).toBeTruthy()
  await record()

  expect((await screen.findByRole('alert')).textContent).toContain('“As of” is not a date we can read')
  expect(await app.api.call('gap.list', {})).toEqual([])
})

test('a number beyond the scale is refused in the form', async () => {
  const app = await openPaneApp()
  await recordDemand(app)
  await showCell(app)
  fireEvent.click(screen.getByRole('button', { name: 'Edit' }))
  await screen.findByRole('form', { name: 'Position' })
  fireEvent.change(screen.getByLabelText('Salience'), { target: { value: '101' } })
  await record()
  expect((await screen.findByRole('alert')).textContent).toBe('“Salience” is a whole number from 0 to 100.')
})

test('Escape leaves a form without recording and gives the focus back', async () => {
  const app = await openPaneApp()
  await showCell(app)
  const opener = await tabTo(labelled('Record a position'))
  await press('Enter')
  await type('Half')
  await press('Escape')
  expect(screen.queryByRole('form')).toBeNull()
  expect(focused()).toBe(opener)
  expect(await app.api.call('position.list', {})).toEqual([])
})

test.each(['offer', 'Add condition', 'To', 'More fields'])(
  'from “%s” a position is recorded, or left',
  async (label) => {
    const app = await openPaneApp()
    await showCell(app)
    fireEvent.click(screen.getByRole('button', { name: 'Record a position' }))
    await type('Halve the catch')
    if (label === 'offer') {
      await press('Tab')
      await press('ArrowRight')
    } else await tabTo(labelled(label))
    await record()
    await screen.findByRole('heading', { name: /Halve the catch/ })

    fireEvent.click(screen.getByRole('button', { name: 'Record another position' }))
    if (label === 'offer') {
      await press('Tab')
      await press('ArrowRight')
    } else await tabTo(labelled(label))
    await press('Escape')
    expect(screen.queryByRole('form')).toBeNull()
  },
)
