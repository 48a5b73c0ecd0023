import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Where recent dossiers and copies of the sample are kept: one folder for every shell on this machine. */
export function homeFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.DEMARCHE_HOME || join(folderForApplications(environment), 'demarche')
}

function folderForApplications(environment: NodeJS.ProcessEnv): string {
  switch (process.platform) {
    case 'win32':
      return environment.APPDATA || join(homedir(), 'AppData', 'Roaming')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support')
    default:
      return environment.XDG_DATA_HOME || join(homedir(), '.local', 'share')
  }
}

/** Who edits, as the journal calls them. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    // A user number without a name, as in a container.
    return `${process.getuid?.() ?? 'user'}`
  }
}
