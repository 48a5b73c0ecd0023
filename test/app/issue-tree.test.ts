import { expect, test } from 'vitest'
import { placeIssues, wouldLoop } from '../../app/rules/issue-tree'
import { issue } from '../builders/compared-records'

const sea = issue({ title: 'Sea', sortOrder: 1 })
const land = issue({ title: 'Land', sortOrder: 0 })
const cod = issue({ title: 'Cod', sortOrder: 1, parentId: sea.id })
const herring = issue({ title: 'Herring', sortOrder: 0, parentId: sea.id })
const fry = issue({ title: 'Fry', sortOrder: 0, parentId: cod.id })

const placed = (...issues: Parameters<typeof placeIssues>[0][number][]) =>
  placeIssues(issues).map(({ number, title, depth }) => [number, title, depth])

test('issues stand before what nests in them, in the author’s order, numbered by place', () => {
  expect(placed(fry, cod, herring, sea, land)).toEqual([
    ['1', 'Land', 0],
    ['2', 'Sea', 0],
    ['2.1', 'Herring', 1],
    ['2.2', 'Cod', 1],
    ['2.2.1', 'Fry', 2],
  ])
})

test('the author’s own number stays, and what nests below goes on from it', () => {
  const article = { ...sea, number: 'Art. 4(2)' }
  expect(placed(land, article, cod)).toEqual([
    ['1', 'Land', 0],
    ['Art. 4(2)', 'Sea', 0],
    ['Art. 4(2).1', 'Cod', 1],
  ])
})

test('no issues make no rows', () => {
  expect(placed()).toEqual([])
})

test('an issue cannot hang under itself or anything below it', () => {
  const all = [sea, land, cod, herring, fry]
  const parentOf = (id: string) => all.find((each) => each.id === id)!.parentId
  expect(wouldLoop(parentOf, { issueId: sea.id, parentId: sea.id })).toBe(true)
  expect(wouldLoop(parentOf, { issueId: sea.id, parentId: fry.id })).toBe(true)
  expect(wouldLoop(parentOf, { issueId: fry.id, parentId: sea.id })).toBe(false)
  expect(wouldLoop(parentOf, { issueId: sea.id, parentId: land.id })).toBe(false)
  expect(wouldLoop(parentOf, { issueId: sea.id, parentId: null })).toBe(false)
})
