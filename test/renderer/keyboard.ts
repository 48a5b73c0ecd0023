import { act, fireEvent } from '@testing-library/react'

/** What a browser does by itself when a key is pressed, which jsdom leaves out. Only the keys that the tests use. */
export async function press(
  key: string,
  options: { ctrlKey?: boolean; shiftKey?: boolean } = {},
): Promise<void> {
  await act(async () => {
    const target = focused()
    const isTaken = !fireEvent.keyDown(target, { key, code: key, ...options })
    if (!isTaken && key === 'Tab') next(options.shiftKey === true ? -1 : 1)?.focus()
    if (!isTaken && key === 'Enter' && options.ctrlKey !== true && target.matches('button, summary')) {
      fireEvent.click(target, { detail: 0 })
    }
    fireEvent.keyUp(focused(), { key, code: key, ...options })
  })
}

export async function type(words: string): Promise<void> {
  await act(async () => {
    const target = focused()
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || target.readOnly) {
      throw new Error(`Nothing can be typed into ${target.outerHTML.slice(0, 200)}`)
    }
    fireEvent.change(target, { target: { value: target.value + words } })
  })
}

/** Presses Tab until the focus is where it should be; fails when it never gets there. */
export async function tabTo(isThere: (element: HTMLElement) => boolean): Promise<HTMLElement> {
  for (let step = 0; step < 200; step++) {
    if (isThere(focused())) return focused()
    await press('Tab')
  }
  throw new Error('Tab never led there.')
}

export function focused(): HTMLElement {
  const element = document.activeElement
  if (!(element instanceof HTMLElement)) throw new Error('Nothing has the focus.')
  return element
}

const tabbable = 'a[href], button, input, textarea, select, summary, [tabindex]'

function next(step: 1 | -1): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(tabbable)].filter(
    (element) => element.tabIndex >= 0 && !element.matches(':disabled') && isShown(element),
  )
  const at = all.indexOf(focused())
  return all[(at + step + all.length) % all.length]
}

/** jsdom has no layout: what is hidden is so by its markup. */
function isShown(element: HTMLElement): boolean {
  if (element.closest('[hidden], [aria-hidden="true"], [inert]')) return false
  const fold = element.parentElement?.closest('details:not([open])')
  return !fold || (element.matches('summary') && element.parentElement === fold)
}
