import { createDispatcher } from '../../engine/dispatch'
import { createSession } from '../../engine/session'

/** Edits the dossier until it is killed, and prints the number of each edit once it is acknowledged. */
const [path = '', homeFolder = '', first = '0'] = process.argv.slice(2)
const nobody = async () => null
const session = createSession({
  user: 'Ada',
  now: () => new Date(),
  homeFolder,
  samplePath: '',
  desktop: {
    chooseFileToOpen: nobody,
    chooseFileToSave: nobody,
    printPage: () => Promise.reject(new Error('Nothing is printed here.')),
  },
  announce: () => {},
})
const dispatch = createDispatcher(session)

async function call<Answer>(name: string, input: unknown): Promise<Answer> {
  const reply = await dispatch(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.details)}`)
  // The dispatcher answers each name with that name's output.
  return reply.value as Answer
}

await call('dossier.open', { path })
const [issue] = await call<{ id: string }[]>('issue.list', {})
const [party] = await call<{ id: string }[]>('party.list', {})
for (let number = Number(first); ; number += 1) {
  const text = `edit ${number} ${'words '.repeat(number % 200)}`
  await call('position.record', {
    issueId: issue!.id,
    partyId: party!.id,
    kind: 'view',
    text,
    conditions: [{ relation: 'only if', text }],
  })
  // Every so often one is taken back and done again, which must not lose it either.
  if (number % 5 === 0) {
    await call('history.undo', {})
    await call('history.redo', {})
  }
  process.stdout.write(`${number}\n`)
}
