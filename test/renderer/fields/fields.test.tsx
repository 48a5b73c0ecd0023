// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, onTestFinished, test } from 'vitest'
import type { ComboOption } from '../../../renderer/elements/fields/combo-field'
import { ComboField } from '../../../renderer/elements/fields/combo-field'
import { DateField } from '../../../renderer/elements/fields/date-field'
import { TextField } from '../../../renderer/elements/fields/text-field'
import { InPlaceField } from '../../../renderer/elements/fields/in-place-field'
import { GradeField } from '../../../renderer/elements/fields/grade-field'
import { passageAt } from '../../../renderer/screens/compare/pane/forms/passage-chooser'
import { ApplicationProvider, createApplication } from '../../../renderer/state/application'
import { startTestApp } from '../../builders/open-test-app'
import { press, type } from '../keyboard'

function show(element: React.ReactNode) {
  onTestFinished(cleanup)
  const { api } = startTestApp()
  return render(<ApplicationProvider value={createApplication(api, 'en')}>{element}</ApplicationProvider>)
}

const towns: ComboOption<string>[] = [
  { id: 'bergen', label: 'Bergen' },
  { id: 'alesund', label: 'Ålesund', hint: 'on the coast' },
  { id: 'oslo', label: 'Oslo' },
]

function Town({ onCreate }: { onCreate?: (words: string) => Promise<string | undefined> }) {
  const [value, setValue] = useState<string | null>(null)
  return (
    <>
      <ComboField
        label="Town"
        value={value}
        onChange={setValue}
        options={towns}
        {...(onCreate && { onCreate })}
      />
      <output>{value ?? 'none'}</output>
    </>
  )
}
const chosen = () => document.querySelector('output')!.textContent

test('one of many is found by any part of its words, whatever its accents', async () => {
  show(<Town />)
  screen.getByRole('combobox').focus()
  await type('ALE')
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Ålesundon the coast'])
  await press('Enter')
  expect(chosen()).toBe('alesund')
  expect(screen.getByRole('combobox')).toHaveProperty('value', 'Ålesund')
  expect(screen.queryByRole('option')).toBeNull()
})

test('arrows walk the list and go round; the active one is told to a screen reader', async () => {
  show(<Town />)
  const input = screen.getByRole('combobox')
  input.focus()
  await press('ArrowDown')
  await press('ArrowUp')
  expect(document.getElementById(input.getAttribute('aria-activedescendant')!)?.textContent).toBe('Oslo')
  await press('Enter')
  expect(chosen()).toBe('oslo')
})

test('Escape closes the list first and is then for whoever is around', async () => {
  let escapes = 0
  show(
    <div onKeyDown={(event) => event.key === 'Escape' && (escapes += 1)}>
      <Town />
    </div>,
  )
  screen.getByRole('combobox').focus()
  await type('os')
  await press('Escape')
  expect([escapes, screen.getByRole('combobox').getAttribute('aria-expanded')]).toEqual([0, 'false'])
  expect(screen.getByRole('combobox')).toHaveProperty('value', '')
  await press('Escape')
  expect(escapes).toBe(1)
})

test('what is not there can be made, and is then chosen', async () => {
  const made: string[] = []
  show(
    <Town
      onCreate={async (words) => {
        made.push(words)
        return 'oslo'
      }}
    />,
  )
  screen.getByRole('combobox').focus()
  await type('Oslo')
  expect(screen.getAllByRole('option')).toHaveLength(1)
  await type('fjord ')
  expect(screen.getByRole('option').textContent).toBe('New “Oslofjord”')
  await press('Enter')
  expect(made).toEqual(['Oslofjord'])
  expect(chosen()).toBe('oslo')
})

test('what could not be made leaves the choice as it was', async () => {
  show(<Town onCreate={async () => undefined} />)
  screen.getByRole('combobox').focus()
  await type('Narvik')
  await press('Enter')
  expect(chosen()).toBe('none')
})

function When() {
  const [value, setValue] = useState('')
  return <DateField label="When" value={value} onChange={setValue} />
}

