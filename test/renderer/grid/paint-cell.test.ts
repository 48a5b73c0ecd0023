// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { Say } from '../../../app/messages/say'
import type { Block } from '../../../renderer/screens/compare/grid/cell-anatomy'
import { paintBlocks } from '../../../renderer/screens/compare/grid/paint-cell'

/** The names of the messages stand for their words. */
const say = ((id: string) => id) as Say
const summary = (text: string, more: Partial<Block> = {}): Block => ({
  look: 'summary',
  runs: [{ text, look: 'plain', isAuthors: true }],
  clamp: 3,
  key: 'position',
  mark: 'demand',
  ...more,
})
const quiet = (text: string): Block => ({
  look: 'evidence',
  runs: [{ text, look: 'plain' }],
  clamp: null,
  key: 'evidence',
})
const stated = (block: Block, { isOpen = false, isLonger = false } = {}) => ({ block, isOpen, isLonger })

test('what is written over a cell reads as if the cell were new', () => {
  const cell = document.createElement('div')
  const contents = [
    [summary('No new installations'), quiet('2 statements')],
    [quiet('no statement')],
    [
      summary('Payment in instalments', { mark: 'offer', isNext: true, colour: 'rose' }),
      quiet('1 statement'),
      summary('Nothing else', {
        runs: [
          { text: 'Nothing ', look: 'plain' },
          { text: 'else', look: 'added' },
        ],
      }),
    ],
    [],
    [summary('No new installations'), quiet('2 statements')],
  ]
  for (const blocks of contents) {
    const fresh = document.createElement('div')
    paintBlocks(
      fresh,
      blocks.map((block) => stated(block)),
      say,
    )
    paintBlocks(
      cell,
      blocks.map((block) => stated(block)),
      say,
    )
    expect(cell.innerHTML.replaceAll(' style=""', '')).toBe(fresh.innerHTML.replaceAll(' style=""', ''))
  }
})

test('a paragraph stays the element that it was, and so does the text in it', () => {
  const cell = document.createElement('div')
  paintBlocks(cell, [stated(summary('before')), stated(quiet('no statement'))], say)
  const [first, second] = cell.children
  const words = first!.querySelector('[dir="auto"]')!.firstChild
  paintBlocks(cell, [stated(summary('after')), stated(quiet('1 statement'))], say)
  expect([...cell.children]).toEqual([first, second])
  expect(first!.querySelector('[dir="auto"]')!.firstChild).toBe(words)
  expect(words!.textContent).toBe('after')
})

test('“more” comes and goes with what there is more of', () => {
  const cell = document.createElement('div')
  const long = 'word '.repeat(300)
  paintBlocks(cell, [stated(summary(long), { isLonger: true })], say)
  const more = () => cell.querySelector('button')
  expect(more()!.getAttribute('aria-expanded')).toBe('false')
  expect(cell.querySelector('[hidden]')!.textContent.length).toBeGreaterThan(500)
  paintBlocks(cell, [stated(summary(long), { isLonger: true, isOpen: true })], say)
  expect(more()!.getAttribute('aria-expanded')).toBe('true')
  expect(cell.querySelector('[hidden]')).toBeNull()
  expect(cell.querySelector('p')!.textContent).toContain(long)
  paintBlocks(cell, [stated(summary('short'))], say)
  expect(more()).toBeNull()
  expect(cell.querySelector('p')!.textContent).toContain('short')
})
