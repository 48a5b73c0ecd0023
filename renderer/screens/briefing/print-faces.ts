/** As in print-fonts.css. What is not laid out on screen asks for no face by itself, and print waits for none. */
const faces = [
  '400 8pt "Noto Sans"',
  '600 8pt "Noto Sans"',
  'italic 400 8pt "Noto Sans"',
  '400 8pt "Noto Serif"',
  '600 8pt "Noto Serif"',
  'italic 400 8pt "Noto Serif"',
]
/** Stand behind the others for what they do not have. */
const facesBehind = ['400 8pt "Noto Sans Arabic"', '600 8pt "Noto Sans Arabic"', '400 8pt "Noto Sans SC"']

/** Loads the parts of the print's faces that hold these letters. */
export async function loadPrintFaces(text: string): Promise<void> {
  const letters = [...new Set(text)]
  const beyond = letters.filter(isBeyondLatin).join('')
  await Promise.all([
    ...faces.map((face) => document.fonts.load(face, letters.join(''))),
    ...(beyond === '' ? [] : facesBehind.map((face) => document.fonts.load(face, beyond))),
  ])
  await document.fonts.ready
}

/** Neither Latin, Greek or Cyrillic nor the punctuation and currencies of all. */
function isBeyondLatin(letter: string): boolean {
  const code = letter.codePointAt(0)!
  return code >= 0x590 && !(code >= 0x1e00 && code < 0x20d0)
}
