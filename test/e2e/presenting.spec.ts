import type { BrowserContext, Page } from '@playwright/test'
import { expect, isReady, test, watch } from './application'

/** Everything that the page on the wall receives is kept on it, event stream included, from before its first script. */
async function keepWhatTheWallReceives(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    if (!location.hash.startsWith('#/wall')) return
    const received: string[] = []
    Object.assign(window, { received })
    const Source = window.EventSource
    window.EventSource = class extends Source {
      constructor(address: string | URL) {
        super(address)
        this.addEventListener('message', (event) => received.push(String(event.data)))
      }
    }
    const ask = window.fetch
    window.fetch = async (...given) => {
      const answer = await ask(...given)
      received.push(await answer.clone().text())
      return answer
    }
  })
}

const receivedBy = (wall: Page): Promise<string[]> =>
  // Put there by the script above.
  wall.evaluate(() => (window as unknown as { received: string[] }).received)

/** Asks the engine as the page itself would. */
const ask = (page: Page, name: string, input: unknown): Promise<{ ok: boolean; error?: { code: string } }> =>
  page.evaluate(
    async (call) => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch('./call', { method: 'POST', headers, body: JSON.stringify(call) })).json()
    },
    { name, input },
  )

async function begin(presenter: Page, workshop: string | null): Promise<void> {
  await presenter.getByRole('button', { name: 'Present' }).first().click()
  if (workshop === null) {
    await presenter.getByRole('button', { name: 'Show without a record' }).click()
  } else {
    await presenter.getByRole('textbox', { name: 'Workshop' }).fill(workshop)
    await presenter.getByRole('button', { name: 'Begin the workshop' }).click()
  }
  await expect(presenter.getByRole('button', { name: 'Open the wall' })).toBeVisible()
}

async function openWall(presenter: Page, size = { width: 1920, height: 1080 }): Promise<Page> {
  const opening = presenter.context().waitForEvent('page')
  await presenter.getByRole('button', { name: 'Open the wall' }).click()
  const wall = await opening
  await wall.setViewportSize(size)
  await isReady(wall)
  await expect(presenter.getByText('The wall is shown')).toBeVisible()
  await presenter.bringToFront()
  // A button under the focus keeps the space bar for itself.
  await presenter.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  return wall
}

/** Step by step, as a clicker would; some steps have more than one page. */
async function walkUntil(presenter: Page, place: string): Promise<void> {
  const at = presenter.getByText(/^Issue \d, step \d of \d/)
  for (let pressed = 0; pressed < 60; pressed += 1) {
    const before = await at.textContent()
    if (before === place) return
    await presenter.keyboard.press('PageDown')
    await expect(at).not.toHaveText(before!)
  }
  throw new Error(`The room never came to “${place}”.`)
}

const stepOn = (wall: Page) => wall.locator('[data-step]')

