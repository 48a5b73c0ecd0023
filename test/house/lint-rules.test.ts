import { beforeAll, expect, test } from 'vitest'
import { type Finding, lintFindings, plantTree } from './planted-tree'

/** A rule that is misspelt or switched off says nothing; so each has an offence here that it must find. */
const offences: Record<string, { file: string; text: string }> = {
  'no-floating-promises': {
    file: 'engine/floating.ts',
    text: 'const later = async () => 1\nexport function now() {\n  later()\n}\n',
  },
  'no-misused-promises': {
    file: 'engine/misused.ts',
    text: 'export const each = (names: string[]) => names.forEach(async (name) => await Promise.resolve(name))\n',
  },
  'await-thenable': { file: 'engine/thenable.ts', text: 'export const one = async () => await 1\n' },
  'only-throw-error': { file: 'engine/thrown.ts', text: `export function fail() {\n  throw 'no'\n}\n` },
  'switch-exhaustiveness-check': {
    file: 'app/exhaustive.ts',
    text: `export function say(mark: 'yes' | 'no') {\n  switch (mark) {\n    case 'yes':\n      return 1\n  }\n  return 0\n}\n`,
  },
  'no-explicit-any': { file: 'app/any.ts', text: 'export const one = (value: any) => String(value)\n' },
  'consistent-type-imports': {
    file: 'app/type-import.ts',
    text: `import { anything } from './anything'\nexport type Anything = typeof anything\n`,
  },
  'consistent-type-definitions': {
    file: 'app/interface.ts',
    text: 'export interface Party {\n  id: string\n}\n',
  },
  'no-namespace': { file: 'app/space.ts', text: 'export namespace Inner {\n  export type One = 1\n}\n' },
  'no-unnecessary-type-assertion': {
    file: 'app/assertion.ts',
    text: `const name: string = String(1)\nexport const same = name as string\n`,
  },
  'ban-ts-comment': { file: 'app/silenced.ts', text: '// @ts-ignore\nexport const one: string = 1\n' },
  'no-default-export': { file: 'app/default.ts', text: 'const one = 1\nexport default one\n' },
  'no-cycle': {
    file: 'app/cycle.ts',
    text: `import { back } from './cycle-back'\nexport const forth = () => back\n`,
  },
  'no-duplicates': {
    file: 'app/twice.ts',
    text: `import { a } from './two'\nimport { b } from './two'\nexport const both = [a, b]\n`,
  },
  'no-unused-vars': {
    file: 'app/unused.ts',
    text: 'export function one(two: number) {\n  const three = 3\n  return two\n}\n',
  },
  'no-console': { file: 'db/console.ts', text: `export const shout = () => console.log('here')\n` },
  'filename-case': { file: 'app/CamelCase.ts', text: 'export const one = 1\n' },
  eqeqeq: { file: 'app/equal.ts', text: 'export const same = (a: number, b: number) => a == b\n' },
  'prefer-const': { file: 'app/let.ts', text: 'let one = 1\nexport const two = one + 1\n' },
  'rules-of-hooks': {
    file: 'renderer/hooks.tsx',
    text: `import { useState } from 'react'\nexport function Mark({ isOn }: { isOn: boolean }) {\n  if (isOn) useState(1)\n  return <b />\n}\n`,
  },
  'exhaustive-deps': {
    file: 'renderer/deps.tsx',
    text: `import { useEffect } from 'react'\nexport function Mark({ name }: { name: string }) {\n  useEffect(() => {\n    document.title = name\n  }, [])\n  return <b />\n}\n`,
  },
  'jsx-key': {
    file: 'renderer/key.tsx',
    text: 'export const List = ({ names }: { names: string[] }) => <ul>{names.map((name) => <li>{name}</li>)}</ul>\n',
  },
  'no-danger': {
    file: 'renderer/danger.tsx',
    text: 'export const Raw = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />\n',
  },
  'alt-text': { file: 'renderer/alt.tsx', text: `export const Mark = () => <img src="./mark.svg" />\n` },
  'click-events-have-key-events': {
    file: 'renderer/click.tsx',
    text: 'export const Mark = ({ go }: { go: () => void }) => <div onClick={go}>go</div>\n',
  },
  'no-eval': { file: 'renderer/eval.ts', text: `export const run = (text: string) => eval(text)\n` },
  'no-focused-tests': {
    file: 'test/focused.test.ts',
    text: `import { expect, test } from 'vitest'\ntest.only('one', () => {\n  expect(1).toBe(1)\n})\n`,
  },
  'no-disabled-tests': {
    file: 'test/disabled.test.ts',
    text: `import { expect, test } from 'vitest'\ntest.skip('one', () => {\n  expect(1).toBe(1)\n})\n`,
  },
  'expect-expect': {
    file: 'test/empty.test.ts',
    text: `import { test } from 'vitest'\ntest('one', () => {\n  String(1)\n})\n`,
  },
}

let findings: Finding[] = []
beforeAll(() => {
  const tree = plantTree({
    ...Object.fromEntries(Object.values(offences).map(({ file, text }) => [file, text])),
    'app/cycle-back.ts': `import { forth } from './cycle'\nexport const back = () => forth\n`,
    'app/two.ts': 'export const a = 1\nexport const b = 2\n',
  })
  findings = lintFindings(tree.folder)
  tree.remove()
})

test.each(Object.keys(offences))('%s is found', (rule) => {
  expect(findings).toContainEqual({ file: offences[rule]?.file, rule })
})
