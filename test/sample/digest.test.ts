import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildSampleInto, openSampleApp } from '../builders/open-built-sample'
import { shingleHashes } from '../builders/word-shingles'
import articleShingles from '../fixtures/article-shingles.json'

const sampleFolder = join(import.meta.dirname, '../../sample')

describe('the article itself', () => {
  const known = new Set(articleShingles)
  const shared = (text: string) => shingleHashes(text).filter((hash) => known.has(hash))

  test('no eight words in a row of its own stand in what ships', async () => {
    const { api } = await openSampleApp(await buildSampleInto())
    const texts = readdirSync(sampleFolder).map((name) => readFileSync(join(sampleFolder, name), 'utf8'))
    for (const kind of [
      'position',
      'statement',
      'source',
      'event',
      'issue',
      'gap',
      'point',
      'answer',
    ] as const) {
      texts.push(JSON.stringify(await api.call(`${kind}.list`, {})))
    }
    expect(shared(texts.join('\n'))).toEqual([])
  })

  test('the check would see such words', () => {
    expect(articleShingles.length).toBeGreaterThan(150)
    expect(shingleHashes('One two three four, five SIX seven eight “and more” nine')).toHaveLength(1)
    expect(shingleHashes('one two three four five six seven eight')).toEqual(
      shingleHashes('One, two; three four five six seven eight!'),
    )
  })
})

test('the digest is some 350 to 450 words long', () => {
  const digest = readFileSync(join(sampleFolder, 'digest.txt'), 'utf8')
  const count = digest.split(/\s+/u).filter((word) => word !== '').length
  expect(count).toBeGreaterThanOrEqual(350)
  expect(count).toBeLessThanOrEqual(460)
})
