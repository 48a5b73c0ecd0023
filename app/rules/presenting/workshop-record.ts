/** As it stands in the journal: who, in which workshop. */
export const workshopAttribution = ({ user, workshop }: { user: string; workshop: string }): string =>
  `${user} · ${workshop}`
