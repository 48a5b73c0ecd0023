import type { StatementHint } from './suggestion'

const byAct: Record<string, StatementHint> = {}
const note = (hint: StatementHint, acts: string) => {
  for (const act of acts.split(/\s+/)) byAct[act] = hint
}
note('demand', 'demand want urge call appeal request require ask press push insist plead beg implore exhort lobby seek invite hope exiger demander réclamer exigir pedir reclamar требовать вимагати طالب 要求 呼吁')
note('offer', 'offer propose ready prepared willing open volunteer invite suggest proposer ofrecer proponer предложить запропонувати اقترح 提议 建议')
note('commitment', 'vow pledge promise swear guarantee undertake commit committed determined agree intend plan threaten promettre prometer обещать обіцяти تعهد 承诺 保证')
note('refusal', 'refuse reject deny decline rule unwilling reluctant dismiss oppose opposed object repudiate rebuff refuser rejeter nier rechazar negarse отказаться отвергнуть відмовитися رفض 拒绝')

const refusing =
  /\b(?:will (?:never|not)|won['’]t|would (?:never|not)|cannot|can['’]t|never|no (?:deal|talks|concessions?|way|question of)|not (?:accept|sign|agree|give up|negotiate)|refus(?:e|es|al)|out of the question|unacceptable|reject)\b|n[’']accepter|jamais|nunca|no vamos a|никогда|не подпишем|ніколи|не підпишемо|لن|绝不|不会/i
const conditional =
  /\b(?:only if|if|unless|provided (?:that)?|as long as|on condition|only (?:feasible|possible|when|after)|until|before any|not before|in exchange for|in return for|depends on|subject to|preceded by|once)\b|(?:^|\s)(?:à condition|si et seulement|tant que|pourvu que|siempre que|a cambio|si no|a menos|только если|при условии|пока не|лише якщо|за умови|إذا|بشرط|مقابل)(?=\s|$)|如果|除非|前提/i
const demanding =
  /\b(?:must|has to|have to|should|needs? to|ought to|we (?:want|demand|need|expect|call)|demands?|immediately|without delay|let them)\b|(?:^|\s)(?:doit|doivent|debe[n]?|должн[аоы]?|повинн[аі]|يجب)(?=\s|$)|必须|应当/i
const committing =
  /\b(?:we|i|they|he|she|it) (?:will|shall|are going to|is going to|would (?:end|stop|send|sign|release|reopen|withdraw))|\b(?:will (?:certainly|continue|proceed|defend|respond|retaliate)|we continue)\b|продолжим|будем|будемо|我们将|سوف/i
const offering = /\b(?:(?:are|is|am) (?:ready|open|prepared|willing)|ready to|open to|we (?:offer|propose|invite)|offer(?:s|ed)? )\b|готов|prêt|dispuest|مستعد|愿意/i

/** What kind of position the act and the words hint at; a view where they hint at nothing else. */
export function hintOf(act: string, words: string): StatementHint {
  const ofAct = byAct[act]
  if (ofAct === 'refusal' || ofAct === 'demand') return ofAct
  if (conditional.test(words) && ofAct === undefined) return 'condition'
  if (ofAct !== undefined) return ofAct
  if (refusing.test(words)) return 'refusal'
  if (offering.test(words)) return 'offer'
  if (demanding.test(words)) return 'demand'
  return committing.test(words) ? 'commitment' : 'view'
}
