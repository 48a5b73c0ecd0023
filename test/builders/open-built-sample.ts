import { join } from 'node:path'
import { buildSampleFile } from '../../cli/build-sample'
import { startTestApp, temporaryFolder } from './open-test-app'

/** Builds the sample file once, and opens it as it is. */
export async function buildSampleInto(folder = temporaryFolder()): Promise<string> {
  const path = join(folder, 'sample.demarche')
  await buildSampleFile(path)
  return path
}

/** The application with a fresh copy of the sample open. */
export async function openSampleApp(samplePath: string) {
  const app = startTestApp({ samplePath })
  await app.api.call('dossier.openSample', {})
  return { ...app, db: app.session.current().db }
}
