import type { Page } from '@playwright/test'
import type { Input, OperationName, Output } from '../../app/contract'
import { unwrap, type Reply } from '../../app/errors'

/** Asks the engine what the window would ask, for what a test needs to be there beforehand. */
export async function askEngine<Name extends OperationName>(
  window: Page,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const reply = await window.evaluate(async (body) => {
    const response = await fetch('./call', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    return response.json() as Promise<unknown>
  }, JSON.stringify({ name, input }))
  // The server passes on what the dispatcher replied.
  return unwrap(reply as Reply<Output<Name>>)
}

export async function partyCalled(window: Page, name: string) {
  return (await askEngine(window, 'party.list', {})).find((party) => party.shortName === name)!
}

export async function issueCalled(window: Page, title: string) {
  return (await askEngine(window, 'issue.list', {})).find((issue) => issue.title === title)!
}
