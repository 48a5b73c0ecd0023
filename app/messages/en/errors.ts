import type { ErrorCode } from '../../errors'

/** One sentence each: what happened, where, what to do. */
export const errors = {
  'error.invalid-input':
    '{problem, select, empty {“{field}” is empty; write something there.} too_long {“{field}” is too long; the limit is {limit, number}.} too_small {“{field}” is below its limit of {limit, number}.} too_large {“{field}” is above its limit of {limit, number}.} control_character {“{field}” holds a control character that no text should; remove it.} broken_character {“{field}” holds a broken character; type it again.} not_a_date {“{field}” is not a date we can read; write it as 2025-10-20, 2025-10, 2025-10~ or 2025-08/2025-11.} not_a_language {“{field}” is not a language code; write it as en or zh-Hans.} unknown_field {There is no field “{field}” here.} other {“{field}” has a value that is not allowed there.}}',
  'error.unknown-operation': 'There is no operation “{name}”.',
  'error.unexpected': 'Something went wrong that should not have; nothing was changed.',
  'error.not-found': 'That {kind} is no longer in the dossier; it may have been removed.',
  'error.name-taken': 'That name is taken; choose another.',
  'error.rule-broken':
    '{rule, select, speaker_has_no_name {A speaker needs a name or a description.} anonymous_has_name {An anonymous source is described, not named; remove the name or the mark.} scale_half_given {A range on the scale needs both ends.} scale_reversed {The range on the scale ends before it begins.} zone_half_given {A landing zone on the scale needs both ends.} zone_reversed {The landing zone on the scale ends before it begins.} ends_before_it_begins {The period ends before it begins; check both dates.} addressee_is_itself {A party cannot address itself; choose another addressee.} condition_hangs_on_nothing {A condition belongs to one position or one event.} condition_depends_on_two {A condition depends on a position or an event, not on both.} evidence_needs_one {A statement is evidence for exactly one thing at a time.} tagging_needs_one {A tag is put on exactly one thing at a time.} participation_needs_somebody {A participant is a party, a speaker, or both.} coalition_of_itself {A coalition cannot be its own member.} supersedes_itself {{party} on “{issue}”: a position cannot supersede itself; choose an older one.} supersedes_in_a_circle {{party} on “{issue}”: these positions would supersede each other in a circle; choose an older one, or none.} supersedes_elsewhere {{party} on “{issue}”: a position supersedes one of the same party on the same issue, and cannot leave it for another cell.} supersedes_a_later_one {{party} on “{issue}”: a position cannot supersede one that begins after it; check from when each of the two holds.} issue_in_itself {An issue cannot be nested in itself or below itself.} coalition_in_a_circle {These coalitions would be members of each other; remove one membership first.} answer_from_elsewhere {An answer points to a position of the party that answers.} other {That would make the record contradict itself.}}',
  'error.nothing-to-undo': 'There is nothing to undo.',
  'error.nothing-to-redo': 'There is nothing to do again.',
  'error.no-dossier-open': 'No dossier is open; open one first.',
  'error.read-only': '“{file}” is open to read only; save a copy to edit it.',
  'error.disk-full': 'The disk is full, so “{file}” was not written; free some space and try again.',
  'error.file-missing':
    '“{file}” is not there; it may have been moved or renamed, so look for it and open it again.',
  'error.file-unreadable': '“{file}” cannot be read; check that you have permission to open it.',
  'error.file-name-too-long': '“{file}” is too long a name for a file; choose a shorter one.',
  'error.file-is-folder': '“{file}” is a folder; choose a dossier inside it.',
  'error.file-not-sqlite':
    '“{file}” is not a dossier: it is another kind of file; choose one that ends in .demarche.',
  'error.file-not-dossier':
    '“{file}” is a database but not a dossier, or one that was never finished; choose one that Démarche made.',
  'error.file-from-newer-version':
    '“{file}” was saved by a newer Démarche (format {version, number}; this one reads up to {known, number}); open it with that version.',
  'error.file-schema-foreign':
    '“{file}” has been altered by another program and holds parts that Démarche never writes, so it was not opened; open an untouched copy.',
  'error.file-damaged': '“{file}” is damaged or cut short; open a backup or an earlier copy.',
  'error.file-in-use': '“{file}” is open in another program or window; close it there and try again.',
  'error.file-moved':
    '“{file}” was moved, deleted or replaced while it was open, so this was not written; save a copy to keep your work and go on.',
  'error.file-unfinished':
    '“{file}” was being written when its program ended, and cannot be put in order where it is; copy it and its “-journal” file to a folder where you may write.',
  'error.file-exists': 'There is already a file “{file}”; choose another name.',
  'error.file-not-writable': '“{file}” cannot be written there; choose another folder.',
  'error.target-read-only': '“{file}” is marked read-only, so it was left as it is; choose another name.',
  'error.folder-missing': 'The folder for “{file}” is not there; make it or choose another.',
  'error.text-missing': 'There is no text at “{file}”; check the name and the folder.',
  'error.text-not-utf8': '“{file}” is not text in UTF-8; save it as plain text in UTF-8 first.',
  'error.output-is-folder': '“{file}” is a folder; give the name of a file in it.',
  'error.output-is-dossier': '“{file}” is the dossier itself and would be overwritten; choose another name.',
  'error.date-not-understood': '“{text}” is not a date we can read; write it as 2025-10-20 or 2025-10.',
  'error.party-not-found': 'No party is called “{name}” in this dossier; the parties are {parties}.',
  'error.issue-not-found':
    'No issue has the number or title “{name}” in this dossier; the issues are {issues}.',
  'error.view-not-found':
    'No saved view is called “{name}” in this dossier; {views, select, none {there is none} other {the views are {views}}}.',
  'error.document-missing':
    '“{file}” is not there; it may have been moved or renamed, so look for it and bring it in again.',
  'error.document-unreadable': '“{file}” cannot be read; check that you have permission to open it.',
  'error.document-is-folder': '“{file}” is a folder; choose the documents inside it.',
  'error.document-empty': '“{file}” has no text in it; choose the document that you meant.',
  'error.document-encrypted':
    '“{file}” is protected with a password; open it with its own program, save a copy without the password and bring in that.',
  'error.document-scanned':
    '“{file}” holds pictures of pages and no text; run text recognition (OCR) on it and bring in the result.',
  'error.document-broken':
    '“{file}” is damaged or cut short, so its text cannot be read; get it again from where it came.',
  'error.document-too-large':
    '“{file}” is larger than the {limit, number} MB that a document may have; bring in the part that you need.',
  'error.document-text-too-long':
    '“{file}” holds more text than the {limit, number} million characters that a source may have; split it and bring in the parts.',
  'error.document-bomb':
    '“{file}” unpacks to far more than a document holds, as a harmful file would; get it from a source that you trust, or bring in its text.',
  'error.document-archive-unsafe':
    '“{file}” is packed in a way that no document should be ({reason, select, name {a name inside it leads elsewhere} doubled {a name occurs twice inside it} link {there is a link inside it} archive {there is another archive inside it} entries {there are too many files inside it} other {its table of contents contradicts itself}}); save it again with its own program and bring in that.',
  'error.document-not-what-it-says':
    '“{file}” is not {format, select, pdf {a PDF} docx {a DOCX document} email {an e-mail} mhtml {a saved web page} html {an HTML page} markdown {a Markdown text} other {a plain text}}, whatever its name says; open it with the program that made it and save it as PDF, DOCX, HTML or plain text.',
  'error.document-took-too-long':
    '“{file}” took longer than {seconds, number} seconds to read and was given up; save it as plain text and bring in that.',
  'error.document-too-much-memory':
    '“{file}” needed too much memory and was given up; split it, or save it as plain text, and bring in that.',
  'error.document-reader-died':
    '“{file}” made its reader fail; save it in another format, as PDF or plain text, and bring in that.',
  'error.document-format-unknown':
    '“{file}” is in a format that cannot be read; save it as PDF, DOCX, HTML or plain text and bring in that.',
  'error.cancelled': 'It was cancelled; nothing was changed.',
  'error.range-not-in-text': 'There are no words at that place in the source; choose the passage again.',
  'error.merge-with-itself': 'A record cannot be merged with itself; choose another.',
  'error.no-second-window': 'No second window could be opened for the wall; show it in this window instead.',
  'error.no-printer':
    'No Chromium was found to make the PDF with; install one (on Debian: apt-get install chromium) and try again.',
  'error.printing-failed': 'The PDF could not be made: {reason}; nothing was written.',
  'error.tag-not-found': 'No tag is called “{name}” in this dossier; {tags}.',
  'error.export-too-large':
    'With its texts and documents “{file}” would be larger than the {limit, number} MB that are read back; leave the originals out, or carry the dossier’s own file.',
  'error.issued-is-whole':
    'A briefing that was issued is printed as it was, and nothing can be left out of it; let everything leave, or compose it anew.',
  'error.issued-stays':
    'A briefing that was issued stays as it was, and so does its place in the dossier; compose it anew and issue the next number.',
  'error.dossier-json-broken':
    '“{file}” is not JSON that can be read (line {line, number}, column {column, number}); export the dossier again, or undo the last edit to the file.',
  'error.dossier-json-other':
    '“{file}” is JSON, but no dossier: it does not begin with the format “demarche-dossier”; choose a file that Démarche exported.',
  'error.dossier-json-newer':
    '“{file}” was written by another Démarche (version {version} of the format; this one reads {known, number}); read it with that one.',
  'error.dossier-json-too-large':
    '“{file}” is larger than the {limit, number} MB that are read back; export it without the originals, or carry the dossier’s own file.',
  'error.dossier-json-invalid':
    '“{file}” cannot be read back: at {place} {problem, select, unknown_field {there is a field that no dossier has} missing {a field is missing} empty {a text is empty that must say something} too_long {a text or list is too long} not_allowed {there is a value that is not allowed there} not_a_date {there is no date we can read} not_a_language {there is no language code} control_character {a text holds a control character} broken_character {a text holds a broken character} repeated_id {there is an id that another record has} repeated_name {there is a name that another record has} dangling {a link leads to no record} wrong_kind {a link leads to a record of another kind} circle {links go round in a circle} rule {the record contradicts itself} wrong_text {the text is not the one that its hash was made of} wrong_original {the document is not the one that its hash was made of} missing_original {the document is not in the file} other {there is something that cannot be}}; put that right, or export the dossier again. Nothing was made.',
  'error.usage': '{problem}',
} as const satisfies Record<`error.${ErrorCode}`, string>
