import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, isReady, test } from './application'
import { askEngine, issueCalled, partyCalled } from './ask-engine'
import { expectNothingFound } from './axe'

const section = (window: Page, issue: string) =>
  window.getByRole('region', { name: new RegExp(`^\\d+ ${issue}:`) })

async function readSideBySide(window: Page) {
  await window
    .getByRole('banner')
    .getByRole('button', { name: /side by side$/ })
    .first()
    .click()
  await expect(window.getByRole('heading', { name: 'Side by side' })).toBeAttached()
}

/** Both say nearly the same of the talks. */
async function addLikeWords(window: Page) {
  const { id: issueId } = await issueCalled(window, 'Second summit')
  for (const [name, words] of [
    ['Russia', 'The presidents meet in Budapest once the text is ready'],
    ['Ukraine', 'The presidents meet in Vienna once the text is ready'],
  ] as const) {
    const { id: partyId } = await partyCalled(window, name)
    await askEngine(window, 'position.record', { issueId, partyId, kind: 'offer', text: words })
  }
}

test('an analyst reads Russia against Ukraine: counts lead to their issues and back', async ({ window }) => {
  await readSideBySide(window)
  await expect(window).toHaveURL(/#\/compare\?with=/)
  const counts = window.getByRole('region', { name: 'How they stand to each other' })
  await expect(counts.getByRole('button', { name: '1 opposed' })).toBeVisible()
  await expect(counts.getByRole('button', { name: '0 agreed' })).toBeDisabled()

  await counts.getByRole('button', { name: '4 only Russia spoke' }).click()
  await expect(window.getByRole('status').filter({ hasText: '4 issues: only Russia spoke' })).toBeVisible()
  await expect(section(window, 'NATO membership')).toBeVisible()
  await expect(section(window, 'Territory and recognition')).toHaveCount(0)
  await window.reload()
  await isReady(window)
  await expect(section(window, 'Territory and recognition')).toHaveCount(0)

  await window.getByRole('button', { name: 'Show all 6' }).click()
  await expect(section(window, 'Territory and recognition')).toContainText(
    'The whole scale lies between them, and one of them is a red line.',
  )
  await window.keyboard.press('Escape')
  await expect(window.getByRole('grid')).toBeVisible()
})

test('what is said nearly alike is told apart word by word, and W shows it plain', async ({ window }) => {
  await readSideBySide(window)
  await addLikeWords(window)
  await window.getByRole('region', { name: /Russia and Ukraine, issue by issue/ }).focus()
  for (let step = 0; step < 5; step += 1) await window.keyboard.press('j')
  const summit = section(window, 'Second summit')
  await expect(summit).toBeFocused()
  await expect(summit.locator('del')).toHaveText('Budapest')
  await expect(summit.locator('ins')).toHaveText('Vienna')
  await expect(summit).toContainText('− only Russia, + only Ukraine')
  await window.screenshot({ path: test.info().outputPath('word-by-word.png') })

  await window.keyboard.press('x')
  await expect(summit.locator('del')).toHaveText('Vienna')
  await window.keyboard.press('w')
  await expect(summit.locator('ins, del')).toHaveCount(0)
})

test('J and K walk the issues, and the side pane follows', async ({ window }) => {
  await readSideBySide(window)
  await window.getByRole('banner').getByRole('button', { name: 'Show or hide the side pane' }).click()
  await window.keyboard.press('j')
  await expect(section(window, 'Territory and recognition')).toBeFocused()
  await window.keyboard.press('j')
  await window.keyboard.press('ArrowDown')
  await expect(section(window, 'Armed forces')).toBeFocused()
  await expect(window.getByRole('complementary').getByRole('heading', { name: /Armed forces/ })).toBeVisible()
  await window.keyboard.press('k')
  await expect(section(window, 'NATO membership')).toBeFocused()

  await section(window, 'NATO membership')
    .getByRole('button', { name: 'Read Russia on NATO membership' })
    .click()
  await expect(
    window.getByRole('complementary').getByRole('heading', { name: 'Russia on NATO membership' }),
  ).toBeVisible()
})

test('a landing zone is written while looking at both, and undone in one step', async ({ window }) => {
  await readSideBySide(window)
  const zone = section(window, 'Territory and recognition').getByRole('textbox', { name: 'Landing zone' })
  await zone.fill('A line of control, recognised by nobody.\nA court decides later.')
  await zone.press('Control+Enter')
  const { id } = await issueCalled(window, 'Territory and recognition')
  await expect
    .poll(async () => (await askEngine(window, 'issue.get', { id })).landingZone)
    .toBe('A line of control, recognised by nobody.\nA court decides later.')
  await window.getByRole('banner').getByRole('button', { name: /^Undo/ }).click()
  await expect(zone).toHaveValue('')
})

test('how the other answered is recorded where the demand stands, and changes the counts', async ({
  window,
}) => {
  const { id: issueId } = await issueCalled(window, 'Armed forces')
  const [russia, ukraine] = [await partyCalled(window, 'Russia'), await partyCalled(window, 'Ukraine')]
  await askEngine(window, 'position.record', {
    issueId,
    partyId: ukraine.id,
    addresseeId: russia.id,
    kind: 'offer',
    text: 'Limits on both armies',
  })
  await readSideBySide(window)
  const counts = window.getByRole('region', { name: 'How they stand to each other' })
  await counts.getByRole('button', { name: '1 not comparable' }).click()
  const forces = section(window, 'Armed forces')
  await expect(forces).toContainText('Russia: no answer recorded')
  await expect(forces).toContainText('Nothing recorded here says how near they are.')
  await forces.getByRole('button', { name: 'partly accepted', exact: true }).click()
  await expect(window.getByText('No issue is “not comparable” any more.')).toBeVisible()
  await window.getByRole('status').getByRole('button', { name: 'Show all 6' }).click()
  await expect(counts.getByRole('button', { name: '1 close' })).toBeVisible()
})

test('by the palette, and from a column, with another party chosen', async ({ window }) => {
  await window.keyboard.press('Control+k')
  await window.getByRole('combobox', { name: 'What do you want to do?' }).fill('united side by side')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('region', { name: 'Russia and United States, issue by issue' })).toBeVisible()
  await window.getByRole('button', { name: /Left/ }).click()
  await window.getByRole('option', { name: 'Ukraine' }).click()
  await expect(
    window.getByRole('region', { name: 'Ukraine and United States, issue by issue' }),
  ).toBeVisible()
  await window.getByRole('button', { name: 'Swap the sides' }).click()
  await expect(
    window.getByRole('region', { name: 'United States and Ukraine, issue by issue' }),
  ).toBeVisible()
  await window.getByRole('button', { name: 'Back to the grid' }).click()

  const head = window.getByRole('columnheader', { name: /^Ukraine/ })
  await head.hover()
  await head.getByRole('button', { name: 'What to do with Ukraine' }).click()
  await window.getByRole('menuitem', { name: 'Read side by side with another' }).click()
  await expect(window.getByRole('region', { name: 'Ukraine and Russia, issue by issue' })).toBeVisible()
})

