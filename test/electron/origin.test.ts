import { expect, test } from 'vitest'
import { isOurs } from '../../electron/origin'
import { isOwnFile } from '../../electron/network'

test.each(['app://demarche', 'app://demarche/', 'app://demarche/index.html#/compare'])(
  '%s is ours',
  (address) => {
    expect(isOurs(address)).toBe(true)
  },
)

const strangers = [
  'https://evil/?next=app://demarche',
  'https://app.demarche/',
  'app://demarche.evil',
  'app://demarche.evil/app://demarche',
  'app://demarche@evil/',
  'app://demarche:80@evil/',
  'app://demarche:8080/',
  'app://user@demarche/',
  'app:demarche',
  'apps://demarche/',
  'file:///app://demarche',
  'data:text/html,app://demarche',
  'javascript:void("app://demarche")',
  'about:blank',
  'null',
  '',
]
test.each(strangers)('“%s” is not', (address) => {
  expect(isOurs(address)).toBe(false)
})

test('bytes the page made itself are its own, of another page they are not', () => {
  expect(isOwnFile('blob:app://demarche/0f3c')).toBe(true)
  expect(isOwnFile('blob:https://evil/0f3c')).toBe(false)
  expect(isOwnFile('blob:null/0f3c')).toBe(false)
})
