/** What the command line says, on a terminal. */
export const commandLine = {
  'cli.summary': 'Démarche: each party’s demands and conditions, side by side and sourced.',
  'cli.help.more':
    'demarche COMMAND --help says more about one; demarche --version prints the version.\nWhat a reader of files needs to know: dates are written as 2025-10-20, 2025-10, 2025-10~ or 2025-08/2025-11.',
  'cli.help.exits':
    'Exit code 0: done. 1: the answer is no. 2: wrong usage. 3: a file or an input was refused, with the reason on standard error.',
  'cli.help.open':
    'Opens the window, on FILE, on a fresh copy of the sample, or on the list of recent dossiers. Without Electron’s binary the same application opens in Chromium; without a display it prints the local address and runs until it is told to end.',

  'cli.no-command': 'Say what to do.',
  'cli.unknown-command': 'There is no command “{name}”.',
  'cli.missing-word': '{word} is missing.',
  'cli.unexpected-word': '“{word}” was not expected here.',
  'cli.file-or-sample': 'Open either a file or the sample, not both.',
  'cli.no-electron': 'Electron’s binary is not here, so the same application opens in Chromium.',
  'cli.open-at': 'Démarche is open at {address}',
} as const
