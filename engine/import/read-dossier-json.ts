import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { z } from 'zod'
import { largestDossierJsonBytes } from '../../app/contract/export-contract'
import { AppError } from '../../app/errors'
import { findDossierFault } from '../../app/rules/dossier-faults'
import {
  dossierJson,
  dossierJsonFormat,
  dossierJsonVersion,
  type DossierJson,
} from '../../app/rules/dossier-json'
import { refusal } from '../../db/open'
import { jsonFaultAt } from './json-fault'

/** A dossier as somebody's JSON has it. Whatever is wrong is said with its place, before anything is made. */
export async function readDossierJson(path: string): Promise<DossierJson> {
  const file = basename(path)
  const parsed = parseJson(await readText(path), file)
  refuseOther(parsed, file)
  refuseDeepChanges(parsed, file)
  const read = dossierJson.safeParse(parsed)
  if (!read.success)
    throw new AppError('dossier-json-invalid', { file, ...schemaFault(read.error.issues[0]!) })
  const fault = findDossierFault(read.data)
  if (fault !== null) throw new AppError('dossier-json-invalid', { file, ...fault })
  refuseWrongHashes(read.data, file)
  return read.data
}

async function readText(path: string): Promise<string> {
  const file = basename(path)
  let bytes: Buffer
  try {
    const there = await stat(path)
    if (there.isDirectory()) throw new AppError('document-is-folder', { file })
    // Reading a pipe would wait for somebody to write to it.
    if (!there.isFile()) throw new AppError('file-unreadable', { file })
    if (there.size > largestDossierJsonBytes) {
      throw new AppError('dossier-json-too-large', { file, limit: largestDossierJsonBytes / 1024 / 1024 })
    }
    bytes = await readFile(path)
  } catch (error) {
    throw refusal(error, path)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('text-not-utf8', { file })
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const before = text.slice(0, jsonFaultAt(text))
    const line = before.split('\n').length
    const column = before.length - before.lastIndexOf('\n')
    throw new AppError('dossier-json-broken', { file, line, column })
  }
}

function refuseOther(parsed: unknown, file: string): void {
  const isObject = typeof parsed === 'object' && parsed !== null
  if (!isObject || !('format' in parsed) || parsed.format !== dossierJsonFormat) {
    throw new AppError('dossier-json-other', { file })
  }
  const version = 'version' in parsed ? parsed.version : undefined
  if (version !== dossierJsonVersion) {
    const written = typeof version === 'number' ? version : '?'
    throw new AppError('dossier-json-newer', { file, version: written, known: dossierJsonVersion })
  }
}

const deepest = 20

/** A change keeps values of any shape; the schema would follow them down until the stack ends. */
function refuseDeepChanges(parsed: unknown, file: string): void {
  const changes = (parsed as { changes?: unknown }).changes
  let level: unknown[] = Array.isArray(changes) ? changes : []
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest)
      throw new AppError('dossier-json-invalid', { file, place: 'changes', problem: 'not-allowed' })
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null
        ? Object.values(value).filter((inner) => typeof inner === 'object')
        : [],
    )
  }
}

const ownProblems = ['empty', 'control-character', 'broken-character', 'not-a-language', 'not-a-date']

function schemaFault(issue: z.core.$ZodIssue): { place: string; problem: string } {
  const place = placeOf(issue.path)
  if (issue.code === 'unrecognized_keys')
    return { place: placeOf([...issue.path, issue.keys[0]!]), problem: 'unknown-field' }
  if (ownProblems.includes(issue.message)) return { place, problem: issue.message }
  if (issue.code === 'too_big' && (issue.origin === 'string' || issue.origin === 'array'))
    return { place, problem: 'too-long' }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return { place, problem: 'missing' }
  return { place, problem: 'not-allowed' }
}

function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part).slice(0, 60)}`))
    .join('')
  return place.replace(/^\./, '') || 'its beginning'
}

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')

/** Text that was altered outside is no longer what a source or a speaker said. */
function refuseWrongHashes({ records, originals }: DossierJson, file: string): void {
  for (const kind of ['source', 'statement'] as const) {
    const at = records[kind].findIndex(({ text, textHash }) => sha256(text) !== textHash)
    if (at !== -1) {
      throw new AppError('dossier-json-invalid', {
        file,
        place: `records.${kind}[${at}].text`,
        problem: 'wrong-text',
      })
    }
  }
  const at = originals.findIndex(
    (original) => sha256(Buffer.from(original.base64, 'base64')) !== original.sha256,
  )
  if (at !== -1) {
    throw new AppError('dossier-json-invalid', { file, place: `originals[${at}]`, problem: 'wrong-original' })
  }
}
