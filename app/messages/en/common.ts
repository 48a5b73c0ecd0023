/** The words of the field, one for each value that a record can have, and what stands on every screen. */
export const common = {
  'app.name': 'Démarche',

  'kind.demand': 'demand',
  'kind.offer': 'offer',
  'kind.commitment': 'commitment',
  'kind.refusal': 'refusal',
  'kind.view': 'view',

  'kindLetter.demand': 'D',
  'kindLetter.offer': 'O',
  'kindLetter.commitment': 'C',
  'kindLetter.refusal': 'R',
  'kindLetter.view': 'V',

  'role.principal': 'principal',
  'role.mediator': 'mediator',
  'role.guarantor': 'guarantor',
  'role.observer': 'observer',

  'status.open': 'open',
  'status.converging': 'converging',
  'status.agreed': 'agreed',
  'status.deadlocked': 'deadlocked',
  'status.set aside': 'set aside',

  'stance.supports': 'supports',
  'stance.accepts': 'accepts',
  'stance.accepts if': 'accepts if',
  'stance.has concerns': 'has concerns',
  'stance.opposes': 'opposes',
  'stance.neutral': 'neutral (said so)',

  'firmness.red line': 'red line',
  'firmness.firm': 'firm',
  'firmness.flexible': 'flexible',
  'firmness.unstated': 'unstated',

  'basis.stated': 'stated',
  'basis.reported': 'reported',
  'basis.inferred': 'inferred',

  'relation.only if': 'only if',
  'relation.unless': 'unless',
  'relation.before': 'before',
  'relation.after': 'after',
  'relation.in exchange for': 'in exchange for',

  'conditionState.open': 'open',
  'conditionState.met': 'met',
  'conditionState.refused': 'refused',
  'conditionState.overtaken': 'overtaken',

  'outcome.accepted': 'accepted',
  'outcome.partly': 'partly accepted',
  'outcome.rejected': 'rejected',
  'outcome.countered': 'countered',
  'outcome.ignored': 'ignored',
  'outcome.none found': 'no answer found',

  'evidence.supports': 'supports',
  'evidence.contradicts': 'contradicts',
  'evidence.qualifies': 'qualifies',

  'form.verbatim': 'verbatim',
  'form.partial': 'partial quote',
  'form.paraphrase': 'paraphrase',

  'outletKind.wire': 'wire',
  'outletKind.state media': 'state media',
  'outletKind.newspaper': 'newspaper',
  'outletKind.official': 'official',
  'outletKind.broadcaster': 'broadcaster',
  'outletKind.think tank': 'think tank',
  'outletKind.other': 'other',

  'reliability.A': 'completely reliable',
  'reliability.B': 'usually reliable',
  'reliability.C': 'fairly reliable',
  'reliability.D': 'not usually reliable',
  'reliability.E': 'unreliable',
  'reliability.F': 'cannot be judged',

  'credibility.1': 'confirmed by other sources',
  'credibility.2': 'probably true',
  'credibility.3': 'possibly true',
  'credibility.4': 'doubtful',
  'credibility.5': 'improbable',
  'credibility.6': 'cannot be judged',

  'eventKind.summit': 'summit',
  'eventKind.call': 'call',
  'eventKind.round': 'round',
  'eventKind.proposal': 'proposal',
  'eventKind.agreement': 'agreement',
  'eventKind.incident': 'incident',

  'pointKind.to confirm': 'to confirm',
  'pointKind.source to find': 'source to find',

  'marking.none': 'no marking',
  'marking.internal': 'Internal',
  'marking.confidential': 'Confidential',

  'cellState.unseen': 'not yet looked at',

  'date.about': 'about {date}',
  'date.uncertain': '{date}?',
  'date.spring': 'spring {year}',
  'date.summer': 'summer {year}',
  'date.autumn': 'autumn {year}',
  'date.winter': 'winter {year}',
  'date.until': 'until {date}',
  'date.since': 'since {date}',
  'date.between': '{from} to {to}',
  'date.unknown': 'date unknown',

  'scale.at': '{at, number} of 100',
  'scale.between': '{low, number} to {high, number} of 100',

  'count.statements': '{count, plural, one {# statement} other {# statements}}',
  'count.origins': '{count, plural, one {# origin} other {# origins}}',
  'count.sources': '{count, plural, one {# source} other {# sources}}',
  'count.conditions': '{count, plural, one {# condition} other {# conditions}}',
} as const
