const setOf = (words: string) => new Set(words.split(/\s+/))

/** Nouns of those who speak: persons by their office or part. The plural of each counts as well. */
export const persons = withPlurals(`
  spokesman spokeswoman spokesperson spokespeople minister president premier chancellor secretary ambassador envoy
  diplomat official source negotiator mediator leader chief head chairman chairwoman chair chairperson commissioner
  governor mayor senator congressman congresswoman lawmaker legislator deputy mp delegate representative delegation
  general colonel commander captain major lieutenant marshal admiral officer soldier veteran fighter rebel militant
  insurgent guerrilla activist campaigner protester demonstrator organiser organizer lawyer attorney judge prosecutor
  justice analyst expert economist historian professor scholar researcher scientist strategist pollster observer critic
  supporter opponent ally adviser advisor aide counsellor counselor staffer insider veteran director manager executive
  ceo founder owner investor trader banker farmer fisherman fishermen fisherwoman skipper haulier shopkeeper worker
  employee teacher doctor nurse priest bishop archbishop cardinal pope imam rabbi king queen prince princess emir
  sheikh sultan monarch author writer journalist reporter correspondent editor columnist commentator broadcaster
  presenter witness resident villager local neighbour neighbor survivor victim refugee family relative mother father
  wife husband son daughter brother sister widow woman man men women people person parent student voter citizen
  inspector policeman policewoman detective sheriff coordinator candidate contender nominee incumbent successor
  predecessor counterpart colleague member speaker whip dissident politician statesman nationalist separatist unionist
  republican democrat liberal conservative socialist communist moderate hawk dove sceptic skeptic optimist pessimist
  pilot driver sailor captain cook engineer guard boss figure technocrat secretary-general attaché rapporteur
  vice-president`)

/** Bodies that speak. */
export const bodies = withPlurals(`
  government ministry administration cabinet presidency parliament congress senate assembly council committee
  commission court tribunal department office embassy consulate mission delegation army military navy police force
  junta regime opposition coalition alliance party movement union federation confederation association league front
  bloc group organisation organization agency bureau authority company firm bank fund foundation institute think-tank
  university church chamber board panel team side camp faction militia brigade kremlin pentagon treasury state country
  nation capital republic kingdom conference broadcaster newspaper daily network station channel outlet media press
  paper wire website magazine secretariat directorate service staff headquarters palace campaign industry lobby
  ngo charity watchdog regulator investigator rebels allies neighbours neighbors public community tribe clan`)

/** What is written and "says". */
export const documents = withPlurals(`
  statement communique communiqué report letter memo memorandum document draft text declaration resolution note readout
  decree paper article editorial post message tweet study survey poll ruling verdict judgment order agreement accord
  treaty constitution charter clause article headline sign placard banner transcript filing complaint petition press
  release bulletin notice law bill proposal plan manifesto account telegram cable email dispatch website`)

export const titles = setOf(`
  mr mr. mrs mrs. ms ms. dr dr. prof. professor sir lady lord dame gen. general lt. col. colonel sgt. capt. captain maj.
  major brig. adm. admiral sen. senator rep. representative gov. governor rev. president vice-president premier
  chancellor minister secretary ambassador envoy king queen prince princess pope bishop archbishop cardinal judge
  justice mayor marshal comandante commander commissioner chairman chairwoman sheikh emir imam ayatollah spokesman
  spokeswoman spokesperson foreign prime deputy vice acting defence defense interior finance former then chief
  professor speaker congressman congresswoman leader director undersecretary councillor`)

export const pronouns = setOf('he she they it we i you one some others many both most few those everyone nobody')
export const femaleWords = /\b(?:mrs|ms|madam|mme|queen|princess|lady|dame|\w+woman|mother|wife|widow|sister|daughter)\b/i
export const maleWords = /\b(?:mr|sir|king|prince|lord|\w+sman|chairman|father|husband|brother|son|bishop|pope|imam|sheikh|emir)\b/i

export const anonymous =
  /\b(?:sources?|officials?|diplomats?|people|person|insiders?|aides?|anonymous(?:ly)?|unnamed|who asked not|who declined|condition of anonymity|one|envoys?|negotiators?|mediators?|lawmakers?|witnesses|residents?|this person)\b/i

export const weekdays = setOf('monday tuesday wednesday thursday friday saturday sunday')
export const months = setOf(
  'january february march april may june july august september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec.',
)

/** Peoples as adjectives: before a plural they leave it a noun, as in "Russian demands". */
export const demonyms =
  /^(?:russian|ukrainian|american|european|british|french|german|israeli|palestinian|iranian|iraqi|syrian|turkish|chinese|taiwanese|japanese|korean|indian|pakistani|saudi|egyptian|polish|hungarian|serbian|western|eastern|northern|southern|african|arab|latin|canadian|mexican|venezuelan|cuban|armenian|azerbaijani|georgian|belarusian|lebanese|libyan|yemeni|sudanese|ethiopian|afghan)$/

export const agentLike = /(?:ers?|ors?|ists?|ians?|ants?|ees?|men|man|woman|women|people|folk|crats?|naries|nary|ives?)$/

/** Capitalised only because they begin a sentence: never a name. */
export const notNames = setOf(`
  the a an this that these those there here what when where why how who which if but and or so yet then also still even
  on in at by for from with after before during since until as while although though because however meanwhile moreover
  additionally earlier later yesterday today tomorrow now once every all no not nothing none such asked speaking
  according despite under over among between against about instead perhaps maybe again next last only just in
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december prices talks`)

function withPlurals(words: string): Set<string> {
  const nouns = setOf(words)
  for (const noun of [...nouns]) {
    nouns.add(/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`)
    if (/man$/.test(noun)) nouns.add(noun.replace(/man$/, 'men'))
    if (/woman$/.test(noun)) nouns.add(noun.replace(/woman$/, 'women'))
  }
  nouns.delete('')
  return nouns
}