test('the sample is presented from start to end on two pages, and a landing zone is written live', async ({
  window: presenter,
  shell,
}) => {
  await keepWhatTheWallReceives(presenter.context())
  // What the analyst keeps to herself.
  const issues = (await ask(presenter, 'issue.list', {})) as unknown as { value: { id: string }[] }
  const issueId = issues.value[4]!.id
  await ask(presenter, 'issue.change', { id: issueId, note: 'secret-issue-note' })
  const positions = (await ask(presenter, 'position.list', { issueId })) as unknown as {
    value: { id: string }[]
  }
  const assessed = { id: positions.value[0]!.id, assessment: 'secret-assessment', needsResearch: true }
  await ask(presenter, 'position.change', assessed)

  await begin(presenter, 'Geneva, first day')
  const wall = await openWall(presenter)
  const complaints = await watch(wall, shell.address)
  await expect(
    wall.getByRole('heading', { name: 'Whose is the land that Russian forces hold?' }),
  ).toBeVisible()

  await walkUntil(presenter, 'Issue 5, step 1 of 7')
  await expect(stepOn(wall)).toHaveAttribute('data-step', 'question')
  await expect(wall.getByRole('heading', { name: /Do the two presidents meet again/ })).toBeVisible()
  await expect(wall.getByText('Russia', { exact: true })).toBeHidden()
  await presenter.keyboard.press('ArrowRight')
  await expect(wall.getByRole('heading', { name: 'Russia', level: 2 })).toBeVisible()
  await expect(wall.getByRole('heading', { name: 'United States' })).toBeHidden()
  await presenter.keyboard.press('ArrowRight')
  await expect(wall.getByText('Not yet looked at')).toBeVisible()
  await presenter.keyboard.press('ArrowRight')

  // The light, and what was said.
  const column = wall.getByRole('article').first()
  const before = await column.boundingBox()
  await presenter.keyboard.press('s')
  await presenter.keyboard.press('s')
  await expect(wall.locator('[data-light="spot"]')).toContainText('the US firmly adheres')
  await expect(wall.getByRole('figure')).toContainText('A Russian diplomatic source')
  expect(await column.boundingBox()).toEqual(before)
  await presenter.keyboard.press('Escape')
  await expect(wall.getByRole('figure')).toBeHidden()

  await presenter.keyboard.press('b')
  await expect(stepOn(wall)).toBeHidden()
  await presenter.keyboard.press('b')
  await expect(stepOn(wall)).toBeVisible()

  // The landing zone is written while the wall shows something else, then before everybody's eyes.
  await presenter.keyboard.press('z')
  const zone = presenter.getByRole('textbox', { name: 'Landing zone for issue 5' })
  await expect(zone).toBeFocused()
  await zone.fill('The ministers meet before the bells')
  await expect(presenter.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
  await expect(wall.getByText('The ministers meet')).toBeHidden()
  await presenter.keyboard.press('Escape')
  await presenter.keyboard.press('l')
  await expect(wall.getByText('The ministers meet before the bells')).toBeVisible()
  await zone.fill('The ministers meet before the bells, in writing')
  await expect(wall.getByText('The ministers meet before the bells, in writing')).toBeVisible()
  await presenter.keyboard.press('Escape')

  await presenter.keyboard.press('p')
  await presenter.keyboard.type('Who keeps the minutes?')
  await presenter.keyboard.press('Enter')
  await expect(presenter.getByRole('listitem').filter({ hasText: 'Who keeps the minutes?' })).toBeVisible()
  await presenter.keyboard.press('Escape')

  // To the very end.
  await presenter.keyboard.type('6')
  await presenter.keyboard.press('Enter')
  await walkUntil(presenter, 'Issue 6, step 7 of 7')
  await expect(stepOn(wall)).toHaveAttribute('data-step', 'landing zone')
  await expect(presenter.getByText('This is the last step.').first()).toBeVisible()
  await presenter.getByRole('button', { name: 'End', exact: true }).click()
  await expect(wall.getByText('The presentation is over.')).toBeVisible()

  const received = await receivedBy(wall)
  expect(received.length).toBeGreaterThan(40)
  const heard = received.join('\n')
  expect(heard).toContain('Anchorage agreements')
  for (const kept of [
    'secret-',
    'Who keeps the minutes',
    'Geneva',
    'needsResearch',
    'assessment":"',
    'dossier.changed',
  ]) {
    expect(heard).not.toContain(kept)
  }
  expect(complaints).toEqual([])

  // In the record, which comes when the room has gone, and in the history.
  await expect(presenter.getByRole('article')).toContainText(
    'The ministers meet before the bells, in writing',
  )
  await expect(presenter.getByRole('article')).toContainText('Who keeps the minutes?')
  const history = (await ask(presenter, 'history.list', { recordId: issueId })) as unknown as {
    value: { by: string; after: Record<string, unknown> }[]
  }
  expect(history.value[0]).toMatchObject({
    by: expect.stringMatching(/ · Geneva, first day$/),
    after: { landingZone: 'The ministers meet before the bells, in writing' },
  })
})

test('the wall’s page may ask nothing but what it shows', async ({ window: presenter }) => {
  await begin(presenter, null)
  const wall = await openWall(presenter)
  expect(await ask(wall, 'wall.read', {})).toMatchObject({ ok: true, value: { is: 'page' } })
  for (const name of ['issue.list', 'dossier.get', 'presenting.state', 'history.list', 'position.list']) {
    expect(await ask(wall, name, {})).toMatchObject({ ok: false, error: { code: 'unknown-operation' } })
  }
  // Its address leads nowhere else.
  await wall.goto(wall.url().replace('#/wall', '#/compare'))
  await wall.reload()
  await expect(wall.getByText('Territory and recognition')).toBeHidden()
})

test('a wall that is closed by hand is seen to be gone, and opened again at the same step', async ({
  window: presenter,
}) => {
  await begin(presenter, null)
  const wall = await openWall(presenter)
  await presenter.keyboard.press('ArrowRight')
  await expect(wall.getByRole('heading', { name: 'Russia', level: 2 })).toBeVisible()
  await wall.close()
  await expect(presenter.getByText('No wall is open')).toBeVisible()
  const again = await openWall(presenter)
  await expect(again.getByRole('heading', { name: 'Russia', level: 2 })).toBeVisible()

  // A clicker speaks to whichever window is in front.
  await again.bringToFront()
  await again.keyboard.press('PageDown')
  await expect(again.getByRole('heading', { name: 'Ukraine', level: 2 })).toBeVisible()
  await expect(presenter.getByText('Issue 1, step 3 of 7')).toBeVisible()
})

test('while somebody types, letters are letters', async ({ window: presenter }) => {
  await begin(presenter, null)
  const ground = presenter.getByRole('textbox', { name: 'Common ground' })
  await ground.focus()
  await presenter.keyboard.type('b.s 5 l?')
  await expect(ground).toHaveValue('b.s 5 l?')
  await expect(presenter.getByText('The wall is black')).toBeHidden()
  await expect(presenter.getByText('Issue 1, step 1 of 7')).toBeVisible()
  await presenter.keyboard.press('Escape')
  await presenter.keyboard.type('5.3')
  await presenter.keyboard.press('Enter')
  await expect(presenter.getByText('Issue 5, step 3 of 7')).toBeVisible()
  await presenter.keyboard.press('?')
  await expect(presenter.getByRole('dialog', { name: 'Keys while presenting' })).toBeVisible()
})

test('at 200 % one thing stands under another, and the way out stays in sight', async ({
  window: presenter,
}) => {
  await presenter.setViewportSize({ width: 720, height: 450 })
  await presenter.getByRole('button', { name: 'Present', exact: true }).click()
  await presenter.getByRole('button', { name: 'Show without a record' }).click()
  const end = presenter.getByRole('button', { name: 'End', exact: true })
  await expect(end).toBeInViewport()
  await presenter.getByText('Any clicker works').scrollIntoViewIfNeeded()
  await expect(presenter.getByText('Any clicker works')).toBeInViewport()
  const isWider = await presenter.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expect(isWider).toBe(false)
  await end.click()
  await expect(presenter.getByRole('button', { name: 'Show without a record' })).toBeVisible()
})

test('on one screen the wall fills the window, and the notes are not on it', async ({
  window: presenter,
}) => {
  await begin(presenter, null)
  await expect(presenter.getByText('only you see this')).toBeVisible()
  await presenter.keyboard.press('w')
  await expect(stepOn(presenter)).toBeVisible()
  await expect(presenter.getByText('only you see this')).toBeHidden()
  await presenter.keyboard.press('ArrowRight')
  await expect(presenter.getByRole('heading', { name: 'Russia', level: 2 })).toBeVisible()
  await presenter.keyboard.press('Escape')
  await expect(presenter.getByText('only you see this')).toBeVisible()
})

test('a running order is made, given notes and time, and presented in its order', async ({
  window: page,
}) => {
  await page.getByRole('button', { name: 'Present' }).first().click()
  await page.getByRole('button', { name: 'Make a running order' }).click()
  await page.getByRole('textbox', { name: 'Notes for you alone' }).fill('Ask the room first')
  await page.getByRole('textbox', { name: 'Minutes for Territory and recognition' }).fill('20')
  await page.getByRole('checkbox', { name: /Differences/ }).click({ force: true })
  await page.getByRole('button', { name: 'Later', exact: true }).first().click()
  await expect(page.getByText('6 issues, 20 minutes planned')).toBeVisible()
  await page.getByRole('button', { name: 'Show without a record' }).click()
  await expect(page.getByText('Issue 2, step 1 of 7')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('Ask the room first')).toBeVisible()
  await expect(page.getByText('of 20:00')).toBeVisible()
  await expect(page.getByText('Issue 1, step 1 of 6')).toBeVisible()
})

/** What stands over something else, over the edge, or is too small to be read from the back; on a wall of 1920 × 1080. */
const troubleOn = (wall: Page): Promise<string[]> =>
  wall.locator('[data-step]').evaluate((page) => {
    const trouble: string[] = []
    const tops = [
      ...page.querySelectorAll('figure[class*=band], div[class*=scale], footer[class*=foot]'),
    ].map((part) => part.getBoundingClientRect().top)
    for (const part of page.querySelectorAll('article, section, h1')) {
      const { bottom } = part.getBoundingClientRect()
      if (bottom > Math.min(...tops) + 1) trouble.push(`${part.tagName} ends at ${Math.round(bottom)}`)
    }
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const size = Number.parseFloat(getComputedStyle(text.parentElement!).fontSize)
      if (text.textContent!.trim() !== '' && size < 23.9) trouble.push(`“${text.textContent}” is ${size} px`)
    }
    return trouble
  })

