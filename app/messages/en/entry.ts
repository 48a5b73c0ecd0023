/** Entry at speed: typing in cells, selecting many, pasting blocks, dragging statements. */
export const entry = {
  'entry.paste': 'Paste a block',
  'entry.pastedAt': '{rows} × {columns} cells, pasted at {party} on {issue}',
  'entry.pasted': '{rows} × {columns} cells',
  'entry.headerRow': 'The first row holds names',
  'entry.headerColumn': 'The first column holds names',
  'entry.choices':
    'Recorded as: {kind}, {basis}{isDated, select, yes {, from {from}} other {}}. Choose otherwise',
  'entry.kindUnless': 'Kind, unless a cell begins with one',
  'entry.silence':
    '{count, plural, one {One cell says that nothing was found} other {# cells say that nothing was found}}',
  'entry.silence.gap': 'note it',
  'entry.silence.skip': 'leave out',
  'entry.silence.words': 'take as words',
  'entry.searchedWhereHint': 'The same for all of them',
  'entry.unknown.party': 'Not a party of this dossier',
  'entry.unknown.issue': 'Not an issue of this dossier',
  'entry.unknownAt': '“{name}”, {place}',
  'entry.decide': 'Choose what it is',
  'entry.decide.skip': 'Leave it out',
  'entry.decide.newParty': 'New party',
  'entry.decide.newIssue': 'New issue',
  'entry.allNew.party': 'All are new parties',
  'entry.allNew.issue': 'All are new issues',
  'entry.allSkip': 'Leave all out',
  'entry.refusedTitle': '{count, plural, one {One cell cannot be written} other {# cells cannot be written}}',
  'entry.leaveOut': '{count, plural, one {Leave it out} other {Leave these out}}',
  'entry.moreNames': 'and {count, number} more',
  'entry.allProblem': 'in each of {count, number} cells ({cells}), {problem}',
  'entry.manyProblem': 'in each of {count, number} cells ({cells} and {rest, number} more), {problem}',
  'entry.becomes.refused': 'cannot be written, as is said above',
  'entry.becomes': 'What it becomes',
  'entry.more': '{count, plural, one {Show one more cell} other {Show # more cells}}',
  'entry.row': 'row {row}',
  'entry.column': 'column {column}',
  'entry.cellName': 'row {row}, column {column}',
  'entry.cellProblem': '{cell}: {problem}',
  'entry.becomes.gap': 'nothing was found there',
  'entry.becomes.same': 'there already, left as it is',
  'entry.becomes.silence': 'left out, for it says nothing: “{text}”',
  'entry.becomes.skipped': 'left out',
  'entry.becomes.undecided': 'waits for its name',
  'entry.newName': '{name} (new)',
  'entry.problem.no-issue-there':
    'there is no row of the comparison for it; add the issue, or paste further up.',
  'entry.problem.no-party-there':
    'there is no column of the comparison for it; add the party, or paste further to the left.',
  'entry.problem.no-name': 'its row or column has no name in the header; write one, or leave it out.',
  'entry.problem.name-too-long': 'the name in its header is too long; shorten it there.',
  'entry.problem.name-not-allowed':
    'the name in its header holds a character that no name should; remove it.',
  'entry.problem.too-long':
    'its text is longer than the {limit, number} characters that a position may have; shorten it there.',
  'entry.problem.control-character': 'it holds a control character that no text should; remove it there.',
  'entry.problem.broken-character': 'it holds a broken character; type it again there.',
  'entry.problem.only-a-kind': 'it names a kind and says nothing; write the words after it.',
  'entry.problem.spreadsheet-error': 'the spreadsheet failed to work out “{text}”; mend it there.',
  'entry.sum.positions': '{count, plural, one {# new position} other {# new positions}}',
  'entry.sum.gaps': '{count, plural, one {# gap} other {# gaps}}',
  'entry.sum.same': '{count, plural, one {# there already} other {# there already}}',
  'entry.sum.left': '{count, plural, one {# left out} other {# left out}}',
  'entry.sum.empty':
    '{count, plural, one {# empty cell stays as it is} other {# empty cells stay as they are}}',
  'entry.sum.parties': '{count, plural, one {# new party} other {# new parties}}',
  'entry.sum.issues': '{count, plural, one {# new issue} other {# new issues}}',
  'entry.nothingToWrite': 'Nothing in this block would change the comparison.',
  'entry.replacesNothing': 'Nothing that is there is replaced.',
  'entry.write': 'Write',
  'entry.written': 'Written: {what}. Undo takes all of it back.',
  'entry.oneText': 'Take it as one text instead',
  'entry.refused.empty': 'There is nothing in what was copied; copy the cells again.',
  'entry.refused.too-large':
    'The block has {rows, number} rows and {columns, number} columns, more than a comparison takes at once; copy it in parts.',

  'entry.newIn': 'New position of {party} on {issue}',
  'entry.editIn': 'Position of {party} on {issue}',
  'entry.editZone': 'Landing zone of {issue}',
  'entry.editTitle': 'Title of {issue}',
  'entry.keys.cell': 'Tab next · Enter down · Shift Enter new line · Esc leave',
  'entry.keys.other': 'Tab next · Enter down · Shift Enter new line · Esc leave',
  'entry.toNobody': 'to nobody',
  'entry.to': 'to {party}',
  'entry.firmness.unstated': 'firmness unstated',
  'entry.ofSeveral': '{at} of {count}',

  'entry.selection': 'What is selected',
  'entry.selected': '{cells} selected, {positions}',
  'entry.cells': '{count, plural, one {# cell} other {# cells}}',
  'entry.positions': '{count, plural, =0 {no positions} one {# position} other {# positions}}',
  'entry.changeMore': 'More…',
  'entry.changeMany': 'Change what is selected',
  'entry.asItIs': 'as it is',
  'entry.addTag': 'Add tag',
  'entry.copy': 'Copy',
  'entry.unselect': 'Unselect',
  'entry.copied':
    '{count, plural, one {# cell copied} other {# cells copied}}, to paste into a spreadsheet or another place here.',
  'entry.changed':
    '{count, plural, one {# position changed} other {# positions changed}}. Undo takes all of it back.',
  'entry.nothingOther': 'All of them are so already.',
  'entry.removed':
    '{count, plural, one {# position removed} other {# positions removed}}. Undo brings them back.',
  'entry.pasteHere': 'Paste the cells here',
  'entry.pasteHint':
    'Copied from a spreadsheet, with or without their names. In the comparison itself, the same key pastes at the chosen cell.',

  'entry.carry.use': 'Use as evidence for…',
  'entry.carry.drag': 'Drag it onto a cell, or press to choose the cell by keys',
  'entry.carry.modifiers': '· Shift qualifies · Alt contradicts',
  'entry.carry.begins': 'Begins a position here with these words',
  'entry.carry.keys':
    'Choose the cell with the arrow keys; Enter puts it there, with Shift as qualifying it, with Alt as contradicting it.',
  'entry.carry.several': 'There are several positions here; Enter to choose among them.',
  'entry.carry.chosen': 'For “{text}”? Up and down for another, Enter puts it there.',
  'entry.isEvidence': 'It is evidence for “{text}” already.',
  'entry.becameEvidence': 'Now evidence, {relation}: “{text}”. Its relation can be changed under Evidence.',

  'action.cell.edit': 'Edit in the cell',
  'action.selection.all': 'Select all cells shown',
  'action.selection.copy': 'Copy the selected cells',
  'action.comparison.paste': 'Paste a block from a spreadsheet',
  'action.selection.change':
    'Change {count, plural, one {the selected position} other {# selected positions}}…',
  'action.selection.firmness':
    'Firmness of {count, plural, one {the selected position} other {# selected positions}}: {firmness}',
  'action.selection.basis':
    'Basis of {count, plural, one {the selected position} other {# selected positions}}: {basis}',
  'action.selection.research':
    '{count, plural, one {The selected position needs} other {# selected positions need}} research',
  'action.selection.researched':
    '{count, plural, one {The selected position needs} other {# selected positions need}} no more research',
  'action.selection.remove':
    'Remove {count, plural, one {the selected position} other {# selected positions}}',

  'entry.silences': 'No statement found|Nothing found|No position found|Not found|No statement|Nothing said',
} as const
