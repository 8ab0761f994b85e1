/** Address of a standard's page, below the base path. */
export const standardPath = (id: string): string => `/standards/${encodeURIComponent(id)}`;

/** The name of the metric that counts who meets a version. */
export const standardMetric = (id: string, version: string): string => `meets:${id}@${version}`;
