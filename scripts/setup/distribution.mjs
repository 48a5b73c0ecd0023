import { failureOf, tell } from './run.mjs'

/** Through the distribution's packages, where nobody has to type a password. @param {string} name */
export function installFromDistribution(name) {
  const apt = aptGet()
  if (!apt) return false
  tell(`Setting up: installing ${name} from the distribution.`)
  const install = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', name]
  if (apt(install) === null) return true
  apt(['update'])
  return apt(install) === null
}

function aptGet() {
  if (process.platform !== 'linux' || failureOf('apt-get', ['--version']) !== null) return null
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  if (process.getuid?.() === 0) return (/** @type {string[]} */ args) => failureOf('apt-get', args, { env })
  if (failureOf('sudo', ['-n', 'true']) !== null) return null
  return (/** @type {string[]} */ args) => failureOf('sudo', ['-n', 'apt-get', ...args], { env })
}
