import { describe, expect, test } from 'vitest'
import { paragraphsOf } from '../../app/rules/paragraphs'
import { findQuotations } from '../../engine/capture/quotation-marks'

const quoted = (text: string) =>
  findQuotations(text, paragraphsOf(text)).map(({ parts }) =>
    parts.map(({ inner }) => text.slice(inner.start, inner.end)).join(' / '),
  )

describe('quotation marks', () => {
  test.each([
    ['He said “yes” twice.', ['yes']],
    ['He said "yes, now" and left.', ['yes, now']],
    ['„Ja“, sagte er. „Nein”, sagte sie.', ['Ja', 'Nein']],
    ['Il a dit « oui » et ‹ non ›.', ['oui', 'non']],
    ['他说：「好」，又说“不”。', ['好', '不']],
    ['„Tak”, «да», 『はい』', ['Tak', 'да', 'はい']],
    ["''Two apostrophes,'' he said.", ['Two apostrophes,']],
    ['‘We don’t yield,’ he said.', ['We don’t yield,']],
    ["'We don't yield,' he said.", ["We don't yield,"]],
    ['‘The ministers’ text is clear,’ she said.', ['The ministers’ text is clear,']],
    ['“He told me ‘never’ and meant it,” she said.', ['He told me ‘never’ and meant it,']],
    ['«Он сказал «нет» и ушёл», — заявил он.', ['Он сказал «нет» и ушёл']],
    ['The ’90s, rock ’n’ roll and the farmers’ market', []],
    ["The '90s and the farmers' market aren't quotes", []],
    ['A board 6" wide and 5\'10" tall', []],
    ['《湖畔日报》创刊', []],
    ['“” and ""', []],
    ['“left open', []],
    [
      'Kerr said, “this one is left open to the end of its paragraph',
      ['this one is left open to the end of its paragraph'],
    ],
  ])('%s', (text, found) => {
    expect(quoted(text)).toEqual(found)
  })

  test('a quotation that runs on repeats its opening mark', () => {
    expect(quoted('“One. Two.\n“Three.” He left. “Four.”')).toEqual(['One. Two. / Three.', 'Four.'])
    expect(quoted('« Un.\n« Deux. »')).toEqual(['Un. / Deux.'])
  })
})

describe('paragraphs', () => {
  const shown = (text: string) => paragraphsOf(text).map(({ start, end }) => text.slice(start, end))

  test('a line is one', () => {
    expect(shown('One.\nTwo.\r\n\r\n  Three. \n')).toEqual(['One.', 'Two.', 'Three.'])
  })

  test('unless lines break off in the middle of sentences', () => {
    const text =
      'The minister said that the\nboats would leave the lake\nbefore the month is over.\n\nNobody believed\nher then.'
    expect(shown(text)).toHaveLength(2)
  })
})
