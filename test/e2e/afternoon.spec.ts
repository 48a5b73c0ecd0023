import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, isReady, test } from './application'
import { askEngine, issueCalled } from './ask-engine'

const cell = (issue: string, party: string) => new RegExp(`^${issue}, ${party}:`)
const territory = 'Territory and recognition'

test('an afternoon: before and after Alaska, Russia beside Ukraine, a landing zone, a view, a page', async ({
  window,
  shell,
}) => {
  test.setTimeout(120_000)
  const at = (issue: string, party: string) => window.getByRole('gridcell', { name: cell(issue, party) })
  const rows = window.getByRole('rowheader')

  await test.step('read it as it stood at Alaska, and after', async () => {
    const asOf = window.getByRole('slider', { name: 'As of' })
    await asOf.focus()
    await window.keyboard.press('PageDown')
    await expect(asOf).toHaveAttribute('aria-valuetext', /Alaska/)
    await expect(at('Talks', 'Russia')).not.toHaveAccessibleName(/Open to a settlement/)
    await window.keyboard.press('End')
    await expect(at('Talks', 'Russia')).toHaveAccessibleName(/Open to a settlement/)
  })

  await test.step('compare Ukraine with Russia word by word', async () => {
    await at(territory, 'Russia').click()
    await window.keyboard.press('ControlOrMeta+b')
    await expect(at(territory, 'Ukraine').locator('ins').first()).toBeVisible()
    await expect(at(territory, 'Ukraine').locator('del').first()).toBeVisible()
    await expect(at(territory, 'Ukraine')).toHaveAccessibleName(
      /compared with Russia, added: .+, left out: .+/,
    )
    await window.keyboard.press('Escape')
    await expect(at(territory, 'Ukraine').locator('ins, del')).toHaveCount(0)
  })

  await test.step('drag a landing zone into place', async () => {
    await rows.filter({ hasText: territory }).click()
    await window.keyboard.press('Enter')
    const scale = window.getByRole('complementary').getByRole('group', { name: `Scale of ${territory}` })
    const chip = (await scale.getByRole('button', { name: 'Landing zone', exact: true }).boundingBox())!
    const line = (await scale.locator('> div').first().boundingBox())!
    await window.mouse.move(chip.x + chip.width / 2, chip.y + chip.height / 2)
    await window.mouse.down()
    await window.mouse.move(line.x + line.width * 0.4, line.y, { steps: 5 })
    await window.mouse.move(line.x + line.width / 2, line.y, { steps: 3 })
    await window.mouse.up()
    await expect
      .poll(async () => {
        const { zoneLow, zoneHigh } = await issueCalled(window, territory)
        return zoneLow !== null && zoneHigh !== null && zoneLow < 50 && zoneHigh > 50
      })
      .toBe(true)
  })

  await test.step('fold the rows', async () => {
    const { id: parentId } = await issueCalled(window, 'Talks')
    await askEngine(window, 'issue.add', { title: 'Place of the talks', parentId })
    await expect(rows).toHaveCount(7)
    await rows.filter({ hasText: 'Is there something to negotiate about' }).click()
    await window.keyboard.press('ArrowLeft')
    await expect(rows).toHaveCount(6)
  })

  await test.step('keep the view under a name', async () => {
    await window.getByRole('button', { name: 'View', exact: true }).click()
    await window.getByRole('textbox', { name: 'Name of the view' }).fill('For the minister')
    await window.getByRole('button', { name: 'Save this view' }).click()
    await expect(window.getByRole('button', { name: 'Show “For the minister”' })).toBeVisible()
    await window.keyboard.press('Escape')
  })

  await test.step('print it', async () => {
    await window.getByRole('button', { name: 'Briefing', exact: true }).first().click()
    await isReady(window)
    await window.getByRole('button', { name: /What is printed|View/ }).click()
    await window.getByRole('option', { name: 'For the minister' }).click()
    await expect(window.getByRole('article')).toContainText('For the minister')
    await window.getByRole('button', { name: 'Save PDF…' }).click()
    const name = window.getByRole('textbox', { name: /name/i })
    const path = join(shell.folder, 'minister.pdf')
    await name.fill(path)
    await window.keyboard.press('Enter')
    await expect(window.getByRole('status').filter({ hasText: path })).toBeVisible({ timeout: 30_000 })
    expect(existsSync(path)).toBe(true)
    if (spawnSync('pdftotext', ['-v']).error === undefined) {
      const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })
      expect(text).toContain('For the minister')
      expect(text).toContain('no opportunity to negotiate')
    }
  })
})
