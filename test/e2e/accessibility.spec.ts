import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, isReady, test } from './application'

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('axe finds nothing on Home', async ({ shell, page }) => {
      await page.goto(`${shell.address}#/home`)
      await expect(page.getByRole('heading', { name: 'Démarche' })).toBeVisible()
      expect(await findings(page)).toEqual([])
      await page.getByRole('button', { name: 'New dossier…' }).click()
      expect(await findings(page)).toEqual([])
    })

    test('axe finds nothing on Compare, with each tab of the side pane', async ({ window }) => {
      expect(await findings(window)).toEqual([])
      await window.getByRole('gridcell', { name: /^Talks, Russia:/ }).click()
      await window.keyboard.press('Enter')
      for (const tab of ['Row', 'Cell', 'Evidence']) {
        await window.getByRole('tab', { name: tab }).click()
        expect(await findings(window)).toEqual([])
      }
    })

    test('axe finds nothing on Sources: the list, a text, the form, and each tab', async ({ window }) => {
      await window.getByRole('button', { name: /^Sources/ }).click()
      await isReady(window)
      await expect(window.getByRole('button', { name: /Digest: the Kremlin/ })).toBeVisible()
      expect(await findings(window)).toEqual([])
      await window.getByRole('button', { name: /Digest: the Kremlin/ }).click()
      await expect(window.getByText(/^\d+ passages$/)).toBeVisible()
      await window.keyboard.press('Tab')
      await window.keyboard.press('Enter')
      await expect(window.getByRole('form', { name: 'New statement' })).toBeVisible()
      expect(await findings(window)).toEqual([])
      for (const tab of ['In this source', 'Source']) {
        await window.getByRole('tab', { name: tab, exact: true }).click()
        expect(await findings(window)).toEqual([])
      }
    })

    test('axe finds nothing on Briefing', async ({ window }) => {
      await window.getByRole('button', { name: 'Briefing' }).first().click()
      await isReady(window)
      await expect(window.getByRole('table').first()).toBeVisible()
      expect(await findings(window)).toEqual([])
    })
  })
}
