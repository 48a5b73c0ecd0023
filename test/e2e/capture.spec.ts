import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { SourceReading } from '../../app/rules/capture'
import { expect, isReady, test } from './application'

const digestPath = join(import.meta.dirname, '../../sample/digest.txt')

/** Asks the engine behind the page, as the page itself does. */
async function ask<T>(page: Page, name: string, input: unknown): Promise<T> {
  const reply = await page.evaluate(
    async ([operation, given]) => {
      const response = await fetch('./call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: operation, input: given }),
      })
      return response.json()
    },
    [name, input] as const,
  )
  expect(reply, name).toMatchObject({ ok: true })
  return reply.value
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, words]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([words], fileName, { type: 'text/plain' }))
      return transfer
    },
    [name, text] as const,
  )
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: data })
}

const readerOf = (page: Page) => page.getByRole('region', { name: /^Text of/ })
const sourceIdOf = (page: Page) => new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('id')!
const readingOf = (page: Page) => ask<SourceReading>(page, 'source.reading', { id: sourceIdOf(page) })

test.describe('in an empty dossier', () => {
  test.use({ shellArguments: [] })

  test('the digest is dropped, and its statements recorded by Tab and Enter alone', async ({
    shell,
    page,
  }) => {
    await page.goto(shell.address)
    await ask(page, 'dossier.create', { title: 'Ending the war', path: join(shell.folder, 'a.demarche') })
    await page.goto(`${shell.address}#/sources`)
    await isReady(page)
    await drop(page, 'digest.txt', readFileSync(digestPath, 'utf8'))
    await expect(readerOf(page)).toBeVisible()
    await ask(page, 'source.change', { id: sourceIdOf(page), issued: '2025-11-14', title: 'Digest' })
    await expect(readerOf(page)).toContainText('published 14 Nov 2025')
    await expect(readerOf(page)).toBeFocused()

    const of = Number(/\d+/.exec(await page.getByText(/^\d+ passages$/).innerText())![0])
    for (let at = 1; at <= of; at++) {
      await page.keyboard.press('Tab')
      await expect(page.getByText(`Passage ${at} of ${of}`, { exact: true })).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('form', { name: 'New statement' })).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(page.getByText(`${at} recorded`)).toBeVisible()
    }

    const { statements } = await readingOf(page)
    const said = (words: string) => statements.find(({ text }) => text.includes(words))
    expect(said('Given the lack of an opportunity')).toMatchObject({
      form: 'verbatim',
      speakerName: 'Dmitry Peskov',
      partyName: 'Russia',
      saidOn: expect.stringMatching(/^2025-11-13/),
    })
    expect(said('slammed shut by the Kiev regime')).toMatchObject({
      speakerName: 'Dmitry Peskov',
      partyName: 'Russia',
    })
    expect(said('stay out of NATO')).toMatchObject({ speakerName: 'Vladimir Putin', partyName: 'Russia' })
    expect(said('no end to the war')).toMatchObject({ partyName: 'Ukraine' })
    expect(said('stand trial for war crimes')).toMatchObject({
      speakerName: 'Volodymyr Zelensky',
      partyName: 'Ukraine',
    })
    expect(said('one day would be enough')).toMatchObject({
      speakerName: 'Donald Trump',
      partyName: 'United States',
    })
    expect(said('spirit of the understandings')).toMatchObject({ form: 'verbatim', partyName: 'Russia' })
  })
})

