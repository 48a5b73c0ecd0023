/** The application menu and the dialogs of the desktop shell. */
export const desktop = {
  'desktop.menu.file': 'File',
  'desktop.menu.new': 'New…',
  'desktop.menu.open': 'Open…',
  'desktop.menu.openSample': 'Open Sample',
  'desktop.menu.saveAs': 'Save a Copy As…',
  'desktop.menu.exportPdf': 'Export PDF…',
  'desktop.menu.closeDossier': 'Close Dossier',
  'desktop.menu.quit': 'Quit',

  'desktop.menu.edit': 'Edit',
  'desktop.menu.undo': 'Undo',
  'desktop.menu.redo': 'Redo',
  'desktop.menu.cut': 'Cut',
  'desktop.menu.copy': 'Copy',
  'desktop.menu.paste': 'Paste',
  'desktop.menu.selectAll': 'Select All',
  'desktop.menu.find': 'Find…',

  'desktop.menu.view': 'View',
  'desktop.menu.compare': 'Compare',
  'desktop.menu.briefing': 'Briefing',
  'desktop.menu.present': 'Present',
  'desktop.menu.pane': 'Side Pane',
  'desktop.menu.actualSize': 'Actual Size',
  'desktop.menu.zoomIn': 'Zoom In',
  'desktop.menu.zoomOut': 'Zoom Out',
  'desktop.menu.fullScreen': 'Full Screen',

  'desktop.menu.window': 'Window',
  'desktop.menu.minimize': 'Minimise',
  'desktop.menu.closeWindow': 'Close Window',

  'desktop.menu.help': 'Help',
  'desktop.menu.commands': 'All Commands…',
  'desktop.menu.about': 'About Démarche',

  'desktop.fileType.dossier': 'Démarche dossier',
  'desktop.fileType.pdf': 'PDF document',
  'desktop.cancel': 'Cancel',

  'desktop.outside.question': 'Open this address in your web browser?',
  'desktop.outside.open': 'Open in Browser',

  'desktop.gone.sentence':
    'Démarche stopped unexpectedly in this window; every edit up to then is in the file, so open it again.',
  'desktop.gone.openAgain': 'Open Again',
  'desktop.gone.close': 'Close Window',
  'desktop.notOpened': 'Not opened',

  'desktop.print.pageFailed': 'the briefing could not be composed',
  'desktop.print.tooLong': 'the page took more than a minute',
  'desktop.print.closed': 'the window was closed meanwhile',
  'desktop.print.refused': 'the page could not be printed',
} as const