test('a party that is gone is said to be, with the others to choose from', async ({ window, shell }) => {
  const russia = await partyCalled(window, 'Russia')
  const gone = '0193a5f0-0000-7000-8000-000000000001'
  await window.goto(`${shell.address}#/compare?with=${russia.id},${gone}`)
  await expect(
    window.getByText('One of these parties is no longer in the dossier; choose another.'),
  ).toBeVisible()
  await window.getByRole('button', { name: /Right/ }).click()
  await window.getByRole('option', { name: 'Ukraine' }).click()
  await expect(section(window, 'Territory and recognition')).toBeVisible()
})

test('axe finds nothing side by side, with the pane and without', async ({ window }) => {
  await addLikeWords(window)
  await readSideBySide(window)
  await window.keyboard.press('j')
  await expectNothingFound(window, { within: ['main'] })
  await window.keyboard.press('ControlOrMeta+Shift+e')
  await expect(window.getByRole('complementary')).toBeVisible()
  await expectNothingFound(window, { within: ['main'] })
})

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

test('on paper every page says what it is of, as of when, and how it is to be handled', async ({
  window,
}) => {
  test.skip(!hasPoppler, 'pdftotext is not installed (on Debian: apt-get install poppler-utils)')
  await readSideBySide(window)
  const text = await printedPages(window)
  expect(text.length).toBeGreaterThan(1)
  for (const page of text) {
    expect(page).toContain('Ending the war in Ukraine · Russia and Ukraine')
    expect(page).toContain('INTERNAL')
    expect(page).toContain('As of 14 Nov 2025')
    expect(page).toMatch(/As recorded on .+ at \d\d:\d\d/)
    expect(page).toContain(`of ${text.length}`)
  }
  expect(text[0]).toMatch(/Side by side\s+Russia and Ukraine/)
  expect(text.join('')).toContain('Accountability')
  // What is only for the screen stays there.
  expect(text.join('')).not.toMatch(/Back to the grid|Word by word/)
})

async function printedPages(window: Page): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-print-'))
  const path = join(folder, 'pair.pdf')
  await window.pdf({ path, preferCSSPageSize: true })
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  rmSync(folder, { recursive: true, force: true })
  return text.split('\f').filter((page) => page.trim() !== '')
}