test.describe('in the sample', () => {
  test('a recorded passage is walked to, a suggestion put aside, and Escape gives Tab back to the page', async ({
    window,
  }) => {
    await window.getByRole('button', { name: /^Sources/ }).click()
    await window.getByRole('button', { name: /Digest: the Kremlin/ }).click()
    const reader = readerOf(window)
    await expect(reader).toBeFocused()
    await window.keyboard.press('Tab')
    await expect(window.getByText(/^Passage 1 of \d+$/)).toBeVisible()
    await window.keyboard.press('x')
    await expect(window.getByText('0 suggested')).toBeVisible()
    await window.keyboard.press('Tab')
    await expect(window.getByText('presidential spokesman')).toBeVisible()
    await window.keyboard.press('Escape')
    await window.keyboard.press('Tab')
    await expect(reader).not.toBeFocused()
  })

  test('at 200 % the text has the whole width, and what is taken from it is written below the very words', async ({
    window,
  }) => {
    await window.setViewportSize({ width: 720, height: 450 })
    await window.getByRole('button', { name: /^Sources/ }).click()
    await window.getByRole('button', { name: /Digest: the Kremlin/ }).click()
    await expect(readerOf(window)).toBeFocused()
    const form = window.getByRole('form', { name: 'New statement' })
    await expect(window.getByRole('tab', { name: 'Statement' })).toBeHidden()
    await window.keyboard.press('Tab')
    await window.keyboard.press('Enter')
    await expect(form.getByRole('blockquote')).toBeInViewport()
    await expect(window.locator('[data-passage]').first()).toBeInViewport()
    await expect(readerOf(window)).toBeFocused()
    await window.keyboard.press('Escape')
    await expect(form).toHaveCount(0)
    await window.getByRole('button', { name: 'Statement and source' }).click()
    await expect(window.getByRole('tab', { name: 'Statement' })).toBeVisible()
    await window.getByRole('button', { name: 'The text alone' }).click()
    await expect(window.getByRole('tab', { name: 'Statement' })).toBeHidden()
    await expect(window.getByRole('button', { name: 'Add a source from a file…' })).toBeInViewport()
  })

  test('words are selected by keyboard, taken with Enter, and recorded in one step', async ({ window }) => {
    await window.getByRole('button', { name: /^Sources/ }).click()
    await window.getByRole('button', { name: /Digest: the Kremlin/ }).click()
    await expect(readerOf(window)).toBeFocused()
    await window.keyboard.press('ArrowRight')
    for (let word = 0; word < 5; word++) await window.keyboard.press('Shift+ArrowRight')
    await window.keyboard.press('Enter')
    const form = window.getByRole('form', { name: 'New statement' })
    await expect(form.getByRole('blockquote')).toHaveText(/^A digest, made for this/)
    await window.keyboard.press('Enter')
    await expect(window.getByText('17 recorded')).toBeVisible()
    await window.keyboard.press('Control+z')
    await expect(window.getByText('16 recorded')).toBeVisible()
  })

  test('search leads to the words themselves', async ({ window }) => {
    await window.keyboard.press('/')
    await window.getByRole('combobox').fill('slammed shut')
    await window
      .getByRole('option', { name: /^statement/ })
      .first()
      .click()
    const marked = readerOf(window).locator('mark[data-current]').first()
    await expect(marked).toContainText('slammed shut')
    await expect(marked).toBeInViewport()
  })

  test('words are found inside the text', async ({ window }) => {
    await window.getByRole('button', { name: /^Sources/ }).click()
    await window.getByRole('button', { name: /Digest: the Kremlin/ }).click()
    await expect(readerOf(window)).toBeFocused()
    await window.keyboard.press('f')
    await window.getByRole('textbox', { name: 'Find in this text' }).fill('lavrov')
    await expect(window.getByText('1 of 2')).toBeVisible()
    await window.keyboard.press('Enter')
    await expect(window.getByText('2 of 2')).toBeVisible()
    await window.keyboard.press('Escape')
    await expect(readerOf(window)).toBeFocused()
  })
})

test('a document that cannot be read says so in one sentence, and adds nothing', async ({ window }) => {
  await window.getByRole('button', { name: /^Sources/ }).click()
  await drop(window, 'broken.pdf', '%PDF-1.7 and nothing else')
  await expect(window.getByText(/“broken\.pdf” is damaged or cut short/)).toBeVisible()
  await window.getByRole('button', { name: 'Dismiss' }).click()
  await expect(window.getByText(/“broken\.pdf”/)).toHaveCount(0)
  expect(await ask(window, 'source.count', {})).toBe(1)
})

test('the same file again opens the source that is there', async ({ window }) => {
  await window.getByRole('button', { name: /^Sources/ }).click()
  await drop(window, 'note.txt', 'A note about nothing that anybody said.')
  await expect(readerOf(window)).toContainText('A note about nothing')
  await drop(window, 'again.txt', 'A note about nothing that anybody said.')
  await expect(window.getByText(/is in the dossier already/)).toBeVisible()
  expect(await ask(window, 'source.count', {})).toBe(2)
})
