export type BriefingDocument = { title: string }