test.each([
  ['2025-10~', 'about October 2025'],
  [' 2025-10-20 ', '20 October 2025'],
  ['2025-08/2025-11', 'August 2025 to November 2025'],
  ['Tuesday', /Not a date we can read/],
  ['2025-13', /Not a date we can read/],
  ['2025-02-30', /Not a date we can read/],
])('the date %s says what it means', (written, said) => {
  show(<When />)
  fireEvent.change(screen.getByRole('textbox', { name: 'When' }), { target: { value: written } })
  expect(screen.getByText(said)).toBeTruthy()
  expect(screen.getByRole('textbox').getAttribute('aria-invalid') === 'true').toBe(said instanceof RegExp)
})

test('a date that is being typed never fails', () => {
  show(<When />)
  const whole = '2025-10-20/2025-11~'
  for (let end = 0; end <= whole.length; end++) {
    fireEvent.change(screen.getByRole('textbox'), { target: { value: whole.slice(0, end) } })
  }
  expect(screen.getByRole('textbox')).toHaveProperty('value', whole)
})

test('a grade is chosen by arrow keys and said in words', async () => {
  function Grade() {
    const [value, setValue] = useState<'A' | 'B'>('A')
    return (
      <GradeField
        label="Grade"
        value={value}
        onChange={setValue}
        grades={['A', 'B']}
        words={(grade) => (grade === 'A' ? 'good' : 'fair')}
      />
    )
  }
  show(<Grade />)
  screen.getByRole('radio', { name: 'A, good' }).focus()
  await press('ArrowRight')
  expect(screen.getByRole('radio', { name: 'B, fair' })).toHaveProperty('checked', true)
  expect(screen.getByText('fair')).toBeTruthy()
})

test('words written in place are saved when they are left, and once', async () => {
  const saved: string[] = []
  const { unmount } = show(
    <InPlaceField label="Zone" value="old" placeholder="" onSave={(words) => saved.push(words)} />,
  )
  const field = screen.getByRole('textbox', { name: 'Zone' })
  fireEvent.blur(field)
  expect(saved).toEqual([])
  fireEvent.change(field, { target: { value: 'new' } })
  fireEvent.blur(field)
  expect(saved).toEqual(['new'])
  fireEvent.change(field, { target: { value: 'newer' } })
  await act(async () => unmount())
  expect(saved).toEqual(['new', 'newer'])
})

test('Escape gives up what was written in place', () => {
  const saved: string[] = []
  show(<InPlaceField label="Zone" value="old" placeholder="" onSave={(words) => saved.push(words)} />)
  const field = screen.getByRole('textbox', { name: 'Zone' })
  fireEvent.change(field, { target: { value: 'new' } })
  fireEvent.keyDown(field, { key: 'Escape' })
  fireEvent.blur(field)
  expect([field, saved]).toEqual([expect.objectContaining({ value: 'old' }), []])
})

test('a passage is found again in a text whose lines end in two characters', () => {
  const text = 'One.\r\nTwo lines.\r\nThree.'
  const shown = text.replaceAll('\r\n', '\n')
  const start = shown.indexOf('lines')
  expect(passageAt(text, start, start + 'lines.\nThree'.length)).toMatchObject({
    exact: 'lines.\r\nThree',
    start: text.indexOf('lines'),
  })
})

test('white space around a selection is no part of the passage, and alone it is none', () => {
  expect(passageAt('  so it is  ', 0, 12)).toMatchObject({ exact: 'so it is', start: 2 })
  expect(passageAt('  so it is  ', 0, 2)).toBeNull()
  expect(passageAt('so', 1, 1)).toBeNull()
})

test('a selection never cuts a character in two', () => {
  expect(() => passageAt('a😀b', 0, 2)).not.toThrow()
})

test('a long line wraps, holds no line break, and Enter records', async () => {
  const recorded: string[] = []
  function Title() {
    const [value, setValue] = useState('')
    return (
      <form onSubmit={(event) => (event.preventDefault(), recorded.push(value))}>
        <TextField label="Title" isWrapped value={value} onChange={setValue} />
      </form>
    )
  }
  show(<Title />)
  fireEvent.change(screen.getByRole('textbox', { name: 'Title' }), { target: { value: 'Two\nlines' } })
  screen.getByRole('textbox').focus()
  await press('Enter')
  expect(recorded).toEqual(['Two lines'])
})
