import { resolve } from 'node:path'
import type { Input } from '../../app/contract'
import { exportFormat, type Exported, type ExportFormat } from '../../app/contract/export-contract'
import { briefingPart, citationStyle, edition, notesAt, orientation, paper } from '../../app/model/briefing'
import { AppError } from '../../app/errors'
import { createSay, languageFor } from '../../app/messages/say'
import { exitCodes, type Command, type Values } from '../command'
import { withDossierToRead, type Call } from '../open-to-read'
import { choiceOf, dateOf, textOf } from '../option-values'
import { plainText } from '../terminal-text'
import { withPrinter } from '../with-printer'
import { scopeOf, selectionOf } from './export-scope-options'

const say = createSay('en')

const briefings: readonly ExportFormat[] = ['pdf', 'docx', 'pptx', 'html', 'markdown']
const readings: readonly ExportFormat[] = [...briefings, 'xlsx', 'csv-positions', 'csv-statements']

/** What an option is about, where it does not concern every form. */
const concerns: Readonly<Record<string, readonly ExportFormat[]>> = {
  edition: briefings,
  parts: briefings,
  notes: briefings,
  citations: briefings,
  paper: ['pdf', 'docx'],
  orientation: ['pdf', 'docx'],
  'as-of': readings,
  since: [...briefings, 'xlsx'],
  lang: readings,
  view: readings,
  party: readings,
  issue: readings,
  'last-page': ['pdf', 'docx', 'xlsx', 'html', 'markdown'],
}

export const exportCommand: Command = {
  name: 'export',
  usage: {
    words: ['FILE'],
    options:
      `--to ${exportFormat.options.join('|')} -o OUT [--edition summary|sourced] [--as-of DATE] [--since DATE] [--view NAME] [--party NAME]… [--issue N]… [--lang xx] [--paper A4|Letter] [--orientation landscape|portrait] [--parts PART,…] [--notes annex|issue] [--citations marks|notes|author-date] ` +
      '[--without assessments,notes,grades,points,landing-zones,author,texts,originals,history] [--with author] [--hide PARTY]… [--confidential TAG]… [--resting leave-out|mark] [--left-out LIST] [--last-page] [--json]',
  },
  help: 'cli.help.export',
  options: {
    to: { type: 'string' },
    output: { type: 'string', short: 'o' },
    edition: { type: 'string' },
    'as-of': { type: 'string' },
    since: { type: 'string' },
    view: { type: 'string' },
    party: { type: 'string', multiple: true },
    issue: { type: 'string', multiple: true },
    lang: { type: 'string' },
    paper: { type: 'string' },
    orientation: { type: 'string' },
    parts: { type: 'string' },
    notes: { type: 'string' },
    citations: { type: 'string' },
    without: { type: 'string', multiple: true },
    with: { type: 'string', multiple: true },
    hide: { type: 'string', multiple: true },
    confidential: { type: 'string', multiple: true },
    resting: { type: 'string' },
    'left-out': { type: 'string' },
    'last-page': { type: 'boolean' },
    json: { type: 'boolean' },
  },

  async run({ words: [file], values }, context) {
    const format = choiceOf(values, 'to', exportFormat.options)
    const output = textOf(values, 'output')
    if (format === undefined)
      throw new AppError('usage', { problem: say('cli.missing-option', { option: '--to' }) })
    if (output === undefined)
      throw new AppError('usage', { problem: say('cli.missing-option', { option: '-o' }) })
    refuseStrayOptions(format, values)
    // Wrong words are told before the file is opened.
    const scope = scopeOf(format, values)
    const given = givenOptions(values)

    const withDossier = format === 'pdf' ? withPrinter : withDossierToRead
    const exported = await withDossier(file!, context, async (call: Call) => {
      const list = textOf(values, 'left-out')
      return call('dossier.export', {
        ...given,
        format,
        selection: await selectionOf(call, scope, values),
        path: resolve(output),
        ...(list === undefined ? {} : { leftOutPath: resolve(list) }),
      } satisfies Input<'dossier.export'>)
    })
    if (exported !== null)
      context.print(values.json ? JSON.stringify(exported, null, 2) : told(exported, output))
    return exitCodes.done
  },
}

function told({ pages, leftOut }: Exported, output: string): string {
  const file = plainText(output)
  const saved = pages === null ? say('cli.saved', { file }) : say('cli.saved-pages', { file, count: pages })
  const count = leftOut.records.reduce((sum, each) => sum + each.count, 0)
  return count === 0 ? saved : `${saved} ${say('cli.left-out', { count })}`
}

function refuseStrayOptions(format: ExportFormat, values: Values): void {
  const stray = Object.keys(concerns).find(
    (option) => values[option] !== undefined && !concerns[option]!.includes(format),
  )
  if (stray === undefined) return
  throw new AppError('usage', {
    problem: say('cli.not-for-form', { option: stray, format, formats: concerns[stray]!.join(', ') }),
  })
}

function givenOptions(values: Values) {
  return {
    edition: choiceOf(values, 'edition', edition.options),
    asOf: dateOf(values, 'as-of') ?? null,
    since: dateOf(values, 'since') ?? null,
    view: textOf(values, 'view') ?? null,
    paper: choiceOf(values, 'paper', paper.options),
    orientation: choiceOf(values, 'orientation', orientation.options),
    locale: localeOf(values),
    parts: partsOf(values),
    notesAt: choiceOf(values, 'notes', notesAt.options),
    citations: choiceOf(values, 'citations', citationStyle.options),
  }
}

/** In the order given; each has to be a part that there is. */
function partsOf(values: Values) {
  const given = textOf(values, 'parts')
  if (given === undefined) return undefined
  return given.split(',').map((part) => choiceOf({ parts: part.trim() }, 'parts', briefingPart.options)!)
}

/** A language that we cannot print in is refused: another one than asked for would be a surprise on paper. */
function localeOf(values: Values): string | undefined {
  const locale = textOf(values, 'lang')
  if (locale === undefined || languageFor(locale) === locale.toLowerCase().split('-')[0]) return locale
  throw new AppError('usage', { problem: say('cli.no-such-language', { language: locale }) })
}
