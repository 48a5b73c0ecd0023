/**
 * What may follow a verb of saying.
 * - q: words in quotation marks, before or after it
 * - t: a clause, with or without "that"; T: a clause after "that" only
 * - i: "to" and a verb: what its subject means to do
 * - n: a noun phrase that is what is said
 * - o: somebody, "to" and a verb: what is asked of them
 * - d: somebody who is told, then any of the above
 * - f: somebody, then "of" or "for"
 * - l: something, "as", and what it is called
 * - w: "whether" or "if"
 * - a: its subject has to be a person or a body, as things may do it too
 */
export type Frames = string

const frames: Record<string, string> = {
  qt: `answer argue assert boast claim comment complain conclude concede confess confide confirm
    contend counter declare emphasise emphasize explain exclaim insist joke lament maintain note opine predict quip
    reason recall reckon remark reply respond retort say/says/said/said/saying state stipulate testify venture observe
    caution clarify reveal disclose recount elaborate assess/assesses estimate surmise posit guess`,
  qT: `tweet post write/writes/wrote/written/writing repeat reiterate rejoin conclude object protest scoff cable report joke`,
  q: `continue ask/asks/asked/asked/asking wonder cry/cries/cried sigh shout snap laugh whisper mutter thunder fume
    grumble chuckle sneer yell shrug smile gush enthuse muse plead chant read/reads/read/read/reading deadpan beam warn`,
  qta: `acknowledge announce stress underline underscore suggest indicate signal hint allege affirm avow admit/admits/admitted/admitted/admitting`,
  ta: `think/thinks/thought/thought/thinking believe fear suspect doubt feel/feels/felt/felt/feeling hope expect`,
  Ta: `hold/holds/held/held/holding imply/implies/implied agree assume consider rule propose recommend demand request urge
    vow pledge promise swear/swears/swore/sworn/swearing threaten guarantee decide deny/denies/denied warn prefer require ask/asks/asked/asked/asking
    accept conclude appeal advise`,
  qTa: `vow pledge promise swear/swears/swore/sworn/swearing threaten demand urge warn propose advise agree deny/denies/denied`,
  ia: `vow pledge promise swear/swears/swore/sworn/swearing threaten refuse decline offer agree propose demand want seek/seeks/sought/sought/seeking
    intend plan/plans/planned/planned/planning hope expect aim ask/asks/asked/asked/asking undertake/undertakes/undertook/undertaken/undertaking guarantee wish consent volunteer
    prefer/prefers/preferred/preferred/preferring resolve claim`,
  na: `reject dismiss condemn denounce decry/decries/decried criticise criticize slam/slams/slammed/slammed/slamming blast
    rubbish rebuff praise welcome hail applaud lament demand deny/denies/denied express voice support oppose
    endorse propose offer threaten promise pledge reiterate reaffirm stress underline underscore emphasise emphasize
    acknowledge confirm question dispute contest deplore regret request seek/seeks/sought/sought/seeking want favour favor
    repudiate rebuke bemoan defend advocate thank suggest recommend urge concede disavow guarantee refute challenge declare
    announce predict admit/admits/admitted/admitted/admitting allege query appreciate affirm prefer/prefers/preferred/preferred/preferring fear doubt refuse
    note recognise recognize admit applaud respect value`,
  oa: `urge ask/asks/asked/asked/asking want implore beseech exhort encourage invite request press advise warn expect require
    beg/begs/begged/begged/begging challenge tell/tells/told/told/telling instruct remind`,
  d: `tell/tells/told/told/telling`,
  da: `assure inform notify/notifies/notified remind warn promise advise convince caution ask/asks/asked/asked/asking brief`,
  fa: `accuse blame fault thank criticise criticize condemn denounce suspect praise chide berate`,
  la: `describe characterise characterize portray dismiss denounce condemn hail brand label label/labels/labelled/labelled/labelling
    dub/dubs/dubbed/dubbed/dubbing term depict call deride view regard see/sees/saw/seen/seeing reject praise cast`,
  w: `ask/asks/asked/asked/asking wonder question`,
}

