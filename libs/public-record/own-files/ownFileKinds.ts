/** What a user can import of its own. */
export const OWN_FILE_KINDS = ['ods', 'dma', 'milestones', 'returns'] as const;
export type OwnFileKind = (typeof OWN_FILE_KINDS)[number];
