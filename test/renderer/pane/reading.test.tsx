// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { anchorFor } from '../../../app/rules/anchor'
import { cutAtPassages } from '../../../renderer/screens/compare/pane/source-text'
import { useNotice } from '../../../renderer/state/notice'
import { focused, press } from '../keyboard'
import { addSource, openPaneApp, recordDemand, showCell, sourceText, type PaneApp } from './open-pane'

const words = 'Cod stocks will not last'

async function recordStatement(app: PaneApp) {
  const source = await addSource(app)
  const position = await recordDemand(app)
  const start = sourceText.indexOf(words)
  const statement = await app.api.call('statement.record', {
    sourceId: source.id,
    form: 'verbatim',
    text: words,
    saidOn: '2025-11-10',
    saidOnWords: 'on Monday',
    spans: [{ ...anchorFor(sourceText, start, start + words.length), page: null }],
    evidence: [{ positionId: position.id }],
  })
  return { source, position, statement }
}

test('evidence shows the words, and where they come from', async () => {
  const app = await openPaneApp()
  await recordStatement(app)
  await showCell(app, { tab: 'evidence' })

  const quote = await screen.findByRole('article', { name: 'statement' })
  expect(within(quote).getByText('“Cod stocks will not last”')).toBeTruthy()
  expect(within(quote).getByText(/10 Nov 2025/).textContent).toContain('(“on Monday”)')
  expect(within(quote).getByText('not graded')).toBeTruthy()
  expect(within(quote).getByText('no speaker named')).toBeTruthy()
})

test('the relation of evidence is changed where it stands', async () => {
  const app = await openPaneApp()
  await recordStatement(app)
  await showCell(app, { tab: 'evidence' })
  fireEvent.click(await screen.findByRole('button', { name: /Relation/ }))
  fireEvent.click(within(await screen.findByRole('listbox')).getByRole('option', { name: 'contradicts' }))
  await waitFor(async () =>
    expect(await app.api.call('evidence.list', {})).toMatchObject([{ relation: 'contradicts' }]),
  )
})

test('a source opens at the very words, and its markup is text', async () => {
  const app = await openPaneApp()
  await recordStatement(app)
  await showCell(app, { tab: 'evidence' })
  fireEvent.click(await screen.findByRole('button', { name: 'Open in source' }))

  await waitFor(() => expect(focused().tagName).toBe('MARK'))
  expect(focused().textContent).toBe(words)
  expect(focused().parentElement?.textContent).toBe(sourceText)
  expect(focused().parentElement?.querySelector('b')).toBeNull()
  await press('Escape')
  expect(screen.getByRole('tab', { name: 'Evidence' })).toBeTruthy()
})

test('words that are gone from their source are said to be gone', async () => {
  const app = await openPaneApp()
  const { source } = await recordStatement(app)
  await app.api.call('source.change', { id: source.id, text: 'Another text altogether.' })
  await showCell(app, { tab: 'evidence' })
  expect(await screen.findByText(/no longer in the text/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Open in source' }))
  expect((await screen.findByRole('status')).textContent).toContain('no longer in the text')
  expect(document.querySelector('mark')).toBeNull()
})

test('a statement that is there already becomes evidence', async () => {
  const app = await openPaneApp()
  const { statement } = await recordStatement(app)
  const other = await recordDemand(app, 'Share the survey')
  await showCell(app)
  const card = await screen.findByRole('article', { name: /Share the survey/ })
  fireEvent.click(within(card).getByRole('button', { name: 'Add evidence' }))
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(words) }))
  await waitFor(async () =>
    expect(await app.api.call('evidence.list', { positionId: other.id })).toMatchObject([
      { statementId: statement.id, relation: 'supports' },
    ]),
  )
  await screen.findByRole('article', { name: /Share the survey/ })
})

test('removing asks for nothing and says how to have it back', async () => {
  const app = await openPaneApp()
  await recordDemand(app)
  await showCell(app)
  const remove = await screen.findByRole('button', { name: 'Remove' })
  remove.focus()
  await press('Enter')
  await screen.findByRole('button', { name: 'Record a position' })
  await waitFor(() => expect(focused()).toBe(screen.getByRole('tab', { name: 'Cell' })))
  expect(useNotice.getState().notice).toEqual({
    kind: 'done',
    text: 'Removed: position. Undo brings it back.',
  })
})

test('a row shows every party, its status is changed at once, and its landing zone when it is left', async () => {
  const app = await openPaneApp()
  await recordDemand(app)
  await showCell(app, { tab: 'row' })
  expect(screen.getByRole('button', { name: 'Iceland' })).toBeTruthy()
  expect(screen.getByText('Not yet looked at')).toBeTruthy()

  fireEvent.click(screen.getByRole('button', { name: /Status/ }))
  fireEvent.click(within(await screen.findByRole('listbox')).getByRole('option', { name: 'converging' }))
  const zone = screen.getByRole('textbox', { name: 'Landing zone' })
  fireEvent.change(zone, { target: { value: 'A quota set each year' } })
  fireEvent.blur(zone)
  await waitFor(async () =>
    expect(await app.api.call('issue.get', { id: app.issue.id })).toMatchObject({
      status: 'converging',
      landingZone: 'A quota set each year',
    }),
  )
})

test.each(['row', 'cell', 'evidence'] as const)(
  'a dossier that is open to read offers no editing in the tab %s',
  async (tab) => {
    const app = await openPaneApp()
    const { position } = await recordStatement(app)
    await app.api.call('condition.add', {
      positionId: position.id,
      relation: 'unless',
      text: 'The sea warms',
    })
    await showCell(app, { tab, isReadOnly: true })
    if (tab === 'evidence') await screen.findByRole('article', { name: 'statement' })

    const buttons = screen.getAllByRole('button').map((button) => button.textContent)
    const reading = { row: ['Norway', 'Iceland'], cell: [], evidence: ['Open in source'] }[tab]
    expect(buttons).toEqual(['×', ...reading])
    expect(screen.queryByRole('textbox')).toBeNull()
  },
)

test('passages that overlap are cut where they begin and end', () => {
  const [first, second] = ['a', 'b'] as never[]
  const pieces = cutAtPassages(
    'abcdef',
    [
      { statementId: first!, start: 1, end: 4 },
      { statementId: second!, start: 3, end: 5 },
    ],
    second!,
  )
  expect(pieces.map(({ text, isPassage, isWanted }) => [text, isPassage, isWanted])).toEqual([
    ['a', false, false],
    ['bc', true, false],
    ['de', true, true],
    ['f', false, false],
  ])
})