/** A verb with the words that make it one of saying. Empty frames: those words make it something else. */
const phrases: Record<string, readonly (readonly [words: string, frames: Frames])[]> = {
  call: [
    ['on', 'oan'],
    ['upon', 'oan'],
    ['for', 'na'],
    ['off', ''],
    ['in', ''],
    ['up', ''],
    ['back', ''],
    ['at', ''],
    ['out', ''],
    ['it', 'la'],
  ],
  appeal: [
    ['to', 'oan'],
    ['for', 'na'],
    ['against', ''],
  ],
  ask: [
    ['for', 'na'],
    ['about', ''],
  ],
  push: [
    ['for', 'na'],
    ['back against', 'na'],
  ],
  press: [
    ['for', 'na'],
    ['on', ''],
    ['ahead', ''],
  ],
  plead: [
    ['for', 'na'],
    ['with', 'oa'],
    ['guilty', ''],
  ],
  lobby: [['for', 'na']],
  argue: [
    ['for', 'na'],
    ['against', 'na'],
    ['with', ''],
    ['over', ''],
  ],
  speak: [
    ['of', 'na'],
    ['out against', 'na'],
    ['in favour of', 'na'],
    ['in favor of', 'na'],
  ],
  warn: [
    ['of', 'na'],
    ['against', 'na'],
    ['about', 'na'],
  ],
  insist: [
    ['on', 'na'],
    ['upon', 'na'],
  ],
  point: [
    ['out', 'qt'],
    ['to', ''],
  ],
  rule: [['out', 'na']],
  go: [
    ['on to say', 'qt'],
    ['on to add', 'qt'],
    ['on', 'q'],
    ['further', 'q'],
  ],
  make: [
    ['it clear', 'qta'],
    ['clear', 'qta'],
    ['it known', 'qta'],
    ['known', 'qta'],
    ['it plain', 'qta'],
    ['plain', 'qta'],
  ],
  let: [['it be known', 'qt']],
  lash: [['out at', 'na']],
  hit: [
    ['out at', 'na'],
    ['back at', 'na'],
    ['back', 'q'],
  ],
  take: [
    ['issue with', 'na'],
    ['to x', 'q'],
  ],
  object: [['to', 'na']],
  agree: [
    ['with', 'na'],
    ['on', ''],
    ['to', 'ina'],
  ],
  commit: [['to', 'na']],
  hint: [['at', 'na']],
  complain: [
    ['of', 'na'],
    ['about', 'na'],
  ],
  talk: [['of', 'na']],
  boast: [['of', 'na']],
  dream: [['of', 'na']],
  apologise: [['for', 'na']],
  apologize: [['for', 'na']],
  threaten: [['with', 'na']],
  side: [['with', 'na']],
  rail: [['against', 'na']],
  hold: [['out', '']],
  set: [['out', '']],
  stand: [
    ['ready to', 'ia'],
    ['by', 'na'],
  ],
  express: [['itself', '']],
  think: [['of', ''], ['about', '']],
  believe: [['in', 'na']],
  feel: [['like', '']],
  consider: [['whether', '']],
  look: [['forward to', 'na']],
  chime: [['in', 'q']],
  put: [['it', 'q']],
  add: [['to', ''], ['up', '']],
  report: [['to', ''], ['for', ''], ['from', '']],
  answer: [['to', ''], ['for', '']],
  respond: [['to', 'q'], ['by', '']],
  reply: [['to', 'q']],
  write: [['off', ''], ['down', '']],
  read: [['about', '']],
  hope: [['for', 'na']],
  wish: [['for', 'na']],
  see: [['no', 'na']],
  have: [['no intention of', 'na'], ['no plans to', 'ia'], ['no desire to', 'ia'], ['in mind', '']],
}

/** After a form of "be" (or "remain", "stand"): what its subject is set on. */
const attitudes: Record<string, Frames> = {
  ready: 'ia',
  prepared: 'ia',
  willing: 'ia',
  unwilling: 'ia',
  reluctant: 'ia',
  determined: 'iat',
  eager: 'ia',
  keen: 'ia',
  committed: 'ina',
  open: 'nai',
  opposed: 'na',
  convinced: 'ta',
  confident: 'ta',
  adamant: 'ta',
  hopeful: 'ta',
  optimistic: 'Ta',
  certain: 'Ta',
  sure: 'Ta',
  sceptical: 'Ta',
  skeptical: 'Ta',
  concerned: 'Ta',
  worried: 'Ta',
  insistent: 'Ta',
  unconvinced: 'Ta',
  clear: 'Ta',
  unequivocal: 'Ta',
  against: 'na',
  demanding: 'x',
}

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing'
export type VerbEntry = { lemma: string; form: VerbForm; isAlsoParticiple: boolean; frames: Frames }

/** By the word as it stands in a text, in lower case. */
export const verbs: ReadonlyMap<string, VerbEntry> = buildVerbs()
export { phrases as verbPhrases, attitudes }

function buildVerbs(): Map<string, VerbEntry> {
  const framesOf = new Map<string, { forms: string[]; frames: string }>()
  const add = (written: string, frame: string) => {
    const forms = formsOf(written)
    const lemma = forms[0] ?? ''
    const known = framesOf.get(lemma)
    // Where several rows name a verb, the one that spells out its forms counts.
    if (known === undefined) framesOf.set(lemma, { forms, frames: frame })
    else {
      known.frames = [...new Set(known.frames + frame)].join('')
      if (written.includes('/')) known.forms = forms
    }
  }
  for (const [frame, words] of Object.entries(frames)) {
    for (const written of words.split(/\s+/)) add(written, frame)
  }
  add('add', 'qt')
  const irregular = {
    speak: 'speak/speaks/spoke/spoken/speaking',
    go: 'go/goes/went/gone/going',
    make: 'make/makes/made/made/making',
    let: 'let/lets/let/let/letting',
    hit: 'hit/hits/hit/hit/hitting',
    take: 'take/takes/took/taken/taking',
    stand: 'stand/stands/stood/stood/standing',
    put: 'put/puts/put/put/putting',
    set: 'set/sets/set/set/setting',
    commit: 'commit/commits/committed/committed/committing',
    have: 'have/has/had/had/having',
  }
  for (const verb of Object.keys(phrases)) {
    if (!framesOf.has(verb)) add(verb in irregular ? irregular[verb as keyof typeof irregular] : verb, '')
  }

  const built = new Map<string, VerbEntry>()
  // "Read" and "let" are their own past, which goes with any subject; so the past comes first.
  const order = ['third', 'past', 'base', 'participle', 'ing'] as const
  const at = { base: 0, third: 1, past: 2, participle: 3, ing: 4 }
  for (const [lemma, { forms, frames: given }] of framesOf) {
    for (const form of order) {
      const word = forms[at[form]] ?? ''
      if (built.has(word)) continue
      built.set(word, { lemma, form, isAlsoParticiple: form === 'past' && forms[3] === word, frames: given })
    }
  }
  return built
}

function formsOf(written: string): string[] {
  const given = written.split('/')
  const base = given[0] ?? ''
  if (given.length === 5) return given
  const stem = base.replace(/e$/, '')
  const third = /(?:s|sh|ch|x|z)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`
  const past = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stem}ed`
  return [base, third, past, past, `${/ee$/.test(base) ? base : stem}ing`]
}
