// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { readRoute } from '../../../renderer/state/route'

test('an address that names no screen leads to the comparison; without a dossier the window shows Home', () => {
  for (const address of ['', '#', '#/', '#/nowhere']) expect(readRoute(address).screen).toBe('compare')
})

test('an address names its screen and what it is asked for', () => {
  expect(readRoute('#/home').screen).toBe('home')
  const { screen, search } = readRoute('#/briefing?edition=summary&paper=A4')
  expect(screen).toBe('briefing')
  expect(Object.fromEntries(search)).toEqual({ edition: 'summary', paper: 'A4' })
})
