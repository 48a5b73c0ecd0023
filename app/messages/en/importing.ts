/** What bringing in a document has to say about it. */
export const importing = {
  'reading.control-characters-removed':
    '{count, plural, one {# control character was} other {# control characters were}} left out of the text.',
  'reading.characters-not-readable':
    '{count, plural, one {# character} other {# characters}} could not be read and {count, plural, one {stands} other {stand}} as �.',
  'reading.encoding-guessed': 'The file does not say how its letters are written; they were read as {words}.',
  'reading.pages-without-text':
    '{count, plural, one {A page has} other {# pages have}} no text, only pictures: {words}.',
  'reading.repeated-lines-left-out':
    '{count, plural, one {# line} other {# lines}} repeated at the head or foot of pages {count, plural, one {was} other {were}} left out.',
  'reading.attachments-left-out':
    '{count, plural, one {An attachment was} other {# attachments were}} not opened: {words}.',
  'reading.whole-page-taken': 'No article was found in the page, so all of its text was taken.',
  'reading.name-says-otherwise':
    'The name ends in another way, but the content is {words} and was read as such.',
} as const
