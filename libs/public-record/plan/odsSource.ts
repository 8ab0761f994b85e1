/** The source of what the Organisation Data Service publishes. */
export const ODS_SOURCE = { publisher: 'NHS England Organisation Data Service', kind: 'primary' } as const;
