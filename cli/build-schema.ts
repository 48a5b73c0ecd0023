import { writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { dossierSchema } from '../engine/export/dossier-schema'

/** Writes the JSON Schema of an exported dossier, made from its models, to the file named. */
writeFileSync(argv[2]!, dossierSchema())
