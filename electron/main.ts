import { dirname } from 'node:path'
import { runApplication } from './application'

// Built to `out/main`; only an entry knows where it ends up.
runApplication(dirname(import.meta.dirname))
