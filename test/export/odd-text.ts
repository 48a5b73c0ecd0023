import fc from 'fast-check'

/** What people paste: formulas, marks of other formats, other scripts, and the letters that trip programs up. */
const oddPieces = [
  '=1+1',
  '@SUM(A1)',
  '+1',
  '-1',
  "'quoted",
  '"quoted"',
  'a,b;c\td',
  'line\r\nline\nline',
  '<script>alert(1)</script>',
  '</style>&amp;]]>',
  '_x0041_',
  '| a | b |',
  '[^1]: note',
  '**bold** `code` # no heading',
  'مرحبا بالعالم',
  '谈判立场',
  'Переговоры',
  'e\u0301\u202e\u200f\ufeff',
  '\u{1f41f}\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  '\ufffe\uffff',
  '{count, plural, one {#}}',
  '${process.exit()}',
  '%PDF-1.7',
  'x'.repeat(900),
  ' ',
]

/** Any text that a dossier takes. */
export const oddText = fc
  .array(fc.oneof(fc.constantFrom(...oddPieces), fc.string({ unit: 'grapheme', maxLength: 20 })), {
    maxLength: 5,
  })
  .map((pieces) =>
    pieces
      .join('')
      .replace(/[^\P{Cc}\n\r\t]/gu, '')
      .toWellFormed(),
  )
