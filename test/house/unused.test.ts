import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { english } from '../../app/messages/en'
import { filesOf, root, rooms } from './planted-tree'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const codeOf = (from: readonly string[]) =>
  new Map(filesOf(from, (file) => /\.(?:m?ts|tsx|mjs)$/.test(file)).map((file) => [file, read(file)]))

const source = codeOf(rooms)
const words = new Map(
  [...source, ...codeOf(['test', 'bench'])].map(([file, text]) => [file, new Set(text.match(/[\w$]+/g))]),
)

test('every class of a style sheet is worn, and every class that is worn is in its style sheet', () => {
  const sheets = filesOf(['renderer'], (file) => file.endsWith('.module.css'))
  const wearers = sheets.map((sheet) => [sheet, wornFrom(sheet)] as const)
  expect(sheets.length).toBeGreaterThan(30)
  const wrong = wearers.flatMap(([sheet, { worn, isOpen }]) => {
    const there = classesIn(read(sheet))
    return [
      ...[...there]
        .filter((name) => !isOpen && !worn.has(name))
        .map((name) => `${sheet}: nobody wears .${name}`),
      ...[...worn].filter((name) => !there.has(name)).map((name) => `${sheet}: there is no .${name}`),
    ]
  })
  expect(wrong).toEqual([])
})

function classesIn(css: string): Set<string> {
  const selectors = css.replace(/\/\*[^]*?\*\//g, '').replace(/\{[^{}]*\}/g, '{}')
  const names = [...selectors.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, name]) => name!)
  // A library gives its own parts their names.
  return new Set(names.filter((name) => !name.startsWith('react-aria-')))
}

/** By the names under which components import it; open where one is taken by a value. */
function wornFrom(sheet: string): { worn: Set<string>; isOpen: boolean } {
  const worn = new Set<string>()
  let isOpen = false
  for (const [file, text] of source) {
    const imported = [...text.matchAll(/import (\w+) from '(\.[^']+\.module\.css)'/g)].find(
      ([, , path]) => normalize(join(dirname(file), path!)) === normalize(sheet),
    )
    if (imported === undefined) continue
    // A sentence's id may begin as the sheet is called here.
    const bare = text.replace(/'[\w-]+\.[\w. -]*'/g, '')
    const taken = bare.matchAll(
      new RegExp(`(?<![\\w./'-])${imported[1]}(?:\\.(\\w+)|\\['([\\w-]+)'\\]|\\[)`, 'g'),
    )
    for (const [, dotted, quoted] of taken) {
      const name = dotted ?? quoted
      if (name === undefined) isOpen = true
      else worn.add(name)
    }
  }
  return { worn, isOpen }
}

test('every sentence of the catalogue is said somewhere', () => {
  const spoken = [...source].filter(([file]) => !file.startsWith('app/messages/en/')).map(([, text]) => text)
  const text = spoken.join('\n')
  const named = new Set([...text.matchAll(/['"](\w+(?:\.[\w +-]+)+)['"]/g)].map(([, id]) => id))
  // As in `kind.${kind}`: whatever begins so may be meant.
  const begun = [...new Set([...text.matchAll(/`([a-z]\w*\.[\w. -]*)\$\{/g)].map(([, start]) => start!))]
  const ids = Object.keys(english)
  expect(ids.length).toBeGreaterThan(1000)
  const unsaid = ids.filter((id) => !named.has(id) && !begun.some((start) => id.startsWith(start)))
  expect(unsaid).toEqual([])
})

/** Models and contracts declare for whoever comes; types may be named for the reader alone. */
test('what a file gives out is taken somewhere', () => {
  const idle = [...source].flatMap(([file, text]) => {
    if (/^app\/(?:model|contract)\//.test(file)) return []
    const given = [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)]
    return given
      .map(([, name]) => name!)
      .filter((name) => ![...words].some(([other, used]) => other !== file && used.has(name)))
      .map((name) => `${file}: ${name}`)
  })
  expect(idle).toEqual([])
})
