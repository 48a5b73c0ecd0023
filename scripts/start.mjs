import { spawn } from 'node:child_process'
import { at } from './setup/run.mjs'

/** `npm start` opens the sample; `npm start -- FILE` opens that file. */
const given = process.argv.slice(2)
const named = given.some((word) => !word.startsWith('-'))
const words = ['open', ...(named || given.includes('--sample') ? [] : ['--sample']), ...given]

const application = spawn(process.execPath, [at('out/main/demarche.js'), ...words], { stdio: 'inherit' })
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => application.kill(signal))
}
application.on('exit', (code) => process.exit(code ?? 1))