test('a scale in Arabic begins where its numbers do, on a wall that reads from the left', async ({
  window: presenter,
}) => {
  const parties = (await ask(presenter, 'party.list', {})) as unknown as { value: { id: string }[] }
  const added = (await ask(presenter, 'issue.add', {
    title: 'حقوق المياه',
    scaleLow: 'لا شيء',
    scaleHigh: 'كل شيء',
  })) as unknown as { value: { id: string } }
  const issueId = added.value.id
  await ask(presenter, 'mark.add', { issueId, at: 20, wording: 'القليل' })
  await ask(presenter, 'position.record', {
    issueId,
    partyId: parties.value[0]!.id,
    kind: 'demand',
    text: 'القليل',
    atLow: 20,
    atHigh: 20,
  })
  await begin(presenter, null)
  const wall = await openWall(presenter)
  await presenter.keyboard.type('7')
  await presenter.keyboard.press('Enter')
  await expect(stepOn(wall)).toHaveAttribute('data-step', 'question')
  await presenter.keyboard.press('ArrowRight')
  const scale = wall.locator('div[class*=scale]').first()
  await expect(scale.locator('b')).toBeVisible()
  const middleOf = async (words: string) => {
    const { x, width } = (await scale.getByText(words, { exact: true }).boundingBox())!
    return x + width / 2
  }
  const stand = (await scale.locator('span[class*=stand]').boundingBox())!
  expect(await middleOf('لا شيء')).toBeLessThan(await middleOf('كل شيء'))
  expect(Math.abs((await middleOf('القليل')) - (stand.x + stand.width / 2))).toBeLessThan(12)
})

