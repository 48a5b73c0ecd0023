/** What the command line says, on a terminal. */
export const commandLine = {
  'cli.summary': 'Démarche: each party’s demands and conditions, side by side and sourced.',
  'cli.help.more':
    'demarche COMMAND --help says more about one; demarche --version prints the version.\nWhat a reader of files needs to know: dates are written as 2025-10-20, 2025-10, 2025-10~ or 2025-08/2025-11.',
  'cli.help.exits':
    'Exit code 0: done. 1: the answer is no. 2: wrong usage. 3: a file or an input was refused, with the reason on standard error.',
  'cli.help.open':
    'Opens the window, on FILE, on a fresh copy of the sample, or on the list of recent dossiers. Without Electron’s binary the same application opens in Chromium; without a display it prints the local address and runs until it is told to end.',

  'cli.help.new':
    'Makes a new dossier, a copy of the sample, or with --from the identical dossier of a JSON that export wrote. What is already there is never written over.',
  'cli.help.show':
    'Prints the comparison: issue by issue, what each party puts forward, with its conditions and how much evidence stands behind it. --issue takes a number or a title, --party a name or short name. Read at DATE, else at the dossier’s own date, else today. --since prints what changed from that date on as well: what appeared, was reworded, moved, hardened, softened, was withdrawn or answered, and what was recorded of conditions, status and landing zones.',
  'cli.help.search':
    'Prints the positions, statements, sources, issues, events, speakers and parties that hold every one of the words, whatever their case and accents.',
  'cli.help.import':
    'Brings documents in as sources: plain text, Markdown, HTML, saved web pages, PDF with text, DOCX and e-mails. Their format is found by their content; --as says it (text, markdown, html, mhtml, pdf, docx, email). When one is refused, none is brought in. --dry-run reads and changes nothing.',
  'cli.help.export':
    'Writes the dossier for a use: pdf is the briefing as printed, docx the same for a word processor, pptx the comparison as slides, html one file for any browser, markdown text to edit, xlsx the comparison with its statements, sources and gaps, csv-positions and csv-statements one row each, json the whole, which new --from reads back. OUT is written whole or not at all; a file of that name is replaced. A briefing is a summary unless --edition sourced asks for every quotation; --since adds what changed from that date on; --view, --party and --issue show a part; --parts names what the briefing holds, in order, --notes where the statements stand and --citations how sources are named. Everything leaves but the author’s name, and with json that too, unless --without, --hide or --confidential keeps it here; --left-out LIST writes for you alone what stayed, and --last-page ends the copy itself with kinds and counts of it.',
  'cli.help.check':
    'Checks that the file is whole, and what evidence is still wanted. Exits with 1 when the file is damaged, a quotation is no longer found in its source or a statement has none; what is only not yet found or graded is listed and exits with 0.',
  'cli.help.history': 'Prints what was changed when and by whom, newest first.',
  'cli.help.suggest':
    'Prints the passages of a plain text that look like statements, each with its speaker: quotations, reported speech and described intentions. TEXT is a file, or - for standard input. --lang is en, fr, es, ru, uk, ar or zh, else it is guessed; --issued is the date of the text, against which “on Thursday” is worked out.',

  'cli.no-command': 'Say what to do.',
  'cli.unknown-command': 'There is no command “{name}”.',
  'cli.missing-word': '{word} is missing.',
  'cli.unexpected-word': '“{word}” was not expected here.',
  'cli.missing-option': '{option} is missing.',
  'cli.not-a-choice': '--{option} does not take “{text}”; choose one of {choices}.',
  'cli.not-for-form': '--{option} says nothing to --to {format}; it goes with {formats}.',
  'cli.left-out':
    '{count, plural, one {One record was left out} other {# records were left out}}; --left-out LIST writes which.',
  'cli.no-tags': 'it has no tags',
  'cli.tags-are': 'the tags are {names}',
  'cli.one-beginning': 'A new dossier has one beginning; give only one of --title, --sample and --from.',
  'cli.no-such-language': 'There are no briefings in “{language}” yet; the languages are: en.',
  'cli.file-or-sample': 'Open either a file or the sample, not both.',
  'cli.no-electron': 'Electron’s binary is not here, so the same application opens in Chromium.',
  'cli.open-at': 'Démarche is open at {address}',
  'cli.page-failed': 'the page could not show the briefing',
  'cli.cannot-print':
    'Nothing more could be written to standard output ({code}); make room there or send it elsewhere.',
  'cli.saved': '{file} is written.',
  'cli.saved-pages':
    '{count, plural, =0 {{file} is written.} one {{file} is written, # page.} other {{file} is written, # pages.}}',

  'cli.show.read-at': 'Read at {date}',
  'cli.show.landing-zone': 'Landing zone',
  'cli.show.zone-on-scale': 'on the scale: {place}',
  'cli.show.no-landing-zone': 'nothing proposed yet',
  'cli.show.no-issues': 'No issues yet.',
  'cli.show.gap': 'no statement found as of {date}',
  'cli.show.searched': '; searched in {where}',
  'cli.show.answer': '{party}: {outcome}',
  'cli.show.no-statement': 'no statement recorded',
  'cli.show.no-grade': 'not graded',
  'cli.show.anonymous-only': 'anonymous source only',
  'cli.show.contradicted-own': 'contradicted by its own statements',
  'cli.show.contradicted-others': 'contradicted by others',
  'cli.show.needs-research': 'needs research',

  'cli.suggest.nothing': 'Nothing here looks like a statement.',
  'cli.suggest.nobody': 'nobody named',

  'cli.search.nothing': 'Nothing found.',
  'cli.search.position': 'Positions ({count, number})',
  'cli.search.statement': 'Statements ({count, number})',
  'cli.search.source': 'Sources ({count, number})',
  'cli.search.issue': 'Issues ({count, number})',
  'cli.search.event': 'Events ({count, number})',
  'cli.search.speaker': 'Speakers ({count, number})',
  'cli.search.party': 'Parties ({count, number})',

  'cli.import.done': '{file} is brought in as “{title}”.',
  'cli.import.would': '{file} would be brought in as “{title}”.',
  'cli.import.known': '{file} is here already, as “{title}”; nothing was added.',
  'cli.import.facts':
    'issued {issued}; language {language}; {characters, plural, one {# character} other {# characters}}{pages, plural, =0 {} one {; # page} other {; # pages}}',
  'cli.import.alike':
    '{percent, number} % of the shorter text stands in “{title}” as well: give both one origin if they are the same report.',

  'cli.history.nothing': 'No changes.',
  'cli.history.undo': 'Undo: {what}',
  'cli.history.redo': 'Redo: {what}',
  'cli.history.empty': 'nothing',
  'cli.history.no-words': '(no words of its own)',

  'cli.check.whole':
    'The file is whole: {count, plural, one {# record} other {# records}}, each as it should be.',
  'cli.check.faults':
    '{count, plural, one {# fault} other {# faults}} in the file; save a copy, and compare it with a backup:',
  'cli.check.wanting': 'Evidence still wanted:',
  'cli.check.nothing-wanting': 'Every position has its evidence, and every grade is given.',
  'cli.check.more': '… and {count, number} more; --json lists all',
  'cli.check.integrity': 'Damaged pages ({count, number})',
  'cli.check.foreign-key': 'Links to records that are not there ({count, number})',
  'cli.check.model': 'Records with values that they cannot have ({count, number})',
  'cli.check.text-hash': 'Texts that are no longer what was saved ({count, number})',
  'cli.check.search-index':
    'The search index is out of step; opening the dossier’s check in the window puts it right',
  'cli.check.position-without-statement': 'Positions without a statement ({count, number})',
  'cli.check.statement-without-passage': 'Statements without a passage in their source ({count, number})',
  'cli.check.statement-without-source': 'Statements without a source ({count, number})',
  'cli.check.orphaned-quote': 'Quotations no longer found in their source ({count, number})',
  'cli.check.outlet-without-grade': 'Outlets without a grade of reliability ({count, number})',
  'cli.check.statement-without-grade': 'Statements without a grade of credibility ({count, number})',
} as const
