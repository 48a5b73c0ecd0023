import { resolve } from 'node:path'
import { readDossierJson } from '../import/read-dossier-json'
import type { Handlers } from '../handlers'
import { createFromJson } from '../import/create-from-json'
import { fileNameFrom } from '../file-name'
import { extension, remember } from './dossier-operations'

export const dossierJsonOperations: Handlers<'dossier.createFromJson'> = {
  async 'dossier.createFromJson'(session, { from, path, taskId }) {
    const source = from ?? (await session.desktop.chooseFileToOpen({ extension: 'json' }))
    if (source === null) return null
    return session.tasks.run(taskId, async () => {
      const read = await readDossierJson(resolve(source))
      const suggestedName = `${fileNameFrom(read.dossier.title)}.${extension}`
      const chosen = path ?? (await session.desktop.chooseFileToSave({ extension, suggestedName }))
      if (chosen === null) return null
      const target = resolve(chosen)
      createFromJson(target, read, { by: session.user, at: session.now().toISOString() })
      return remember(session, session.openPath(target))
    })
  },
}