test('2,000 words, Arabic and Chinese are read on the wall to their last word', async ({
  window: presenter,
}) => {
  const parties = (await ask(presenter, 'party.list', {})) as unknown as { value: { id: string }[] }
  const added = (await ask(presenter, 'issue.add', {
    title: 'Long',
    question: 'ما هي الشروط؟',
  })) as unknown as {
    value: { id: string }
  }
  const texts = [
    `${'withdrawal precedes recognition '.repeat(666)}finally`,
    'تعترف روسيا بوحدة أراضي أوكرانيا كاملة بعد انسحاب القوات من جميع المناطق المحتلة '.repeat(4),
    '双方同意在任何协议签署之前从所有被占领地区撤出军队，并由联合国监督执行情况。'.repeat(4),
  ]
  for (const [at, text] of texts.entries()) {
    const partyId = parties.value[at]!.id
    await ask(presenter, 'position.record', { issueId: added.value.id, partyId, kind: 'demand', text })
  }
  await begin(presenter, null)
  const wall = await openWall(presenter)
  await presenter.keyboard.type('7')
  await presenter.keyboard.press('Enter')
  await expect(stepOn(wall)).toHaveAttribute('data-step', 'question')

  const place = presenter.getByText(/^Issue 7, step \d of 7/)
  const read: string[] = []
  for (let at = await place.textContent(); at !== 'Issue 7, step 7 of 7'; at = await place.textContent()) {
    expect(await troubleOn(wall), at!).toEqual([])
    read.push((await stepOn(wall).textContent())!)
    await presenter.keyboard.press('ArrowRight')
    await expect(place).not.toHaveText(at!)
    // The wall is told before the presenter is.
    await wall.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
  }
  expect(read.length).toBeGreaterThan(12)
  for (const last of ['finally', 'المحتلة', '并由联合国监督执行情况。'])
    expect(read.join('\n')).toContain(last)
})
