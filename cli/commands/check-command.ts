import type { CheckReport, Finding, FindingKind } from '../../app/contract/check-contract'
import { createSay } from '../../app/messages/say'
import { isBroken } from '../../app/rules/check'
import { exitCodes, type Command } from '../command'
import { withDossierToRead } from '../open-to-read'
import { shortened } from '../terminal-text'

const say = createSay('en')
/** More of one kind are counted only; `--json` has them all. */
const listedAtMost = 10
const aboutLength = 90

export const checkCommand: Command = {
  name: 'check',
  usage: { words: ['FILE'], options: '[--json]' },
  help: 'cli.help.check',
  options: { json: { type: 'boolean' } },

  async run({ words: [file], values: { json } }, context) {
    const report = await withDossierToRead(file!, context, (call) => call('dossier.check', {}))
    context.print(json ? JSON.stringify(report, null, 2) : reportText(report))
    const isWhole = report.faults.length === 0 && !report.wanting.some(isBroken)
    return isWhole ? exitCodes.done : exitCodes.answerIsNo
  },
}

function reportText({ faults, wanting, counts }: CheckReport): string {
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return [
    faults.length === 0
      ? say('cli.check.whole', { count: records })
      : `${say('cli.check.faults', { count: faults.length })}\n${findingsText(faults)}`,
    wanting.length === 0
      ? say('cli.check.nothing-wanting')
      : `${say('cli.check.wanting', { count: wanting.length })}\n${findingsText(wanting)}`,
  ].join('\n\n')
}

function findingsText(findings: readonly Finding[]): string {
  return [...Map.groupBy(findings, ({ kind }) => kind)].map(groupText).join('\n')
}

function groupText([kind, findings]: [FindingKind, Finding[]]): string {
  const listed = findings.slice(0, listedAtMost).map(({ about }) => `    ${shortened(about, aboutLength)}`)
  const rest = findings.length - listed.length
  return [
    `  ${say(`cli.check.${kind}`, { count: findings.length })}`,
    ...listed.filter((line) => line.trim() !== ''),
    ...(rest > 0 ? [`    ${say('cli.check.more', { count: rest })}`] : []),
  ].join('\n')
}
