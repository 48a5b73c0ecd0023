import { readableDifferences } from '../../app/rules/readable-differences'
import { wordDifferences } from '../../app/rules/word-differences'

export type TwoTexts = { key: string; before: string; after: string }

self.addEventListener('message', ({ data }: MessageEvent<TwoTexts>) => {
  const { key, before, after } = data
  self.postMessage({ key, differences: readableDifferences(wordDifferences(before, after)) })
})
