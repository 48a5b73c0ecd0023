import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { partyColour } from '../../app/model/party'

const css = readFileSync(join(import.meta.dirname, '../../renderer/screens/wall/projector.css'), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--wall-([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]),
)
const token = (name: string): string => tokens.get(name)!

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

test('black on white is 21 : 1', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
})

test.each(['ink', 'ink-2', 'back'])('%s on the wall’s paper is AAA', (name) => {
  expect(contrast(token(name), token('paper'))).toBeGreaterThanOrEqual(7)
})

test.each(partyColour.options)('%s is AAA as words on paper, and behind words that are lit', (colour) => {
  expect(contrast(token(colour), token('paper'))).toBeGreaterThanOrEqual(7)
  expect(contrast(token('on-party'), token(colour))).toBeGreaterThanOrEqual(7)
})

test('the wall’s own style sheets name no other colour for words than these', () => {
  const sheet = ['wall-view', 'wall-body']
    .map((name) => join(import.meta.dirname, `../../renderer/screens/wall/${name}.module.css`))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const named = [...sheet.matchAll(/(?<![-\w])(?:color|opacity): ([^;]+);/g)].map(([, value]) => value!)
  expect(named.length).toBeGreaterThan(10)
  for (const value of named)
    expect(value).toMatch(/^(var\(--(wall-[\w-]+|party(, var\(--wall-ink\))?)\)|inherit)$/)
})
