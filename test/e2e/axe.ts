import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules that look at colours; themes differ in nothing else. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** Of what is shown now, in both themes: in the light one by every rule, in the dark one by those of colour. */
export async function expectNothingFound(page: Page, { within = [] }: { within?: string[] } = {}) {
  const axe = () => {
    // The page holds no other; the other way opens a second page each time.
    const builder = new AxeBuilder({ page }).setLegacyMode()
    for (const part of within) builder.include(part)
    return builder
  }
  expect(await findings(axe().withTags(tags))).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await settledColours(page)
  expect(await findings(axe().withRules(rulesOfColour)), 'in the dark theme').toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  await settledColours(page)
}

async function findings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  )
}

/** Colours may go over into each other. */
async function settledColours(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(drawn))
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(transitions.map((transition) => transition.finished))
  })
}
