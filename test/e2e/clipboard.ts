import { expect, type Page } from '@playwright/test'

/** As any other program puts it on the clipboard. */
export async function copy(window: Page, { text, html }: { text: string; html?: string }): Promise<void> {
  await window.evaluate(
    (given) => {
      const write = (event: ClipboardEvent) => {
        event.preventDefault()
        event.stopImmediatePropagation()
        event.clipboardData?.setData('text/plain', given.text)
        if (given.html !== undefined) event.clipboardData?.setData('text/html', given.html)
      }
      document.addEventListener('copy', write, { capture: true })
      document.execCommand('copy')
      document.removeEventListener('copy', write, { capture: true })
    },
    { text, html },
  )
}

/** What another program would be given. */
export async function pasted(window: Page): Promise<{ text: string; html: string }> {
  const read = window.evaluate(
    () =>
      new Promise<{ text: string; html: string }>((resolve) => {
        const field = document.createElement('textarea')
        document.body.append(field)
        field.addEventListener('paste', (event) => {
          event.preventDefault()
          event.stopPropagation()
          field.remove()
          const { clipboardData } = event
          resolve({
            text: clipboardData?.getData('text/plain') ?? '',
            html: clipboardData?.getData('text/html') ?? '',
          })
        })
        field.focus()
      }),
  )
  await expect(window.locator('body > textarea')).toBeFocused()
  await window.keyboard.press('Control+v')
  return read
}
